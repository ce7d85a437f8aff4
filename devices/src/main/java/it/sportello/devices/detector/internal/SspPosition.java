package it.sportello.devices.detector.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the account of an SSP unit has been read.
 *
 * @param base the unit's own count of stacked notes when it was compared last; -1 when never
 * @param kept notes we counted since
 * @param path channel of the note that was counted but has not been seen at its place in the container; 0 for none
 * @param told the events that were stored while the unit may not have heard of it, as {@link SspEvent#name()} each with a
 *     comma; while they stand here they are not new
 */
record SspPosition(long base, int kept, int path, String told) {

    static final SspPosition START = new SspPosition(-1, 0, 0, "");
    private static final Pattern FORM =
            Pattern.compile("base=(-?[0-9]{1,12}) kept=([0-9]{1,9}) path=([0-9]{1,3}) told=(.*)");

    /** Reads the stored form; anything else is a device never seen. */
    static SspPosition parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new SspPosition(
                        Long.parseLong(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        matcher.group(4))
                : START;
    }

    SspPosition counted(int channel) {
        return new SspPosition(base, kept + 1, channel, told);
    }

    SspPosition withPath(int channel) {
        return new SspPosition(base, kept, channel, told);
    }

    SspPosition withTold(String next) {
        return new SspPosition(base, kept, path, next);
    }

    @Override
    public String toString() {
        return "base=" + base + " kept=" + kept + " path=" + path + " told=" + told;
    }
}
