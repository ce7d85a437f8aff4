package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import java.util.List;

/** Card readers behind the machine's PC/SC service. The runtime keeps one context, so a desk has one of them. */
final class PcscReaderMaker implements DeviceMaker {
    @Override
    public String driver() {
        return "pcsc";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_READER;
    }

    @Override
    public AddressForm address() {
        return AddressForm.READER;
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
    public Device make(DeviceEntry entry, MakerParts parts) {
        CardReaderSettings usual = CardReaderSettings.usual(entry.id());
        CardReaderSettings settings =
                entry.address().equals(DriverCatalogue.ANY_READER) ? usual : usual.withReader(entry.address());
        CardBackend pcsc = CardReaders.pcsc(CardReaderSettings.Pcsc.MACHINE, parts.guard());
        return CardReaders.reader(settings, parts.wires().cards(entry, pcsc), parts.clock());
    }
}
