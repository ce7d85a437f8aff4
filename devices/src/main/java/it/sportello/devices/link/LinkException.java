package it.sportello.devices.link;

import java.io.IOException;
import java.io.Serial;

/** A link that cannot be opened, was lost, or did not take its bytes in time. The message is for the log, in English. */
public final class LinkException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What a driver can act on. */
    public enum Kind {
        /** The address names nothing: no such serial port, unknown host. */
        NOT_FOUND,
        /** Somebody else holds the device, or it refuses a second client. */
        BUSY,
        /** No permission on the serial port (group {@code dialout} on Debian). */
        FORBIDDEN,
        /** It exists but did not answer the connection, or took no bytes, in time. */
        TIME_OUT,
        /** It was there and is not any more: unplugged, switched off, reset. */
        GONE
    }

    private final Kind kind;

    public LinkException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public LinkException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
