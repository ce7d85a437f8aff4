package it.sportello.backend.http;

import java.util.Arrays;
import java.util.Locale;

/**
 * A short code of where an error was thrown, the same for the same place, to quote to the help desk: it tells two faults
 * apart without telling anything of the person served.
 */
final class SupportCode {
    private static final int RADIX = 36;
    private static final int LENGTH = 6;
    private static final String OWN = "it.sportello.";

    private SupportCode() {}

    private static boolean isOwn(StackTraceElement element) {
        return element.getClassName().startsWith(OWN);
    }

    private static int place(StackTraceElement element) {
        return 31 * element.getClassName().hashCode() + element.getMethodName().hashCode();
    }

    static String of(Throwable thrown) {
        int hash = 1;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            hash = 31 * hash + cause.getClass().getName().hashCode();
            StackTraceElement[] trace = cause.getStackTrace();
            for (int depth = 0; depth < Math.min(2, trace.length); depth++) {
                hash = 31 * hash + place(trace[depth]);
            }
            // Every fault of the store is thrown in the same place of its driver: where we asked for it tells them
            // apart.
            hash = 31 * hash
                    + Arrays.stream(trace)
                            .filter(SupportCode::isOwn)
                            .findFirst()
                            .map(SupportCode::place)
                            .orElse(0);
        }
        String text = Long.toString(Integer.toUnsignedLong(hash), RADIX).toUpperCase(Locale.ROOT);
        String padded = "0".repeat(Math.max(0, LENGTH - text.length())) + text;
        return "B-" + padded.substring(padded.length() - LENGTH);
    }
}
