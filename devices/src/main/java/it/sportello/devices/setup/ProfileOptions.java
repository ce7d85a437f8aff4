package it.sportello.devices.setup;

import it.sportello.devices.printer.PrinterProfile;
import java.util.ArrayList;
import java.util.List;

/** The options of every receipt printer: the model, and what is different on this very one. Empty means as the model. */
final class ProfileOptions {
    /** Name of the capability table. */
    static final DriverOption PROFILE = DriverOption.oneOf(
            "profile", PrinterProfile.known().stream().map(PrinterProfile::name).toList());

    static final List<DriverOption> DIFFERENCES = PrinterProfile.options().stream()
            .map(option -> new DriverOption(
                    option.name(), "", choices(option.values()), value -> value.isEmpty() || suits(option, value)))
            .toList();

    static final List<DriverOption> ALL = all();

    private ProfileOptions() {}

    private static List<DriverOption> all() {
        List<DriverOption> all = new ArrayList<>();
        all.add(PROFILE);
        all.addAll(DIFFERENCES);
        return List.copyOf(all);
    }

    private static List<String> choices(List<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> choices = new ArrayList<>(List.of(""));
        choices.addAll(values);
        return choices;
    }

    private static boolean suits(PrinterProfile.Option option, String value) {
        try {
            return !PrinterProfile.EPSON_80.with(option.name(), value).name().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The model with its differences; only for settings without problems. */
    static PrinterProfile profile(DeviceEntry entry) {
        PrinterProfile profile = PrinterProfile.named(entry.option(PROFILE));
        for (DriverOption option : DIFFERENCES) {
            String value = entry.option(option);
            profile = value.isEmpty() ? profile : profile.with(option.name(), value);
        }
        return profile;
    }
}
