/** Drivers of the desk's devices, and a faithful twin of each on the real channel. */
@org.jspecify.annotations.NullMarked
module it.sportello.devices {
    requires static org.jspecify;
    requires transitive it.sportello.domain;
    requires com.fazecast.jSerialComm;
    requires com.sun.jna;
    requires com.google.zxing;
    requires java.desktop;
    requires java.smartcardio;
    requires jdk.net;
    requires org.slf4j;

    exports it.sportello.devices;
    exports it.sportello.devices.card;
    exports it.sportello.devices.detector;
    exports it.sportello.devices.dispenser;
    exports it.sportello.devices.display;
    exports it.sportello.devices.link;
    exports it.sportello.devices.printer;
    exports it.sportello.devices.scanner;
    exports it.sportello.devices.setup;
    exports it.sportello.devices.terminal;
    exports it.sportello.devices.trace;
    exports it.sportello.devices.twin;
    exports it.sportello.devices.twin.card;
    exports it.sportello.devices.twin.command;
    exports it.sportello.devices.twin.detector;
    exports it.sportello.devices.twin.dispenser;
    exports it.sportello.devices.twin.display;
    exports it.sportello.devices.twin.printer;
    exports it.sportello.devices.twin.scanner;
    exports it.sportello.devices.twin.terminal;
}
