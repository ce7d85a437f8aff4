package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.display.DisplayProtocol;
import it.sportello.devices.display.DisplayTemplate;
import it.sportello.devices.display.LinkQueueDisplay;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.setup.SettingProblem.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Displays without a published protocol, described on the spot: see {@link DisplayTemplate}. */
final class TemplateMaker implements DeviceMaker {

    private static final List<DriverOption> OPTIONS = DisplayTemplate.SETTINGS.entrySet().stream()
            .map(setting -> setting.getKey().equals("connection")
                    ? DriverOption.oneOf("connection", List.of("kept", "each"))
                    : new DriverOption(setting.getKey(), setting.getValue(), List.of(), text -> true))
            .toList();

    @Override
    public String driver() {
        return "template";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.QUEUE_DISPLAY;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return OPTIONS;
    }

    private static DisplayTemplate.Reading read(DeviceEntry entry) {
        Map<String, String> settings = OPTIONS.stream()
                .collect(Collectors.toMap(DriverOption::name, entry::option, (one, other) -> one, TreeMap::new));
        return DisplayTemplate.read(settings);
    }

    @Override
    public List<SettingProblem> problems(DeviceEntry entry) {
        return switch (read(entry)) {
            case DisplayTemplate.Reading.Good good -> List.of();
            case DisplayTemplate.Reading.Refused refused ->
                refused.faults().stream()
                        .map(fault -> SettingProblem.of(entry, Reason.DRIVER_SAYS, fault.inWords(Locale.ITALIAN)))
                        .toList();
        };
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        DisplayProtocol protocol = switch (read(entry)) {
            case DisplayTemplate.Reading.Good good -> good.protocol();
            case DisplayTemplate.Reading.Refused refused ->
                throw new IllegalArgumentException("a template with faults: " + refused.faults());
        };
        return new LinkQueueDisplay(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                protocol,
                LinkQueueDisplay.KEEP_USUAL,
                parts.clock());
    }
}
