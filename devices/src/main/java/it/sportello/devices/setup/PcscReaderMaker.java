package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.card.CardApplications;
import it.sportello.devices.card.CardBackend;
import it.sportello.devices.card.CardReaderSettings;
import it.sportello.devices.card.CardReaders;
import java.util.List;

/** Card readers behind the machine's PC/SC service. The runtime keeps one context, so a desk has one of them. */
final class PcscReaderMaker implements DeviceMaker {
    /** Where newer lots of cards keep their files; every year or two brings one more. */
    private static final DriverOption APPLICATIONS = DriverOption.text(
            "applications",
            String.join(" ", CardApplications.KNOWN.names()),
            "(?:[0-9A-Fa-f]{2}){5,16}(?: (?:[0-9A-Fa-f]{2}){5,16}){0,19}");

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
        return List.of(APPLICATIONS);
    }

    @Override
    public boolean onlyOne() {
        return true;
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        CardApplications applications =
                new CardApplications(List.of(entry.option(APPLICATIONS).split(" ", -1)));
        CardReaderSettings usual = CardReaderSettings.usual(entry.id()).withApplications(applications);
        CardReaderSettings settings =
                entry.address().equals(DriverCatalogue.ANY_READER) ? usual : usual.withReader(entry.address());
        CardBackend pcsc = CardReaders.pcsc(CardReaderSettings.Pcsc.MACHINE, parts.guard());
        return CardReaders.reader(settings, parts.wires().cards(entry, pcsc), parts.clock());
    }
}
