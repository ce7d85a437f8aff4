package it.sportello.devices.detector.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the account of a ccTalk unit has been read.
 *
 * @param events the unit's memory as it was read last
 * @param sent type of the note that was sent to the container and has not been reported there; 0 for none
 */
record CcTalkPosition(CcTalkEvents events, int sent) {

    private static final Pattern FORM =
            Pattern.compile("counter=([0-9]{1,3}) memory=([0-9a-f]{4}(?:,[0-9a-f]{4}){4}) sent=([0-9]{1,3})");

    /** Reads the stored form; empty for anything else, which is a device never seen. */
    static Optional<CcTalkPosition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> pairs = Arrays.asList(matcher.group(2).split(",", -1));
        CcTalkEvents events = new CcTalkEvents(Integer.parseInt(matcher.group(1)), pairs);
        return Optional.of(new CcTalkPosition(events, Integer.parseInt(matcher.group(3))));
    }

    @Override
    public String toString() {
        return "counter=" + events.counter() + " memory=" + String.join(",", events.pairs()) + " sent=" + sent;
    }
}
