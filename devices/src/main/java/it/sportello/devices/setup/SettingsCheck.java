package it.sportello.devices.setup;

import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.scanner.WedgeSettings;
import it.sportello.devices.setup.SettingProblem.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds everything in the settings that cannot work. Of two devices that collide the later one is at fault. */
final class SettingsCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");
    private static final int LONGEST_ADDRESS = 300;

    private final DriverCatalogue catalogue;
    private final List<SettingProblem> found = new ArrayList<>();
    private final Map<String, DeviceEntry> names = new HashMap<>();
    private final Map<String, DeviceEntry> ports = new HashMap<>();
    private final Map<String, DeviceEntry> singles = new HashMap<>();

    SettingsCheck(DriverCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<SettingProblem> problems(DeviceSettings settings) {
        if (!WedgeSettings.isSetting(settings.wedge())) {
            found.add(new SettingProblem("", Reason.WEDGE_WRONG, List.of(settings.wedge())));
        }
        settings.devices().forEach(this::check);
        return List.copyOf(found);
    }

    private void check(DeviceEntry entry) {
        if (!NAME.matcher(entry.id()).matches()) {
            found.add(SettingProblem.of(entry, Reason.NAME_WRONG, entry.id()));
        }
        if (names.putIfAbsent(entry.id(), entry) != null) {
            found.add(SettingProblem.of(entry, Reason.NAME_TWICE, entry.id()));
        }
        Optional<DeviceMaker> maker = catalogue.maker(entry.driver());
        if (maker.isEmpty()) {
            found.add(SettingProblem.of(entry, Reason.DRIVER_UNKNOWN, entry.driver()));
            return;
        }
        check(entry, maker.get());
    }

    private void check(DeviceEntry entry, DeviceMaker maker) {
        if (maker.kind() != entry.kind()) {
            found.add(SettingProblem.of(
                    entry, Reason.KIND_WRONG, entry.driver(), entry.kind().name()));
        }
        if (maker.onlyOne()) {
            DeviceEntry other = singles.putIfAbsent(entry.driver(), entry);
            if (other != null) {
                found.add(SettingProblem.of(entry, Reason.ONLY_ONE, entry.driver(), other.id()));
            }
        }
        address(entry, maker.address());
        options(entry, maker.options());
        found.addAll(maker.problems(entry));
    }

    private void address(DeviceEntry entry, AddressForm form) {
        String address = entry.address();
        boolean good = switch (form) {
            case NONE -> address.isEmpty();
            case READER, QUEUE -> !address.isBlank() && address.length() <= LONGEST_ADDRESS;
            case LINK -> link(entry);
        };
        // A control character is in no name of a port, and some systems end a path at it.
        good &= address.chars().noneMatch(Character::isISOControl);
        if (!good) {
            found.add(SettingProblem.of(entry, Reason.ADDRESS_WRONG, address));
        }
    }

    private boolean link(DeviceEntry entry) {
        if (entry.address().length() > LONGEST_ADDRESS) {
            return false;
        }
        try {
            String port = switch (LinkAddress.parse(entry.address())) {
                case LinkAddress.Serial serial -> serial.path();
                case LinkAddress.DeviceFile file -> file.path();
                case LinkAddress.Tcp socket -> "";
                case LinkAddress.Udp datagrams -> "";
            };
            DeviceEntry other = port.isEmpty() ? null : ports.putIfAbsent(port, entry);
            if (other != null) {
                found.add(SettingProblem.of(entry, Reason.PORT_TWICE, port, other.id()));
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void options(DeviceEntry entry, List<DriverOption> known) {
        entry.options().forEach((name, value) -> {
            Optional<DriverOption> option =
                    known.stream().filter(each -> each.name().equals(name)).findFirst();
            if (option.isEmpty()) {
                found.add(SettingProblem.of(entry, Reason.OPTION_UNKNOWN, name));
            } else if (!option.get().accepts().test(value)) {
                found.add(SettingProblem.of(
                        entry,
                        Reason.OPTION_WRONG,
                        name,
                        value,
                        String.join(", ", option.get().choices())));
            }
        });
    }
}
