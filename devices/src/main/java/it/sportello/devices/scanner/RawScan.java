package it.sportello.devices.scanner;

/**
 * One reading, as the reader gave it.
 *
 * @param symbology the AIM identifier without its bracket ({@code C0} Code 128, {@code A0} Code 39, {@code Q1} QR); empty
 *     when the reader sends none, which is the usual setting
 * @param text the content, without start and end marks; group separators (1D) are kept, other control characters are not
 */
public record RawScan(String symbology, String text) {

    /** The content may be personal and stays out of logs. */
    @Override
    public String toString() {
        return "RawScan[" + symbology + ", " + text.length() + " characters]";
    }
}
