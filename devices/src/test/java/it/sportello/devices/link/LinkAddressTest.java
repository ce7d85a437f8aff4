package it.sportello.devices.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.devices.link.SerialSettings.FlowControl;
import it.sportello.devices.link.SerialSettings.Parity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

    @Test
    void socketsAndLinesAreWrittenAsTheSettingsHoldThem() {
        assertEquals(new LinkAddress.Tcp("127.0.0.1", 9100), LinkAddress.parse("tcp:127.0.0.1:9100"));
        assertEquals(new LinkAddress.Tcp("::1", 9100), LinkAddress.parse("tcp:[::1]:9100"));
        assertEquals(
                new LinkAddress.Serial("/dev/pts/3", SerialSettings.DEFAULT), LinkAddress.parse("serial:/dev/pts/3"));
        assertEquals(
                new LinkAddress.Serial("COM12", new SerialSettings(19200, 7, Parity.EVEN, 2, FlowControl.RTSCTS)),
                LinkAddress.parse("serial:COM12?baud=19200&data=7&parity=even&stop=2&flow=rtscts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp:printer.example:9100",
                "tcp:[::1]:1",
                "serial:/dev/serial/by-id/usb-1?baud=115200",
                "usb:/dev/usb/lp0"
            })
    void theTextFormComesBack(String text) {
        LinkAddress address = LinkAddress.parse(text);
        assertEquals(address, LinkAddress.parse(address.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "usb:1",
                "tcp:",
                "tcp:host",
                "tcp:host:0",
                "tcp:host:70000",
                "tcp:ho st:1",
                "serial:",
                "serial:/dev/x?baud",
                "serial:/dev/x?baud=fast",
                "serial:/dev/x?baud=1",
                "serial:/dev/x?parity=mark",
                "serial:/dev/x?colour=red",
                "serial:/dev/x?data=9"
            })
    void whatIsNotAnAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
    }

    @Test
    void aLineCarriesWhatItsFrameLeaves() {
        assertEquals(960, SerialSettings.DEFAULT.bytesPerSecond());
        assertEquals(960, new SerialSettings(9600, 7, Parity.EVEN, 1, FlowControl.NONE).bytesPerSecond());
    }
}
