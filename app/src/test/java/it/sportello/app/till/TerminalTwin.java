package it.sportello.app.till;

import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.terminal.Ecr17Terminal;
import it.sportello.devices.terminal.PaymentForm;
import it.sportello.devices.terminal.TerminalSettings;
import it.sportello.devices.terminal.TerminalTimings;
import it.sportello.devices.terminal.TerminalUse;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The real driver and the twin of the terminal, over a real connection. */
final class TerminalTwin implements AutoCloseable {
    private static final TerminalTimings SHORT = new TerminalTimings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMillis(400),
            Duration.ofMillis(200),
            Duration.ofMinutes(3),
            Duration.ofMillis(500),
            Duration.ofSeconds(3));

    final VirtualTerminal twin;
    final Ecr17Terminal terminal;

    TerminalTwin(Clock clock) {
        try {
            twin = new VirtualTerminal(TwinPlug.tcp(0), TerminalSetup.USUAL, clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        terminal = driver(clock);
    }

    /** Another driver for the same terminal, as after a restart of the desk. */
    Ecr17Terminal driver(Clock clock) {
        LinkAddress address = LinkAddress.parse(twin.address());
        TerminalSettings settings = new TerminalSettings(
                "12345678", "00000001", Optional.empty(), PaymentForm.EXTENDED, true, TerminalUse.SHARED, SHORT);
        return new Ecr17Terminal("terminal", address::newLink, settings, clock);
    }

    /** How many times a request of this kind came. */
    long heard(char code) {
        return twin.requests().stream()
                .filter(request -> request.length() > 9 && request.charAt(9) == code)
                .count();
    }

    @Override
    public void close() {
        terminal.close();
        twin.close();
    }
}
