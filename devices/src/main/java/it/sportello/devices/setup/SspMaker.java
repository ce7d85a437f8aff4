package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.detector.NoteValidators;
import it.sportello.devices.link.LinkAddress;
import java.util.List;

/** Note validators that speak ITL SSP without encryption. */
final class SspMaker implements DeviceMaker {
    @Override
    public String driver() {
        return "ssp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.NOTE_DETECTOR;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(ValidatorOptions.USE, ValidatorOptions.NOTES);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        return NoteValidators.ssp(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                ValidatorOptions.of(entry),
                parts.memory(),
                parts.clock());
    }
}
