package it.sportello.quality.day.inside;

import it.sportello.app.Workstation;
import it.sportello.app.WorkstationSettings;
import it.sportello.app.wiring.DeviceAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The real workstation in a process of its own, with the day's clock and an observer beside it. It ends when its standard
 * input closes, so that it never outlives the day.
 *
 * <p>Arguments: home folder, clock file, address of the server, desk, enrolment code, then the devices as words.
 */
public final class DayWorkstation {
    /** First word of the line that says that the window stands, followed by the observer's port. */
    public static final String READY = "DAY-WORKSTATION";

    private static final int FIXED = 5;

    private DayWorkstation() {}

    public static void main(String[] arguments) throws InterruptedException {
        Clock clock = SharedClock.open(Path.of(arguments[1]), Clock.systemUTC());
        DeviceAddresses devices = DeviceAddresses.none();
        for (String word : List.of(arguments).subList(FIXED, arguments.length)) {
            devices = devices.with(word);
        }
        Workstation workstation = Workstation.start(new WorkstationSettings(
                Path.of(arguments[0]),
                URI.create(arguments[2]),
                arguments[3],
                arguments[4],
                devices,
                clock,
                Optional.empty()));
        Observer observer = Observer.listen(Moments.of(workstation));
        System.out.println(READY + " " + observer.port());
        LastWord.await(System.in);
        workstation.close();
        System.exit(0);
    }
}
