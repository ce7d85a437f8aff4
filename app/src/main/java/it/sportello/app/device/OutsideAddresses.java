package it.sportello.app.device;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeviceWords;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.setup.AddressForm;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which devices of some settings are reached over the network: receipts, calls and amounts go there, and settings may
 * come from a stranger's card. Ports and print queues of this computer are not among them.
 */
final class OutsideAddresses {
    private static final Pattern THIS_COMPUTER = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    private OutsideAddresses() {}

    /** The settings must be without problems. */
    private static List<DeviceEntry> of(DeviceSettings settings, DriverCatalogue catalogue) {
        return settings.devices().stream()
                .filter(entry -> catalogue
                        .maker(entry.driver())
                        .filter(maker -> maker.address() == AddressForm.LINK)
                        .isPresent())
                .filter(entry -> isOutside(LinkAddress.parse(entry.address())))
                .toList();
    }

    /** Names them to the operator; empty when there are none. */
    static Optional<Confirmation> question(
            DeviceSettings settings, DriverCatalogue catalogue, DeviceWords words, Texts texts) {
        List<String> lines = new ArrayList<>();
        of(settings, catalogue)
                .forEach(entry -> lines.add(
                        texts.get("setup.outside.line", words.name(entry.kind(), entry.id()), entry.address())));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.add(texts.get("setup.outside.effect"));
        return Optional.of(new Confirmation(
                Tone.ATTENTION,
                texts.get("setup.outside.title"),
                "",
                lines,
                texts.get("setup.outside.verb"),
                texts.get("setup.outside.cancel")));
    }

    private static boolean isOutside(LinkAddress address) {
        return switch (address) {
            case LinkAddress.Tcp tcp -> !THIS_COMPUTER.matcher(tcp.host()).matches();
            case LinkAddress.Udp udp -> !THIS_COMPUTER.matcher(udp.host()).matches();
            case LinkAddress.Serial line -> false;
            case LinkAddress.DeviceFile file -> false;
        };
    }
}
