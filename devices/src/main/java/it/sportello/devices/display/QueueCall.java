package it.sportello.devices.display;

/**
 * What the waiting people are to see. A number, never a name.
 *
 * @param sequence grows with every call of the queue, repeated calls included; the display ignores what is older than
 *     what it shows
 * @param number as printed on the queue number, such as {@code A042}
 * @param desk as written above the counter, such as {@code 3}
 * @param service name of the queue the number belongs to, for displays that say it; may be empty
 * @param repeated the same number is called once more
 */
public record QueueCall(long sequence, String number, String desk, String service, boolean repeated) {

    /** A first call on a display that does not tell services apart. */
    public QueueCall(long sequence, String number, String desk) {
        this(sequence, number, desk, "", false);
    }

    /** What stands before the digits of the number, such as {@code A}; often empty. */
    public String prefix() {
        return number.substring(0, number.length() - digits().length());
    }

    /** The digits at the end of the number without leading zeros, such as {@code 42}; empty when it has none. */
    public String count() {
        String digits = digits();
        return digits.isEmpty() ? "" : digits.replaceFirst("^0+(?=.)", "");
    }

    private String digits() {
        int start = number.length();
        while (start > 0 && number.charAt(start - 1) >= '0' && number.charAt(start - 1) <= '9') {
            start--;
        }
        return number.substring(start);
    }

    /** The digits of the desk's name, such as {@code 3} of {@code Sportello 3}; empty when it has none. */
    public String deskNumber() {
        return desk.replaceAll("[^0-9]", "");
    }
}
