package it.sportello.quality.day.inside;

import it.sportello.app.Workstation;
import it.sportello.app.frame.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * When things happened in the workstation, by the machine's steady clock: a reading handed over by a device, a screen laid
 * out for the window. The newest few thousand.
 */
final class Moments {
    private static final int MOST = 4096;

    /** What happened and when. */
    record Moment(String what, long nanos) {}

    private final List<Moment> moments = new ArrayList<>();

    private Moments() {}

    /** Listens to a workstation that stands. */
    static Moments of(Workstation workstation) {
        Moments moments = new Moments();
        workstation.devices().onReading(reading -> moments.add(reading instanceof Reading.Card ? "CARD" : "READING"));
        Platform.runLater(() -> workstation
                .frame()
                .navigator()
                .currentProperty()
                .subscribe(now -> now.ifPresent(screen ->
                        moments.addWhenLaidOut(screen.id(), workstation.stage().getScene()))));
        return moments;
    }

    /** The screen counts when the pulse that shows it has laid it out. */
    private void addWhenLaidOut(String screen, Scene scene) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            add(screen);
            scene.removePostLayoutPulseListener(once[0]);
        };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private synchronized void add(String what) {
        if (moments.size() == MOST) {
            moments.subList(0, MOST / 2).clear();
        }
        moments.add(new Moment(what, System.nanoTime()));
    }

    /** Those later than a moment, oldest first. */
    synchronized Map<String, Object> since(long nanos) {
        return Map.of(
                "moments",
                moments.stream().filter(each -> each.nanos() - nanos > 0).toList());
    }
}
