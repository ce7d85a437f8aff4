package it.sportello.app.citizen;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.service.CitizenFacts;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** S06: one field for every way to find a person. */
public final class PersonSearchView implements Screen, PersonSearchViewModel.Endings {
    /** Shorter than the pause between two words, longer than that between two keys. */
    private static final Duration TYPING = Duration.millis(180);

    private final PersonSearchViewModel model;
    private final Frame frame;
    private final PersonDoor door;
    private final CitizenFacts facts;
    private final Texts texts;
    final PauseTransition pause = new PauseTransition(TYPING);
    private final KeyAction search;
    private final Parent root;
    private String waiting;

    private List<String> cardWarnings = List.of();

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label textLabel;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField text;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label birthLabel;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField birth;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label namesLabel;

    @FXML
    @SuppressWarnings("NullAway.Init")
    TextField names;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox mistakes;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label birthMistake;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ProgressBar progress;

    @FXML
    @SuppressWarnings("NullAway.Init")
    VBox notice;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeTitle;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label noticeNext;

    @FXML
    @SuppressWarnings("NullAway.Init")
    Label count;

    @FXML
    @SuppressWarnings("NullAway.Init")
    ListView<FoundPerson> found;

    /** @param opening what was typed or scanned so far, searched for when first shown; perhaps empty text */
    public PersonSearchView(PersonSearchViewModel model, Frame frame, PersonDoor door, Texts texts, String opening) {
        this.model = model;
        this.frame = frame;
        this.door = door;
        this.facts = new CitizenFacts(frame.words());
        this.texts = texts;
        this.waiting = opening;
        this.search = KeyAction.always(Verb.CONCLUDE, texts.get("search.verb"), this::search);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        textLabel.setLabelFor(text);
        birthLabel.setLabelFor(birth);
        namesLabel.setLabelFor(names);
        text.textProperty().bindBidirectional(model.textProperty());
        birth.textProperty().bindBidirectional(model.birthProperty());
        names.textProperty().bindBidirectional(model.namesProperty());
        HelpText.set(text, texts.get("search.text.help"));
        HelpText.set(birth, texts.get("search.birth.help"));
        HelpText.set(names, texts.get("search.names.help"));
        for (TextField field : List.of(text, birth, names)) {
            // What the operator types waits for a pause; what the program put in was searched for already.
            field.addEventHandler(KeyEvent.KEY_TYPED, this::typing);
        }
        pause.setOnFinished(event -> model.typed());
        EnterKey.on(text, this::enterOnText);
        EnterKey.on(birth, this::search);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::downToList);
        progress.visibleProperty().bind(model.busyProperty());
        progress.managedProperty().bind(model.busyProperty());
        birthMistake.textProperty().bind(model.birthMistakeProperty());
        model.birthMistakeProperty().subscribe(this::showBirthMistake);
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        model.mistakes().addListener((ListChangeListener<String>) change -> showMistakes());
        showMistakes();
        found.setItems(model.found());
        found.setCellFactory(list -> new FoundPersonCell(texts, frame.words()));
        found.setPlaceholder(placeholder());
        EnterKey.on(found, this::choose);
        found.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                choose();
            }
        });
        found.addEventHandler(KeyEvent.KEY_TYPED, this::digit);
        model.found().addListener((ListChangeListener<FoundPerson>) change -> showCount());
        showCount();
    }

    @Override
    public String id() {
        return "S06";
    }

    @Override
    public String title() {
        return texts.get("search.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(search);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(text);
    }

    @Override
    public String help() {
        return texts.get("search.help");
    }

    @Override
    public void onShown() {
        String opening = waiting;
        waiting = "";
        if (!opening.isBlank()) {
            model.scanned(opening, this);
        }
    }

    @Override
    public void onHidden() {
        pause.stop();
    }

    @Override
    public boolean scanned(Reading reading) {
        return switch (reading) {
            case Reading.Code code
            when CitizenRoutes.isForPerson(code) -> {
                pause.stop();
                cardWarnings = List.of();
                model.scanned(code.text(), this);
                yield true;
            }
            case Reading.Code code -> false;
            case Reading.Card card -> {
                pause.stop();
                cardWarnings = card.warnings();
                model.card(card, this);
                warn();
                yield true;
            }
            case Reading.CardFault fault -> {
                model.cardFault(fault.sentence());
                yield true;
            }
            case Reading.CardRemoved removed -> true;
        };
    }

    @Override
    public void chosen(FoundPerson person) {
        door.open(facts.of(person.hit()));
        warn();
    }

    @Override
    public void several() {
        found.getSelectionModel().selectFirst();
        found.requestFocus();
    }

    @Override
    public void mistaken(boolean inBirthDate) {
        TextField wrong = inBirthDate ? birth : text;
        wrong.requestFocus();
        wrong.selectAll();
    }

    @Override
    public void prescription(String number) {
        frame.navigator().replace(ScreenKeys.PRESCRIPTION, number);
    }

    @Override
    public void cardDiffers(FoundPerson registry, Reading.Card card) {
        Confirmation question = new Confirmation(
                Tone.ATTENTION,
                texts.get("card.differs"),
                "",
                List.of(
                        card.birthDate().isPresent()
                                ? texts.get(
                                        "card.differs.card",
                                        card.surname(),
                                        card.names(),
                                        frame.words().date(card.birthDate().get()))
                                : texts.get("card.differs.card.noDate", card.surname(), card.names()),
                        texts.get(
                                "card.differs.registry",
                                registry.surname(),
                                registry.names(),
                                frame.words().date(registry.birthDate())),
                        texts.get("card.differs.next")),
                texts.get("card.differs.open"),
                texts.get("card.differs.back"));
        frame.dialogs().confirm(question, () -> chosen(registry));
    }

    // Said again on the page that the card leads to: it belongs to the card, not to the search.
    private void warn() {
        cardWarnings.forEach(frame.messages()::attention);
    }

    // Enter, Tab and Esc arrive as typed characters too; they end the typing, and Enter has just asked the server.
    private void typing(KeyEvent event) {
        String typed = event.getCharacter();
        if (!typed.isEmpty() && (typed.charAt(0) >= ' ' || typed.equals("\b"))) {
            pause.playFromStart();
        }
    }

    private void search() {
        pause.stop();
        cardWarnings = List.of();
        model.search(this);
    }

    // A surname alone asks for the birth date; everything else is searched for at once.
    private void enterOnText() {
        if (model.wantsBirthDate()) {
            birth.requestFocus();
        } else {
            search();
        }
    }

    private void choose() {
        FoundPerson person = found.getSelectionModel().getSelectedItem();
        if (person != null) {
            chosen(person);
        }
    }

    private void digit(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9') {
            int index = typed.charAt(0) - '1';
            if (index < found.getItems().size()) {
                found.getSelectionModel().select(index);
                choose();
            }
            event.consume();
        }
    }

    private void downToList(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !found.getItems().isEmpty()) {
            several();
            event.consume();
        }
    }

    private void showCount() {
        int persons = model.found().size();
        boolean local = !model.found().isEmpty()
                && model.found().stream().allMatch(person -> person.asOf().isPresent());
        count.setText(texts.get(local ? "search.count.local" : "search.count", persons));
        count.setVisible(persons > 0);
        count.setManaged(persons > 0);
        count.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void showMistakes() {
        mistakes.getChildren().clear();
        for (String sentence : model.mistakes()) {
            Label line = new Label(sentence);
            line.getStyleClass().add("field-error");
            line.setWrapText(true);
            line.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
            mistakes.getChildren().add(line);
        }
        boolean any = !model.mistakes().isEmpty();
        mistakes.setVisible(any);
        mistakes.setManaged(any);
        text.getStyleClass().remove("wrong");
        if (any) {
            text.getStyleClass().add("wrong");
            HelpText.set(text, String.join("\n", model.mistakes()));
        } else {
            HelpText.set(text, texts.get("search.text.help"));
        }
    }

    private void showBirthMistake(String sentence) {
        boolean wrong = !sentence.isEmpty();
        birthMistake.setVisible(wrong);
        birthMistake.setManaged(wrong);
        birth.getStyleClass().remove("wrong");
        if (wrong) {
            birth.getStyleClass().add("wrong");
        }
        HelpText.set(birth, wrong ? sentence : texts.get("search.birth.help"));
    }

    private Label placeholder() {
        Label empty = new Label(texts.get("search.nothing"));
        empty.getStyleClass().add("text-quiet");
        empty.setWrapText(true);
        return empty;
    }
}
