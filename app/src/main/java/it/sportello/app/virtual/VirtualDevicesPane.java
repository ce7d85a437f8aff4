package it.sportello.app.virtual;

import it.sportello.app.frame.Background;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.ThreadedBackground;
import it.sportello.devices.scanner.OwnCode;
import it.sportello.devices.twin.printer.PaperState;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What a person can do with the twins: insert a card, read a code, take the paper away, look at roll and display. */
final class VirtualDevicesPane {
    private static final Duration LOOK = Duration.millis(500);

    private final VirtualDesk desk;
    private final Optional<SampleFile.Cast> cast;
    private final Optional<VirtualTotem> totem;
    private final Background background;
    private final Texts texts = Texts.of(VirtualDevicesPane.class);
    private final PaneParts parts = new PaneParts(texts);
    private final TerminalPane terminal;
    private final ListView<SampleFile.Persona> people = new ListView<>();
    private final Label display = new Label();
    private final Label secondDisplay = new Label();
    private final Label reader = new Label();
    private final Label number = new Label();
    private final ImageView roll = new ImageView();
    private final SplitPane root = new SplitPane();

    VirtualDevicesPane(VirtualDesk desk, Optional<SampleFile.Cast> cast, Optional<VirtualTotem> totem, FxDoor door) {
        this.desk = desk;
        this.cast = cast;
        this.totem = totem;
        this.background = new ThreadedBackground(door::later, failure -> number.setText(texts.get("totem.silent")));
        this.terminal = new TerminalPane(desk.terminal(), texts);
        root.setOrientation(Orientation.HORIZONTAL);
        root.getItems().addAll(citizens(), devices());
        root.setDividerPositions(0.44);
        desk.printer().addListener(() -> door.later(this::showRoll));
        desk.display().addListener(() -> door.later(this::showDisplay));
        desk.secondDisplay().addListener(() -> door.later(this::showDisplay));
        Timeline looks = new Timeline(new KeyFrame(LOOK, event -> terminal.look()));
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
        showRoll();
        showDisplay();
        showReader();
    }

    Parent root() {
        return root;
    }

    private VBox citizens() {
        people.getItems().setAll(cast.map(SampleFile.Cast::personas).orElse(List.of()));
        people.setCellFactory(list -> new PersonaCell(texts));
        people.setAccessibleText(texts.get("people"));
        Label nobody = new Label(texts.get("people.none"));
        nobody.setWrapText(true);
        people.setPlaceholder(nobody);
        people.getSelectionModel().selectFirst();
        VBox.setVgrow(people, Priority.ALWAYS);
        Label title = parts.heading("people");
        title.setLabelFor(people);
        FlowPane acts = PaneParts.row(
                act("card.insert", person -> desk.insertCard(person, today())),
                act("code.scan", person -> desk.scanner().scan(person.code())),
                act("prescription.scan", this::scanPrescription),
                act(
                        "reminder.scan",
                        person -> person.bookings().stream()
                                .findFirst()
                                .ifPresent(booking -> desk.scanner().scan(OwnCode.BOOKING.encode(booking.number())))));
        VBox box = new VBox(title, people, acts, typed());
        box.getStyleClass().addAll("gap-12", "pad-16");
        return box;
    }

    private VBox typed() {
        TextField code = new TextField();
        code.setId("typed");
        code.setAccessibleText(texts.get("typed"));
        code.setPromptText(texts.get("typed.prompt"));
        code.setOnAction(event -> {
            if (!code.getText().isBlank()) {
                desk.scanner().scan(code.getText().strip());
                code.selectAll();
            }
        });
        Label label = new Label(texts.get("typed"));
        label.getStyleClass().add("field-label");
        label.setLabelFor(code);
        VBox box = new VBox(label, code);
        box.getStyleClass().add("gap-4");
        return box;
    }

    private VBox devices() {
        TabPane families = new TabPane(
                tab("printer", printer()),
                tab("displays", displays()),
                tab("detector", new NotesPane(desk.detector(), texts).root()),
                tab("terminal", terminal.root()),
                tab("faults", faults()));
        families.setId("families");
        families.setAccessibleText(texts.get("families"));
        VBox.setVgrow(families, Priority.ALWAYS);
        VBox box = PaneParts.column(
                parts.heading("reader"),
                reader,
                PaneParts.row(
                        parts.button("card.remove", () -> {
                            desk.removeCard();
                            showReader();
                        }),
                        parts.button("card.identity", () -> {
                            desk.insertIdentityCard();
                            showReader();
                        })),
                families);
        totem.ifPresent(
                machine -> box.getChildren().addAll(0, List.of(parts.heading("totem"), entrance(machine), number)));
        return box;
    }

    private Tab tab(String key, Node content) {
        ScrollPane scrolled = new ScrollPane(content);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        Tab tab = new Tab(texts.get("tab." + key), scrolled);
        tab.setClosable(false);
        return tab;
    }

