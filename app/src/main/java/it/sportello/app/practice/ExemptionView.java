package it.sportello.app.practice;

import it.sportello.app.frame.EnterKey;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.HelpText;
import it.sportello.app.frame.Icons;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.NoticeBox;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import it.sportello.app.practice.ExemptionForm.Field;
import it.sportello.app.practice.ExemptionSentences.Remark;
import it.sportello.app.practice.ExemptionViewModel.Step;
import it.sportello.domain.exemption.ExemptionCode;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** S39: a disease or income exemption, from the code to the protocol number. */
public final class ExemptionView implements Screen, ExemptionViewModel.Endings {
    private final ExemptionViewModel model;
    private final ReceiptPanel receipts;
    private final Frame frame;
    private final Texts texts;
    private final KeyAction conclude;
    private final ObservableList<KeyAction> actions = FXCollections.observableArrayList();
    private final Parent root;

    @FXML
    VBox notice;

    @FXML
    Label noticeTitle;

    @FXML
    Label noticeNext;

    @FXML
    ProgressBar progress;

    @FXML
    Region filling;

    @FXML
    TextField code;

    @FXML
    Label codeError;

    @FXML
    Label description;

    @FXML
    Region period;

    @FXML
    TextField from;

    @FXML
    Label fromError;

    @FXML
    TextField to;

    @FXML
    Label toError;

    @FXML
    Region declared;

    @FXML
    TextField year;

    @FXML
    Label yearError;

    @FXML
    Region certificate;

    @FXML
    TextField issuer;

    @FXML
    Label issuerError;

    @FXML
    TextField certified;

    @FXML
    Label certifiedError;

    @FXML
    VBox remarks;

    @FXML
    Region matching;

    @FXML
    ListView<ExemptionCode> matches;

    @FXML
    Region holding;

    @FXML
    ListView<HeldRow> held;

    @FXML
    Region outcome;

    @FXML
    Label referenceLabel;

    @FXML
    Label reference;

    @FXML
    Label summary;

    @FXML
    Region reviewed;

    @FXML
    ListView<DueRow> dues;

    @FXML
    VBox receiptHost;

    @FXML
    Region files;

    @FXML
    Label saved;

    @FXML
    Button save;

    ExemptionView(ExemptionViewModel model, ReceiptPanel receipts, Frame frame, Texts texts) {
        this.model = model;
        this.receipts = receipts;
        this.frame = frame;
        this.texts = texts;
        this.conclude = new KeyAction(
                Optional.of(Verb.CONCLUDE),
                texts.get("verb"),
                model.concludable(),
                model.busyProperty().map(busy -> texts.get(busy ? "busy" : "notNow")),
                this::conclude);
        this.root = Fxml.load(this, texts);
    }

    @FXML
    void initialize() {
        NoticeBox.follow(notice, noticeTitle, noticeNext, model.noticeProperty());
        shown(progress, model.busyProperty());
        field(Field.CODE, code, codeError, "code.help");
        field(Field.FROM, from, fromError, "from.help");
        field(Field.TO, to, toError, "to.help");
        field(Field.YEAR, year, yearError, "year.help");
        field(Field.ISSUER, issuer, issuerError, "issuer.help");
        field(Field.CERTIFIED, certified, certifiedError, "certified.help");
        ExemptionForm form = model.form();
        description
                .textProperty()
                .bind(form.chosenProperty()
                        .map(chosen -> chosen.map(ExemptionCode::description).orElse("")));
        var known = form.chosenProperty().map(Optional::isPresent);
        shown(description, known);
        shown(period, known);
        shown(declared, form.chosenProperty().map(chosen -> form.isDeclared()));
        shown(certificate, form.chosenProperty().map(chosen -> chosen.isPresent() && !form.isDeclared()));
        form.remarks().addListener((ListChangeListener<Remark>) change -> showRemarks());
        showRemarks();
        lists();
        steps();
    }

