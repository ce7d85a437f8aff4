package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import it.sportello.devices.link.LinkAddress;
import java.util.List;

/**
 * A virtual card reader that this program is itself, for trials where PC/SC has no virtual one. It listens at a port of
 * this computer; nobody else can put a card in.
 */
final class VpcdReaderMaker implements DeviceMaker {
    private static final List<String> HERE = List.of("127.0.0.1", "localhost");

    @Override
    public String driver() {
        return "vpcd";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of();
    }

    @Override
    public boolean onlyOne() {
        return true;
    }

    @Override
    public List<SettingProblem> problems(DeviceEntry entry) {
        return port(entry) > 0
                ? List.of()
                : List.of(SettingProblem.of(entry, SettingProblem.Reason.ADDRESS_WRONG, entry.address()));
    }

    /** The port on this computer; 0 when the address is another. */
    private static int port(DeviceEntry entry) {
        try {
            return LinkAddress.parse(entry.address()) instanceof LinkAddress.Tcp(String host, int port)
                            && HERE.contains(host)
                    ? port
                    : 0;
        } catch (IllegalArgumentException noAddress) {
            return 0;
        }
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        CardBackend virtual = CardReaders.virtualReader(port(entry), parts.guard());
        return CardReaders.reader(
                CardReaderSettings.usual(entry.id()), parts.wires().cards(entry, virtual), parts.clock());
    }
}
