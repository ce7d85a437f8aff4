package it.sportello.devices;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device did not do what it was asked. The code is stable (it is read out on the telephone), the message key names the
 * operator's text, the details are its arguments and never hold personal values.
 *
 * <p>Code ranges: {@code DEV-0xx} any device and its link, {@code DEV-1xx} card reader, {@code DEV-2xx} receipt printer,
 * {@code DEV-3xx} queue display, {@code DEV-4xx} barcode reader, {@code DEV-5xx} detectors and validators of notes,
 * {@code DEV-6xx} payment terminal.
 */
public class DeviceFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The command was not finished in its time; whether the device acted on it is not known. */
    public static final String DEADLINE = "DEV-001";
    /** Too many commands wait already. */
    public static final String QUEUE_FULL = "DEV-002";
    /** The device was switched off. */
    public static final String CLOSED = "DEV-003";
    /** What the device said met a mistake of the program; it is listened to again. */
    public static final String LISTENING_FAILED = "DEV-004";
    /** The link cannot be opened: no such port, refused, taken by another program. */
    public static final String LINK_UNAVAILABLE = "DEV-010";
    /** The link broke while it was in use. */
    public static final String LINK_LOST = "DEV-011";
    /** The device does not answer. */
    public static final String NO_ANSWER = "DEV-012";
    /** The device answered something that makes no sense. */
    public static final String BAD_ANSWER = "DEV-013";

    private final String code;
    private final boolean retryable;
    private final ArrayList<String> details;

    public DeviceFault(String code, boolean canRetry, List<String> details, @Nullable Throwable cause) {
        super(code + (details.isEmpty() ? "" : " " + details), cause);
        this.code = code;
        this.retryable = canRetry;
        this.details = new ArrayList<>(details);
    }

    public DeviceFault(String code, boolean canRetry, String... details) {
        this(code, canRetry, List.of(details), null);
    }

    /** Stable code such as {@code DEV-012}. */
    public final String code() {
        return code;
    }

    /** Key of the operator's text in a bundle; {@code key + ".action"} says what to do. */
    public final String messageKey() {
        return "device." + code;
    }

    /** Arguments of the operator's text, in order. */
    public final List<String> details() {
        return List.copyOf(details);
    }

    /** Whether the same command may be given again without harm. */
    public final boolean canRetry() {
        return retryable;
    }
}
