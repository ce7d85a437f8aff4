package it.sportello.devices.scanner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans what a reader sends: marks at the ends, the AIM identifier, control characters. */
final class ScanText {

    private static final Pattern AIM = Pattern.compile("\\](?<id>[A-Za-z][0-9A-Za-z])(?<rest>.*)", Pattern.DOTALL);

    private ScanText() {}

    /** A bracket is only taken for the start of an identifier when one really follows. */
    static RawScan of(String received) {
        StringBuilder kept = new StringBuilder(received.length());
        received.chars().filter(c -> (c >= 0x20 && c != 0x7F) || c == 0x1D).forEach(c -> kept.append((char) c));
        Matcher matcher = AIM.matcher(kept);
        if (matcher.matches()) {
            return new RawScan(matcher.group("id"), matcher.group("rest").strip());
        }
        return new RawScan("", kept.toString().strip());
    }
}
