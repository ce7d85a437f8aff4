package it.sportello.devices.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is, as the settings hold it: {@code tcp:host:port}, {@code udp:host:port}, or {@code serial:path} with optional line settings
 * ({@code serial:/dev/ttyUSB0?baud=19200&data=7&parity=even&stop=1&flow=rtscts}), or {@code usb:/dev/usb/lp0} for the
 * printer file of Linux. The path may be typed by hand, since
 * the system's list of ports leaves some out (pseudo-terminals, names by id).
 */
public sealed interface LinkAddress {

    /** A new link to this place, not opened yet. */
    Link newLink();

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when the text is not an address; the message says which part
     */
    static LinkAddress parse(String text) {
        if (text.startsWith("tcp:")) {
            return Tcp.parse(text.substring("tcp:".length()));
        }
        if (text.startsWith("serial:")) {
            return Serial.parse(text.substring("serial:".length()));
        }
        if (text.startsWith("udp:")) {
            Tcp form = Tcp.parse(text.substring("udp:".length()));
            return new Udp(form.host(), form.port());
        }
        if (text.startsWith("usb:")) {
            return new DeviceFile(text.substring("usb:".length()));
        }
        throw new IllegalArgumentException("an address begins with tcp:, serial:, udp: or usb:");
    }

    /**
     * A socket.
     *
     * @param host name or numeric address, without brackets
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements LinkAddress {

        private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.%]+\\]|[^:\\[\\]\\s]+):([0-9]{1,5})");

        public Tcp {
            if (host.isBlank()) {
                throw new IllegalArgumentException("host is missing");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port outside 1 to 65535");
            }
        }

        static Tcp parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("a tcp address is tcp:host:port");
            }
            String host = matcher.group(1).replace("[", "").replace("]", "");
            return new Tcp(host, Integer.parseInt(matcher.group(2)));
        }

        @Override
        public Link newLink() {
            return new TcpLink(this);
        }

        @Override
        public String toString() {
            return "tcp:" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A device file of Linux that carries bytes both ways without settings, as {@code /dev/usb/lp0} does.
     *
     * @param path device file, or a link to one
     */
    record DeviceFile(String path) implements LinkAddress {

        public DeviceFile {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a device file has a whole path");
            }
        }

        @Override
        public Link newLink() {
            return new FileLink(this);
        }

        @Override
        public String toString() {
            return "usb:" + path;
        }
    }

    /**
     * A place to which datagrams are sent.
     *
     * @param host name or numeric address, without brackets
     * @param port 1 to 65535
     */
    record Udp(String host, int port) implements LinkAddress {

        public Udp {
            // The same rules, said once.
            Tcp form = new Tcp(host, port);
            host = form.host();
        }

        @Override
        public Link newLink() {
            return new UdpLink(this);
        }

        @Override
        public String toString() {
            return "udp:" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A serial line.
     *
     * @param path device file, link to one, or a Windows port name such as {@code COM12}
     */
    record Serial(String path, SerialSettings settings) implements LinkAddress {

        public Serial {
            if (path.isBlank()) {
                throw new IllegalArgumentException("the path of the serial port is missing");
            }
        }

        static Serial parse(String text) {
            int question = text.indexOf('?');
            if (question < 0) {
                return new Serial(text, SerialSettings.DEFAULT);
            }
            return new Serial(text.substring(0, question), SerialSettings.parse(text.substring(question + 1)));
        }

        @Override
        public Link newLink() {
            return new SerialLink(this);
        }

        @Override
        public String toString() {
            return "serial:" + path + "?" + settings;
        }
    }
}
