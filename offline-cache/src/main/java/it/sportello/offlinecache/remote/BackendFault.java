package it.sportello.offlinecache.remote;

import org.jspecify.annotations.Nullable;

/**
 * The server gave no usable answer. The message is for the log and holds neither addresses of persons nor bodies; the
 * operator's text goes by {@link Code#messageKey()}.
 */
public final class BackendFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final int status;

    /** What went wrong, with the code that help desk and manual know. */
    public enum Code {
        /** No connection: refused, no route, no such name. */
        UNREACHABLE("NET-001"),
        TIMEOUT("NET-002"),
        /** Something answered that is not our server, such as a page of HTML. */
        NOT_JSON("NET-003"),
        /** JSON, but not of the contract. */
        NOT_THE_CONTRACT("NET-004"),
        /** The server says that it is at fault or too busy (5xx, 429, 408). */
        SERVER_FAULT("NET-005"),
        /** The server sends elsewhere, which is never followed. */
        REDIRECTED("NET-006"),
        /** The answer is longer than accepted. */
        TOO_LARGE("NET-007"),
        /** The line broke while the answer came. */
        CUT("NET-008"),
        /** The server's certificate is not one of the authority's. */
        NOT_TRUSTED("NET-009"),
        /** The server does not know this desk, or another installation took its place. */
        NOT_RECOGNISED("NET-010");

        private final String supportCode;

        Code(String supportCode) {
            this.supportCode = supportCode;
        }

        public String supportCode() {
            return supportCode;
        }

        /** Key of the operator's text. */
        public String messageKey() {
            return "fault." + supportCode;
        }
    }

    public BackendFault(Code code, int status, String detail, @Nullable Throwable cause) {
        super(code.supportCode() + " " + detail, cause);
        this.code = code;
        this.status = status;
    }

    public Code code() {
        return code;
    }

    /** HTTP status, 0 when none came. */
    public int status() {
        return status;
    }

    /** Every fault of the line may pass; a certificate does not change by asking again. */
    public boolean canRetry() {
        return code != Code.NOT_TRUSTED;
    }
}
