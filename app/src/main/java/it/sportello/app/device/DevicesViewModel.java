package it.sportello.app.device;

import it.sportello.app.device.DevicePanel.Row;
import it.sportello.app.device.DevicePanel.Tested;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeviceWords;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.trace.DeviceStatistics;
import it.sportello.devices.trace.TraceFile;
import it.sportello.devices.trace.TraceFrame;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of S55: the devices, the one that is looked at, and what passes on its line. */
public final class DevicesViewModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ITALY);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ITALY);

    /** One device in words. */
    public record Line(String id, String name, Tone tone, String state, String place) {}

    private final Frame frame;
    private final DevicePanel panel;
    private final DeviceWords words = new DeviceWords();
    private final Texts texts;
    private final Map<String, String> environment;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trace = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper testable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
    private String selected = "";

    /** @param environment of the process: it tells a simulated card service */
    public DevicesViewModel(Frame frame, DevicePanel panel, Texts texts, Map<String, String> environment) {
        this.frame = frame;
        this.panel = panel;
        this.texts = texts;
        this.environment = Map.copyOf(environment);
    }

    /** The devices in the order of the settings. */
    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyStringProperty headingProperty() {
        return heading.getReadOnlyProperty();
    }

    /** What is the matter with the device and what to do. */
    public ReadOnlyStringProperty adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** Model, driver, port, last event. */
    public ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What passed on the line, one frame a line, the newest last. */
    public ReadOnlyStringProperty traceProperty() {
        return trace.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty testableProperty() {
        return testable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Whether a device is looked at. */
    public ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Another device is looked at. */
    public void select(String id) {
        if (!id.equals(selected)) {
            selected = id;
            paused.set(false);
            refresh();
        }
    }

    public String selected() {
        return selected;
    }

    /** The trace stands still, or goes on. */
    public void pause() {
        paused.set(!paused.get());
        refresh();
    }

    /** Looks again at everything; called every second while the screen is shown. */
    public void refresh() {
        List<Row> rows = panel.rows();
        List<Line> next = rows.stream().map(this::line).toList();
        if (!next.equals(lines)) {
            if (next.size() == lines.size()) {
                for (int i = 0; i < next.size(); i++) {
                    if (!next.get(i).equals(lines.get(i))) {
                        lines.set(i, next.get(i));
                    }
                }
            } else {
                lines.setAll(next);
            }
        }
        Optional<Row> row =
                rows.stream().filter(one -> one.entry().id().equals(selected)).findFirst();
        chosen.set(row.isPresent());
        row.ifPresentOrElse(this::show, this::showNothing);
    }

    private Line line(Row row) {
        return new Line(
                row.entry().id(),
                words.name(row.entry().kind(), row.entry().id()),
                DeviceWords.tone(row.status()),
                words.state(row.status()),
                place(row));
    }

    private String place(Row row) {
        String address = row.entry().address();
        String port = address.isEmpty() ? texts.get("devices.noport") : address;
        return DevicePanel.isSimulator(row.entry(), environment) ? texts.get("devices.simulated", port) : port;
    }

    private void show(Row row) {
        heading.set(texts.get(
                "devices.heading", words.name(row.entry().kind(), row.entry().id()), words.state(row.status())));
        String detail = words.detail(row.status());
        advice.set(detail.isEmpty() ? texts.get("devices.fine") : detail);
        facts.set(texts.get("devices.facts", model(row), place(row), lastEvent(row)));
        counts.set(counts(row.statistics()));
        testable.set(row.canTest());
        if (!paused.get()) {
            trace.set(traceText());
        }
    }

    private void showNothing() {
        heading.set("");
        advice.set("");
        facts.set("");
        counts.set("");
        trace.set("");
        testable.set(false);
    }

    private String model(Row row) {
        String key = "driver." + row.entry().driver();
        String driver = texts.has(key) ? texts.get(key) : row.entry().driver();
        String options = row.entry().options().entrySet().stream()
                .filter(option -> !option.getKey().equals("rules"))
                .map(option -> option.getKey() + " " + option.getValue())
                .collect(Collectors.joining(", "));
        return options.isEmpty() ? driver : texts.get("devices.model", driver, options);
    }

    private String lastEvent(Row row) {
        Instant since = row.status().since();
        Optional<Instant> data = row.statistics().lastData();
        String state = texts.get("devices.since", words.state(row.status()), moment(since));
        return data.map(at -> texts.get("devices.lastdata", state, moment(at))).orElse(state);
    }

    private String counts(DeviceStatistics counted) {
        return texts.get(
                "devices.counts",
                moment(counted.since()),
                counted.sent(),
                counted.received(),
                counted.failures(),
                counted.faults(),
                counted.losses(),
                counted.reconnects());
    }

    private String moment(Instant at) {
        ZoneId zone = frame.clock().getZone();
        boolean today = at.atZone(zone)
                .toLocalDate()
                .equals(frame.clock().instant().atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(at.atZone(zone));
    }

    private String traceText() {
        List<TraceFrame> frames = panel.frames(selected);
        if (frames.isEmpty()) {
            return texts.get("devices.trace.none");
        }
        Instant begin = frames.getFirst().at();
        return frames.stream().map(one -> TraceFile.line(one, begin)).collect(Collectors.joining("\n"));
    }

    /** Asks the device how it is. */
    public void test() {
        if (!testable.get()) {
            return;
        }
        String id = selected;
        frame.messages().information(texts.get("devices.testing"));
        frame.background().run(() -> panel.test(id)).onSuccess(ended -> {
            ended.ifPresent(this::tested);
            refresh();
        });
    }

    private void tested(Tested ended) {
        DeviceKind kind = ended.status().kind();
        String name = words.name(kind, ended.status().id());
        if (!ended.answered()) {
            frame.messages().danger(texts.get("devices.tested.not", name, words.detail(kind, ended.code(), List.of())));
        } else if (ended.status().state().isUsable()) {
            frame.messages().good(texts.get("devices.tested", name, words.state(ended.status())));
        } else {
            frame.messages()
                    .attention(texts.get("devices.tested.state", name, words.state(ended.status()), advice.get()));
        }
    }

    /** Writes the trace as a file. */
    public void export() {
        String id = selected;
        frame.background()
                .run(() -> panel.exportTrace(id))
                .onSuccess(file -> frame.messages().good(texts.get("devices.exported", file)))
                .onFailure(failure -> notWritten(failure));
    }

    /** Writes a request for what the device uses up. */
    public void requestSupplies() {
        Optional<Row> row = panel.rows().stream()
                .filter(one -> one.entry().id().equals(selected))
                .findFirst();
        row.ifPresent(one -> {
            List<String> note = List.of(
                    texts.get("supply.title"),
                    texts.get(
                            "supply.when",
                            DAY.format(
                                    frame.clock().instant().atZone(frame.clock().getZone()))),
                    texts.get(
                            "supply.device",
                            words.name(one.entry().kind(), one.entry().id()),
                            model(one)),
                    texts.get(
                            "supply.what",
                            texts.get("supply." + one.entry().kind().name())),
                    texts.get("supply.state", words.state(one.status()), words.detail(one.status())));
            String id = selected;
            frame.background()
                    .run(() -> panel.requestSupplies(id, note))
                    .onSuccess(file -> frame.messages().good(texts.get("supply.written", file)))
                    .onFailure(failure -> notWritten(failure));
        });
    }

    private void notWritten(Exception failure) {
        if (failure instanceof IOException) {
            frame.messages().danger(texts.get("devices.notwritten"));
        } else {
            throw new IllegalStateException(failure);
        }
    }
}