    private void lists() {
        matches.setItems(model.form().matches());
        matches.setCellFactory(list -> new CodeCell(texts));
        EnterKey.on(matches, this::chooseMatch);
        matches.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                chooseMatch();
            }
        });
        HelpText.set(matches, texts.get("matches.help"));
        EnterKey.on(code, this::chooseTyped);
        // The lists beside the form are no fields of it: the last field of each sort concludes.
        EnterKey.on(year, conclude::fire);
        EnterKey.on(certified, conclude::fire);
        code.addEventFilter(KeyEvent.KEY_PRESSED, this::downToMatches);
        held.setItems(model.held());
        held.setCellFactory(list -> new HeldCell(texts));
        held.setPlaceholder(quiet("held.none"));
        dues.setItems(model.dues());
        dues.setCellFactory(list -> new DueRowCell(texts));
        dues.setPlaceholder(quiet("dues.none"));
        HelpText.set(dues, texts.get("dues.help"));
    }

    private void steps() {
        var step = model.stepProperty();
        BooleanExpression form = Bindings.createBooleanBinding(() -> step.get() == Step.FORM, step);
        BooleanExpression concluded =
                Bindings.createBooleanBinding(() -> step.get() == Step.KEPT || step.get() == Step.REGISTERED, step);
        shown(filling, form);
        shown(outcome, concluded);
        BooleanExpression offering = Bindings.isNotEmpty(model.form().matches());
        shown(matching, form.and(offering));
        shown(holding, form.and(offering.not()));
        shown(reviewed, step.map(now -> now == Step.REGISTERED));
        // The form appears once the person's data are there: only then is there a field to write into.
        step.addListener((observed, before, now) -> {
            if (now == Step.FORM && (before == Step.LOADING || before == Step.WITHHELD)) {
                code.requestFocus();
            }
        });
        reference.textProperty().bind(model.referenceProperty());
        referenceLabel
                .textProperty()
                .bind(step.map(now -> texts.get(now == Step.REGISTERED ? "reference.final" : "reference.provisional")));
        summary.textProperty().bind(model.summaryProperty());
        saved.textProperty().bind(model.savedProperty());
        shown(files, model.savedProperty().map(text -> !text.isEmpty()));
        save.setOnAction(event -> model.save(this));
        receiptHost.getChildren().add(receipts.node());
        step.subscribe(now -> actions.setAll(now == Step.KEPT || now == Step.REGISTERED ? after() : List.of()));
    }

    private List<KeyAction> after() {
        return List.of(
                KeyAction.always(Verb.PRINT, texts.get("receipt.copy"), model::printAgain),
                KeyAction.unbound(texts.get("files.save"), () -> model.save(this)));
    }

    private void field(Field field, TextField input, Label error, String help) {
        input.textProperty().bindBidirectional(model.form().value(field));
        error.textProperty().bind(model.form().errorProperty(field));
        shown(error, model.form().errorProperty(field).map(text -> !text.isEmpty()));
        model.form().errorProperty(field).subscribe(sentence -> {
            input.getStyleClass().remove("wrong");
            if (!sentence.isEmpty()) {
                input.getStyleClass().add("wrong");
            }
            HelpText.set(input, sentence.isEmpty() ? texts.get(help) : sentence);
        });
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    private Label quiet(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("text-quiet");
        label.setWrapText(true);
        return label;
    }

    private void showRemarks() {
        remarks.getChildren()
                .setAll(model.form().remarks().stream().map(ExemptionView::line).toList());
        boolean any = !model.form().remarks().isEmpty();
        remarks.setVisible(any);
        remarks.setManaged(any);
    }

    private static Node line(Remark remark) {
        Label line = new Label(remark.text(), Icons.of(remark.tone()));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().addAll("notice", Icons.style(remark.tone()));
        return line;
    }

    private void downToMatches(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !matches.getItems().isEmpty()) {
            toMatches();
            event.consume();
        }
    }

    private void toMatches() {
        matches.getSelectionModel().selectFirst();
        matches.requestFocus();
    }

    private void chooseTyped() {
        if (model.form().chooseTyped()) {
            afterCode();
        } else if (!matches.getItems().isEmpty()) {
            toMatches();
        }
    }

    private void chooseMatch() {
        ExemptionCode chosen = matches.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.form().choose(chosen);
            afterCode();
        }
    }

    /** The first field that the proposal left empty; else the period. */
    private void afterCode() {
        if (!model.form().isDeclared() && issuer.getText().isBlank()) {
            issuer.requestFocus();
        } else {
            from.requestFocus();
        }
    }

    private void conclude() {
        if (model.stepProperty().get() == Step.REGISTERED) {
            frame.navigator().open(ScreenKeys.PERSON);
        } else {
            model.conclude(this);
        }
    }

    @Override
    public void wrong(Field field) {
        TextField input = switch (field) {
            case CODE -> code;
            case FROM -> from;
            case TO -> to;
            case YEAR -> year;
            case ISSUER -> issuer;
            case CERTIFIED -> certified;
        };
        input.requestFocus();
        input.selectAll();
    }

    @Override
    public void concluded() {
        receipts.follow(model.jobs());
        boolean done = model.stepProperty().get() == Step.REGISTERED;
        if (done) {
            frame.messages().good(texts.get("done"));
            dues.requestFocus();
        } else {
            frame.messages().attention(texts.get("kept"));
        }
    }

    @Override
    public void saved() {
        frame.messages().information(texts.get("files.message"));
    }

    @Override
    public String id() {
        return "S39";
    }

    @Override
    public String title() {
        return texts.get("title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(conclude);
    }

    @Override
    public Optional<ObservableValue<String>> primaryText() {
        return Optional.of(Bindings.createStringBinding(model::verb, model.stepProperty()));
    }

    @Override
    public ObservableList<KeyAction> actions() {
        return actions;
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(code);
    }

    @Override
    public ObservableBooleanValue draft() {
        return Bindings.createBooleanBinding(
                () -> model.stepProperty().get() == Step.FORM && model.form().isTouched(),
                model.stepProperty(),
                model.form().value(Field.CODE));
    }

    @Override
    public String help() {
        return texts.get("help");
    }

    @Override
    public void onShown() {
        receipts.listen();
        if (model.stepProperty().get() == Step.LOADING || model.stepProperty().get() == Step.WITHHELD) {
            model.load(this);
        }
    }

    @Override
    public void onClosed() {
        receipts.stop();
    }
}
