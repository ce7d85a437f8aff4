package it.sportello.offlinecache;

import org.jspecify.annotations.Nullable;

/**
 * The local store cannot do what was asked; nothing of the piece of work took place unless the code says otherwise.
 * The message is for the log and holds nothing personal; the operator's text goes by {@link Code#messageKey()}.
 */
public final class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** What went wrong, with the code that help desk and manual know. */
    public enum Code {
        /** Another process works on the same profile. */
        IN_USE("JRN-001", false),
        /** The SQLite engine is older than the oldest one allowed. */
        ENGINE_TOO_OLD("JRN-002", false),
        /** The engine did not take a setting that durability or secrecy need. */
        SETTING_REFUSED("JRN-003", false),
        /** The file is damaged: stop, keep the file, recover. */
        DAMAGED("JRN-004", false),
        /** The file is readable, but what it says does not agree with itself (R-SEC-4). */
        TAMPERED("JRN-005", false),
        /** No room on the disk; nothing was written. */
        DISK_FULL("JRN-006", true),
        /** A read or write failed; the store was reopened and the work is not in it. */
        INPUT_OUTPUT("JRN-007", true),
        /** The file belongs to another data key. */
        WRONG_KEY("JRN-008", false),
        /** The file was written by a newer program. */
        NEWER_SCHEMA("JRN-009", false),
        /** The accounting day lies before the last document of the series: the clock went back. */
        DATE_BACKWARDS("JRN-010", false),
        /** The series holds no further number. */
        SERIES_EXHAUSTED("JRN-011", false),
        /** The operation is longer than both sides accept. */
        TOO_LARGE("JRN-012", false),
        /** The store is closed. */
        CLOSED("JRN-013", false);

        private final String supportCode;
        private final boolean canRetry;

        Code(String supportCode, boolean canRetry) {
            this.supportCode = supportCode;
            this.canRetry = canRetry;
        }

        public String supportCode() {
            return supportCode;
        }

        /** Key of the operator's text. */
        public String messageKey() {
            return "fault." + supportCode;
        }

        /** Whether the same work may succeed later, such as after making room. */
        public boolean canRetry() {
            return canRetry;
        }
    }

    public StoreFault(Code code, String detail) {
        this(code, detail, null);
    }

    public StoreFault(Code code, String detail, @Nullable Throwable cause) {
        super(code.supportCode() + " " + detail, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
