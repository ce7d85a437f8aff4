package it.sportello.app.device;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.wiring.DeviceFile;
import it.sportello.app.wiring.DeviceWords;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.setup.AddressForm;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceMaker;
import it.sportello.devices.setup.DeviceSettings;
import it.sportello.devices.setup.DriverOption;
import it.sportello.devices.setup.PlaceFinder;
import it.sportello.devices.setup.SettingProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** State of the set-up of devices: a draft of the settings, and the device of it that is worked on. */
public final class DeviceSetupViewModel {
    private static final int MOST_OF_ONE_KIND = 100;

    /** One device of the draft in words. */
    public record Line(String id, String name, String place) {}

    private final Frame frame;
    private final DeviceSetup setup;
    private final BooleanSupplier mayChange;
    private final Texts texts;
    private final DeviceWords words = new DeviceWords();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<String> places = FXCollections.observableArrayList();
    private final StringProperty driver = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty options = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper optionHelp = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty changed = new SimpleBooleanProperty();
    private final Map<String, String> proposals = new LinkedHashMap<>();
    private final SiteCard scannedCard = new SiteCard();
    private DeviceSettings draft = DeviceSettings.NONE;
    private Optional<String> edited = Optional.empty();

    /**
     * The set-up of this desk.
     *
     * @param mayChange whether who is signed in may change the settings; also those that come from a file or a card
     */
    public DeviceSetupViewModel(Frame frame, DeviceSetup setup, BooleanSupplier mayChange, Texts texts) {
        this.frame = frame;
        this.setup = setup;
        this.mayChange = mayChange;
        this.texts = texts;
        driver.subscribe(this::explainOptions);
        List.of(driver, name, address, options).forEach(one -> one.subscribe(() -> result.set("")));
    }

    /** The devices of the draft. */
    public ObservableList<Line> lines() {
        return lines;
    }

    /** The places that were found. */
    public ObservableList<String> places() {
        return places;
    }

    /** The drivers there are, by their stable names. */
    public List<String> drivers() {
        return setup.catalogue().makers().stream().map(DeviceMaker::driver).toList();
    }

    /** What a driver is called, with the kind of its devices. */
    public String driverName(String stable) {
        String key = "driver." + stable;
        String own = texts.has(key) ? texts.get(key) : stable;
        return setup.catalogue()
                .maker(stable)
                .map(maker -> texts.get("setup.driver.name", words.kind(maker.kind()), own))
                .orElse(own);
    }