    private Node faults() {
        return new FaultPane(
                        List.of(
                                new FaultPane.Named("printer", desk.printer()),
                                new FaultPane.Named("scanner", desk.scanner()),
                                new FaultPane.Named("display", desk.display()),
                                new FaultPane.Named("display.second", desk.secondDisplay()),
                                new FaultPane.Named("detector", desk.detector()),
                                new FaultPane.Named("terminal", desk.terminal())),
                        background,
                        texts)
                .root();
    }

    private Node displays() {
        return PaneParts.column(
                parts.heading("display"),
                parts.note(texts.get("address", desk.display().address())),
                dark(display, "display"),
                parts.heading("display.second"),
                parts.note(texts.get("address", desk.secondDisplay().address())),
                dark(secondDisplay, "display.second"));
    }

    private Label dark(Label screen, String key) {
        screen.getStyleClass().addAll("virtual-display");
        screen.setMaxWidth(Double.MAX_VALUE);
        screen.setAccessibleText(texts.get(key));
        return screen;
    }

    private Node printer() {
        CheckBox paper = new CheckBox(texts.get("paper.out"));
        paper.selectedProperty().subscribe(out -> desk.printer().setPaper(out ? PaperState.END : PaperState.OK));
        CheckBox cover = new CheckBox(texts.get("cover.open"));
        cover.selectedProperty().subscribe(open -> desk.printer().setCoverOpen(open));
        CheckBox silent = new CheckBox(texts.get("printer.silent"));
        silent.selectedProperty().subscribe(mute -> desk.printer().setMute(mute));
        roll.setPreserveRatio(true);
        roll.setAccessibleText(texts.get("roll"));
        ScrollPane paperPane = new ScrollPane(roll);
        // A paper of 80 mm is wider than the pane: it is shown whole, never cut and never blown up.
        roll.fitWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                1,
                                Math.min(
                                        paperPane.getViewportBounds().getWidth(),
                                        roll.getImage() == null
                                                ? 1
                                                : roll.getImage().getWidth())),
                        paperPane.viewportBoundsProperty(),
                        roll.imageProperty()));
        paperPane.setAccessibleText(texts.get("roll"));
        VBox.setVgrow(paperPane, Priority.ALWAYS);
        TitledPane last = new TitledPane(texts.get("roll"), paperPane);
        VBox.setVgrow(last, Priority.ALWAYS);
        return PaneParts.column(
                parts.heading("printer"),
                parts.note(texts.get("address", desk.printer().address())),
                PaneParts.row(paper, cover, silent),
                last);
    }

    private FlowPane entrance(VirtualTotem machine) {
        number.setText(texts.get("totem.none"));
        number.setWrapText(true);
        return PaneParts.row(machine.categories().stream()
                .map(category -> numberFor(machine, category))
                .toArray(Node[]::new));
    }

    private Button numberFor(VirtualTotem machine, String category) {
        Button button = new Button(texts.get("totem.take", category));
        button.setMnemonicParsing(true);
        button.setOnAction(event -> background
                .run(() -> machine.number(category))
                .onSuccess(given -> number.setText(
                        given.map(text -> texts.get("totem.given", text)).orElseGet(() -> texts.get("totem.silent")))));
        return button;
    }

    private void scanPrescription(SampleFile.Persona person) {
        person.prescriptions().stream().findFirst().ifPresent(prescription -> {
            desk.scanner().scan(prescription.firstPart());
            desk.scanner().scan(prescription.secondPart());
        });
    }

    private LocalDate today() {
        return cast.map(SampleFile.Cast::today).orElseThrow(() -> new IllegalStateException("no sample"));
    }

    private Button act(String key, Consumer<SampleFile.Persona> act) {
        return parts.button(key, () -> {
            SampleFile.Persona person = people.getSelectionModel().getSelectedItem();
            if (person != null) {
                act.accept(person);
                showReader();
            }
        });
    }

    private void showReader() {
        reader.setText(texts.get(desk.hasCard() ? "reader.card" : "reader.empty"));
    }

    private void showDisplay() {
        display.setText(words(desk.display().lines()));
        secondDisplay.setText(words(desk.secondDisplay().lines()));
    }

    private String words(List<String> lines) {
        String text = String.join("\n", lines);
        return text.isBlank() ? texts.get("display.empty") : text;
    }

    private void showRoll() {
        List<it.sportello.devices.twin.printer.PrintedReceipt> receipts =
                desk.printer().receipts();
        BufferedImage image = receipts.isEmpty()
                ? desk.printer().hangingImage()
                : receipts.getLast().image();
        roll.setImage(picture(image));
    }

    private static WritableImage picture(BufferedImage image) {
        int width = Math.max(1, image.getWidth());
        int height = Math.max(1, image.getHeight());
        WritableImage picture = new WritableImage(width, height);
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        picture.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return picture;
    }
}
