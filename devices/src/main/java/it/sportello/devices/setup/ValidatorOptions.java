package it.sportello.devices.setup;

import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.detector.ValidatorSettings.Use;
import it.sportello.domain.till.Denomination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every validator can be told, whatever its protocol. */
final class ValidatorOptions {
    /** Whether it keeps notes. */
    static final DriverOption USE = DriverOption.oneOf("use", List.of(Use.KEEP.name(), Use.GIVE_BACK.name()));

    /** Which notes it takes: euro, joined by commas. */
    static final DriverOption NOTES = new DriverOption("notes", standardNotes(), List.of(), ValidatorOptions::areNotes);

    private ValidatorOptions() {}

    static ValidatorSettings of(DeviceEntry entry) {
        ValidatorSettings usual = ValidatorSettings.USUAL;
        return new ValidatorSettings(
                Use.valueOf(entry.option(USE)),
                notes(entry.option(NOTES)),
                usual.poll(),
                usual.answer(),
                usual.tries(),
                usual.retry());
    }

    private static String standardNotes() {
        List<String> all = new ArrayList<>();
        for (Denomination value : Denomination.values()) {
            if (value.isNote()) {
                all.add(euro(value));
            }
        }
        return String.join(",", all);
    }

    private static Set<Denomination> notes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(ValidatorOptions::note)
                .collect(Collectors.toSet());
    }

    private static Denomination note(String euro) {
        return Arrays.stream(Denomination.values())
                .filter(value -> value.isNote() && euro(value).equals(euro))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no note of " + euro));
    }

    private static String euro(Denomination note) {
        return Integer.toString(note.cents() / 100);
    }

    private static boolean areNotes(String text) {
        try {
            return !notes(text).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
