package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.detector.CcTalkSettings;
import it.sportello.devices.detector.CcTalkSettings.Checksum;
import it.sportello.devices.detector.CcTalkSettings.Echo;
import it.sportello.devices.detector.NoteValidators;
import it.sportello.devices.link.LinkAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Note validators that speak ccTalk without encryption. */
final class CcTalkMaker implements DeviceMaker {
    /** How frames are secured. */
    static final DriverOption CHECKSUM = DriverOption.oneOf(
            "checksum", Stream.of(Checksum.values()).map(Checksum::name).toList());

    /** Whether the line gives back what is sent on it. */
    static final DriverOption ECHO =
            DriverOption.oneOf("echo", Stream.of(Echo.values()).map(Echo::name).toList());

    /** The validator's number on the line, 2 to 255. */
    static final DriverOption NUMBER =
            DriverOption.text("address", "40", "[2-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]");

    /** A pause inside a frame that makes it void, in milliseconds. */
    static final DriverOption GAP = DriverOption.text("gapMillis", "50", "[1-9][0-9]{1,3}");

    @Override
    public String driver() {
        return "cctalk";
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
        return List.of(ValidatorOptions.USE, ValidatorOptions.NOTES, CHECKSUM, ECHO, NUMBER, GAP);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        CcTalkSettings line = new CcTalkSettings(
                Checksum.valueOf(entry.option(CHECKSUM)),
                Echo.valueOf(entry.option(ECHO)),
                Integer.parseInt(entry.option(NUMBER)),
                Duration.ofMillis(Long.parseLong(entry.option(GAP))));
        return NoteValidators.ccTalk(
                entry.id(),
                parts.wires().links(entry, LinkAddress.parse(entry.address())),
                ValidatorOptions.of(entry),
                line,
                parts.memory(),
                parts.clock());
    }
}
