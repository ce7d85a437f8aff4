package it.sportello.app.frame;

import java.util.Locale;

/** A short code of an unexpected failure, the same for the same place in the program: quoted to the help desk. */
public final class SupportCode {
    private static final int ALPHABET = 32;

    private SupportCode() {}

    /** Eight characters like {@code K3QZ-7M2A}, from the types and places of the causes, never from their messages. */
    public static String of(Throwable failure) {
        int hash = 17;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            hash = 31 * hash + at.getClass().getName().hashCode();
            for (StackTraceElement element : at.getStackTrace()) {
                if (element.getClassName().startsWith("it.sportello.")) {
                    hash = 31 * hash + element.getMethodName().hashCode();
                    hash = 31 * hash + element.getClassName().hashCode();
                    hash = 31 * hash + element.getLineNumber();
                    break;
                }
            }
        }
        long positive = Integer.toUnsignedLong(hash)
                | (long) failure.getClass().getName().length() << 32;
        String text = Long.toString(positive, ALPHABET).toUpperCase(Locale.ROOT);
        String eight = "0".repeat(Math.max(0, 8 - text.length())) + text;
        String last = eight.substring(eight.length() - 8);
        return last.substring(0, 4) + "-" + last.substring(4);
    }
}
