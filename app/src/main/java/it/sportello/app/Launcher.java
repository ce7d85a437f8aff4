package it.sportello.app;

import it.sportello.app.WorkstationSettings.WindowSize;
import it.sportello.app.wiring.DeviceAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Entry point of the workstation: {@code --home DIR --backend URL --desk ID --enrolment CODE --device printer=tcp:…}.
 */
public final class Launcher {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private Launcher() {}

    /** Starts the workstation of the arguments on the system's clock. */
    public static void main(String[] arguments) throws InterruptedException {
        WorkstationSettings settings = settings(arguments, Clock.system(ROME));
        Workstation workstation = Workstation.start(settings);
        workstation.setWhenClosed(() -> Thread.ofPlatform().name("closing").start(() -> {
            workstation.close();
            workstation.door().shut();
        }));
    }

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException naming the argument that is not understood
     */
    static WorkstationSettings settings(String[] arguments, Clock clock) {
        Path home = Path.of(System.getProperty("user.home"), ".sportello", "desk");
        URI backend = URI.create("http://127.0.0.1:8080/");
        String desk = "";
        String enrolment = "";
        DeviceAddresses devices = DeviceAddresses.none();
        Optional<WindowSize> window = Optional.empty();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 >= arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--home" -> home = Path.of(value);
                case "--backend" -> backend = URI.create(value);
                case "--desk" -> desk = value;
                case "--enrolment" -> enrolment = value;
                case "--device" -> devices = devices.with(value);
                case "--window" -> window = Optional.of(size(value));
                default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
            }
        }
        return new WorkstationSettings(home, backend, desk, enrolment, devices, clock, window);
    }

    private static WindowSize size(String text) {
        String[] parts = text.split("x", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a size is WIDTHxHEIGHT: " + text);
        }
        return new WindowSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
