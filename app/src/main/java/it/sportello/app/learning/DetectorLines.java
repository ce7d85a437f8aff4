package it.sportello.app.learning;

import it.sportello.app.wiring.DeskDevices;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.devices.detector.LineLearning;
import it.sportello.devices.detector.LineListener;
import it.sportello.devices.detector.LineMeaning;
import it.sportello.devices.detector.LineRule;
import it.sportello.devices.detector.LineRules;
import it.sportello.devices.detector.TextLineDetector;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.SettingProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The last lines of the desk's detector, and its rules in the settings. Lines come on the device's thread. */
final class DetectorLines implements LineListener {
    private static final String RULES = "rules";
    private static final String DECIMAL = "decimal";

    private final DeskDevices devices;
    private final DeviceFile file;
    private final DeviceAddresses given;
    private final Function<DeviceSettings, List<SettingProblem>> store;
    private final LineLearning learning = new LineLearning(LineRules.of(List.of()));
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Lent> lent = Optional.empty();

    /** Rules that a detector of the command line uses without being in the settings. */
    private record Lent(TextLineDetector to, String rules) {}

    /** What saving came to. */
    enum Saved {
        DONE,
        /** The command line decides on this device: the rules hold until the program ends. */
        UNTIL_THE_END,
        /** The settings have a problem of their own, or cannot be read, and were not touched. */
        REFUSED,
        NO_DETECTOR
    }

    /**
     * The lines of a desk.
     *
     * @param given devices of the command line, which are not in the file
     * @param store puts settings into the file and works with them, or tells their problems and does nothing; may wait
     */
    DetectorLines(
            DeskDevices devices,
            DeviceFile file,
            DeviceAddresses given,
            Function<DeviceSettings, List<SettingProblem>> store) {
        this.devices = devices;
        this.file = file;
        this.given = given;
        this.store = store;
    }

    @Override
    public void heard(String line, LineMeaning meaning) {
        learning.heard(line, meaning);
        listeners.forEach(Runnable::run);
    }

    /** Told of every line, on the device's thread; must return at once. */
    void onLine(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private Optional<DeskDevices.Fitted> fitted() {
        return devices.all().stream()
                .filter(one -> one.device() instanceof TextLineDetector)
                .findFirst();
    }

    /** Whether the desk has a detector that writes lines. */
    boolean isHere() {
        return fitted().isPresent();
    }

    /** The rules in use, one a line. */
    String rules() {
        return fitted().map(this::rulesOf).orElse("");
    }

    private String rulesOf(DeskDevices.Fitted one) {
        return lent.filter(now -> now.to() == one.device())
                .map(Lent::rules)
                .orElseGet(() -> one.entry().options().getOrDefault(RULES, ""));
    }

    /** The lines heard so far, oldest first, each as these rules understand it. Takes its time over slow rules. */
    List<LineLearning.LearnedLine> lines(List<LineRule> rules) {
        learning.use(with(rules));
        return learning.lines();
    }

    private LineRules with(List<LineRule> rules) {
        LineRules usual = LineRules.of(rules);
        char decimal = fitted().map(
                        one -> one.entry().options().getOrDefault(DECIMAL, ",").charAt(0))
                .orElse(',');
        return new LineRules(rules, usual.genuine(), usual.suspect(), usual.rejected(), decimal);
    }

    /** Puts the rules into the settings of the detector, and works with them. May wait for the disk and the device. */
    Saved save(List<LineRule> rules) {
        Optional<DeskDevices.Fitted> detector = fitted();
        if (detector.isEmpty()) {
            return Saved.NO_DETECTOR;
        }
        String text = rules.stream().map(LineRule::toString).collect(Collectors.joining("\n"));
        DeviceEntry entry = detector.get().entry().with(RULES, text);
        if (given.names().contains(entry.id())) {
            TextLineDetector device = (TextLineDetector) detector.get().device();
            device.use(with(rules));
            lent = Optional.of(new Lent(device, text));
            return Saved.UNTIL_THE_END;
        }
        // A file that cannot be read now would be written over with this one device.
        return file.read() instanceof DeviceFile.Content.Read read
                        && store.apply(read.settings().with(entry)).isEmpty()
                ? Saved.DONE
                : Saved.REFUSED;
    }
}