    public StringProperty driverProperty() {
        return driver;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty addressProperty() {
        return address;
    }

    /** One option a line, {@code name=value}; a name may come again for a value of several lines. */
    public StringProperty optionsProperty() {
        return options;
    }

    /** What the driver can be told. */
    public ReadOnlyStringProperty optionHelpProperty() {
        return optionHelp.getReadOnlyProperty();
    }

    /** What is wrong, all of it; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How the last trial ended. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** While a trial or a search runs. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the draft differs from what is stored. */
    public BooleanProperty changedProperty() {
        return changed;
    }

    /** Begins from what is stored. */
    public void begin() {
        frame.background().run(setup::stored).onSuccess(content -> {
            draft = content instanceof DeviceFile.Content.Read read ? read.settings() : DeviceSettings.NONE;
            changed.set(false);
            if (content instanceof DeviceFile.Content.Damaged || content instanceof DeviceFile.Content.OtherVersion) {
                problem.set(texts.get("setup.file.damaged"));
            }
            showLines();
            if (draft.devices().isEmpty()) {
                add();
            } else {
                edit(draft.devices().getFirst().id());
            }
        });
    }

    private void showLines() {
        List<Line> next = new ArrayList<>();
        for (DeviceEntry entry : draft.devices()) {
            String place = entry.address().isEmpty() ? texts.get("devices.noport") : entry.address();
            next.add(new Line(
                    entry.id(),
                    words.name(entry.kind(), entry.id()),
                    setup.locked().contains(entry.id()) ? texts.get("setup.locked", place) : place));
        }
        lines.setAll(next);
    }

    /** Works on a device of the draft. */
    public void edit(String id) {
        draft.device(id).ifPresent(entry -> {
            edited = Optional.of(id);
            driver.set(entry.driver());
            name.set(entry.id());
            address.set(entry.address());
            options.set(entry.options().entrySet().stream()
                    .flatMap(option -> option.getValue().lines().map(line -> option.getKey() + "=" + line))
                    .collect(Collectors.joining("\n")));
        });
    }

    /** Begins a new device; what was typed for another one stays in the draft when it was taken over. */
    public void add() {
        edited = Optional.empty();
        driver.set("escpos");
        name.set(freeName(DeviceKind.RECEIPT_PRINTER));
        address.set("");
        options.set("");
    }

    private String freeName(DeviceKind kind) {
        String base = switch (kind) {
            case CARD_READER -> "reader";
            case BARCODE_READER -> "scanner";
            case RECEIPT_PRINTER -> "printer";
            case SHEET_PRINTER -> "sheets";
            case LABEL_PRINTER -> "labels";
            case QUEUE_DISPLAY -> "display";
            case NOTE_DETECTOR -> "detector";
            case TICKET_DISPENSER -> "dispenser";
            case PAYMENT_TERMINAL -> "terminal";
        };
        for (int i = 1; i < MOST_OF_ONE_KIND; i++) {
            String candidate = i == 1 ? base : base + "-" + i;
            if (draft.device(candidate).isEmpty() && !setup.locked().contains(candidate)) {
                return candidate;
            }
        }
        return base;
    }

    /** A place was chosen or typed: the driver it speaks for is proposed for a new device. */
    public void proposeFor(String place) {
        String proposed = proposals.getOrDefault(place, PlaceFinder.proposalFor(place));
        if (edited.isEmpty() && !proposed.isEmpty()) {
            driver.set(proposed);
            setup.catalogue().maker(proposed).ifPresent(maker -> name.set(freeName(maker.kind())));
        }
    }

    private void explainOptions(String stable) {
        String explained = setup.catalogue()
                .maker(stable)
                .map(maker -> maker.options().stream().map(this::explain).collect(Collectors.joining("; ")))
                .orElse("");
        optionHelp.set(
                explained.isEmpty() ? texts.get("setup.options.none") : texts.get("setup.options.are", explained));
    }

    private String explain(DriverOption option) {
        String choices = option.choices().stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
        return choices.isEmpty() ? option.name() : texts.get("setup.option.choices", option.name(), choices);
    }

    /** The device as it is typed. */
    private DeviceEntry typed() {
        DeviceKind kind =
                setup.catalogue().maker(driver.get()).map(DeviceMaker::kind).orElse(DeviceKind.RECEIPT_PRINTER);
        AddressForm form =
                setup.catalogue().maker(driver.get()).map(DeviceMaker::address).orElse(AddressForm.LINK);
        Map<String, String> values = new LinkedHashMap<>();
        options.get().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            String key = equals < 0 ? line.strip() : line.substring(0, equals).strip();
            values.merge(key, equals < 0 ? "" : line.substring(equals + 1), (one, more) -> one + "\n" + more);
        });
        String place = form == AddressForm.NONE ? "" : address.get().strip();
        return new DeviceEntry(name.get().strip(), kind, driver.get(), place, values);
    }

    /** The draft with what is typed. */
    private DeviceSettings withTyped() {
        DeviceEntry entry = typed();
        DeviceSettings next = draft;
        String old = edited.orElse("");
        if (!old.isEmpty() && !old.equals(entry.id())) {
            next = next.without(old);
        }
        return next.with(entry);
    }

    /** Takes the typed device over into the draft when nothing is wrong with it; says everything that is. */
    public boolean takeOver() {
        if (setup.locked().contains(typed().id())) {
            problem.set(texts.get("setup.problem.locked", typed().id()));
            return false;
        }
        if (edited.isEmpty() && draft.device(typed().id()).isPresent()) {
            problem.set(texts.get("setup.problem.NAME_TWICE", typed().id()));
            return false;
        }
        DeviceSettings next = withTyped();
        List<SettingProblem> found = setup.problems(next);
        problem.set(explain(found));
        if (!found.isEmpty()) {
            return false;
        }
        changed.set(changed.get() || !next.equals(draft));
        draft = next;
        edited = Optional.of(typed().id());
        showLines();
        return true;
    }

    private String explain(List<SettingProblem> found) {
        return found.stream()
                .map(one -> texts.get(
                        "setup.problem." + one.reason().name(), one.details().toArray()))
                .collect(Collectors.joining("\n"));
    }

    /** Takes the device that is worked on out of the draft. */
    public void remove() {
        edited.ifPresent(id -> {
            draft = draft.without(id);
            changed.set(true);
            problem.set("");
            showLines();
            if (draft.devices().isEmpty()) {
                add();
            } else {
                edit(draft.devices().getFirst().id());
            }
        });
    }

    /** Looks for places. */
    public void find() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        frame.background().run(setup::find).whenOver(() -> busy.set(false)).onSuccess(found -> {
            proposals.clear();
            found.forEach(place -> proposals.put(place.address(), place.driver()));
            places.setAll(proposals.keySet());
            frame.messages().information(texts.get("setup.found", places.size()));
        });
    }

    /** Says so when who is signed in only reads. */
    private boolean onlyReads() {
        boolean reads = !mayChange.getAsBoolean();
        if (reads) {
            problem.set(texts.get("setup.readonly"));
        }
        return reads;
    }

    /** Tries the device that is worked on, as it is typed. */
    public void tryOut() {
        if (busy.get() || onlyReads() || !takeOver()) {
            return;
        }
        DeviceEntry entry = typed();
        busy.set(true);
        result.set(texts.get("setup.try." + entry.kind().name()));
        frame.background()
                .run(() -> setup.tryOut(entry, slip(entry)))
                .whenOver(() -> busy.set(false))
                .onSuccess(ended -> result.set(words(ended)))
                .onFailure(this::notWritten);
    }

    private String words(DeviceTrial.Result ended) {
        String why = ended.code().isEmpty() ? "" : words.detail(ended.entry().kind(), ended.code(), ended.details());
        return texts.get("setup.result." + ended.ending().name(), why);
    }

    /** The test print: words, accents and the euro sign, so that a wrong profile shows on paper. */
    private ReceiptDocument slip(DeviceEntry entry) {
        return ReceiptDocument.builder()
                .centered(texts.get("setup.slip.title"), TextStyle.PLAIN)
                .separator()
                .columns(entry.id(), entry.driver())
                .text(texts.get("setup.slip.letters"))
                .text(texts.get("setup.slip.check"))
                .qrCode("sportello")
                .cut()
                .build();
    }

    /** Stores the draft and works with it from now on. */
    public void save() {
        if (busy.get() || onlyReads() || !takeOver()) {
            return;
        }
        DeviceSettings next = draft;
        busy.set(true);
        frame.background()
                .run(() -> setup.save(next))
                .whenOver(() -> busy.set(false))
                .onSuccess(found -> {
                    problem.set(explain(found));
                    if (found.isEmpty()) {
                        changed.set(false);
                        frame.messages()
                                .good(texts.get("setup.saved", next.devices().size()));
                    }
                })
                .onFailure(this::notWritten);
    }

    /** Writes the draft as a site file. */
    public void export() {
        DeviceSettings now = draft;
        frame.background()
                .run(() -> setup.export(now))
                .onSuccess(file -> frame.messages().good(texts.get("setup.exported", file)))
                .onFailure(this::notWritten);
    }

    /** Takes the devices of the site file into the draft; nothing is stored before {@link #save}. */
    public void importSite() {
        if (onlyReads()) {
            return;
        }
        frame.background()
                .run(() -> setup.read(setup.siteFile()))
                .onSuccess(content -> {
                    switch (content) {
                        case DeviceFile.Content.Read read -> imported(read.settings());
                        case DeviceFile.Content.OtherVersion other ->
                            problem.set(texts.get("setup.import.version", other.version()));
                        case DeviceFile.Content.Damaged damaged -> problem.set(texts.get("setup.import.damaged"));
                        case DeviceFile.Content.Missing none ->
                            problem.set(texts.get("setup.import.none", setup.siteFile()));
                    }
                })
                .onFailure(failure -> {
                    if (!(failure instanceof IOException)) {
                        throw new IllegalStateException(failure);
                    }
                    problem.set(texts.get("setup.import.none", setup.siteFile()));
                });
    }

    private void imported(DeviceSettings settings) {
        List<SettingProblem> found = setup.problems(settings);
        problem.set(explain(found));
        if (!found.isEmpty()) {
            return;
        }
        OutsideAddresses.question(settings, setup.catalogue(), words, texts)
                .ifPresentOrElse(
                        question -> frame.dialogs().confirm(question, () -> take(settings)), () -> take(settings));
    }

    private void take(DeviceSettings settings) {
        draft = settings;
        changed.set(true);
        showLines();
        if (!draft.devices().isEmpty()) {
            edit(draft.devices().getFirst().id());
        }
        frame.messages()
                .information(texts.get("setup.imported", settings.devices().size()));
    }

    /** Prints the draft as codes that another desk scans here. */
    public void printCard() {
        List<String> codes = SiteCard.codes(draft);
        if (codes.isEmpty()) {
            problem.set(texts.get("setup.card.long"));
            return;
        }
        ReceiptDocument.Builder card = ReceiptDocument.builder();
        card.centered(texts.get("setup.card.title"), TextStyle.PLAIN).separator();
        for (int i = 0; i < codes.size(); i++) {
            card.centered(texts.get("setup.card.part", i + 1, codes.size()), TextStyle.PLAIN)
                    .qrCode(codes.get(i))
                    .feed(1);
        }
        ReceiptDocument document = card.cut().build();
        frame.background().run(() -> setup.print(document)).onSuccess(printed -> {
            if (printed) {
                frame.messages().good(texts.get("setup.card.printed", codes.size()));
            } else {
                problem.set(texts.get("setup.card.notprinted"));
            }
        });
    }

    /** A code was scanned: those of a printed card set this desk up. */
    public void scanned(String code) {
        if (busy.get() || onlyReads()) {
            return;
        }
        switch (scannedCard.accept(code)) {
            case SiteCard.Step.NotOurs no -> frame.messages().attention(texts.get("setup.card.other"));
            case SiteCard.Step.Waiting more ->
                frame.messages().information(texts.get("setup.card.more", more.have(), more.total()));
            case SiteCard.Step.Damaged damaged -> problem.set(texts.get("setup.card.damaged"));
            case SiteCard.Step.Complete whole -> imported(whole.settings());
        }
    }

    private void notWritten(Exception failure) {
        if (!(failure instanceof IOException || failure instanceof UncheckedIOException)) {
            throw new IllegalStateException(failure);
        }
        problem.set(texts.get("devices.notwritten"));
    }
}
