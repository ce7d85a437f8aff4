package it.sportello.app.device;

import it.sportello.app.frame.Fxml;
import it.sportello.app.frame.KeyAction;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Verb;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The set-up of the devices: found, tried, stored and applied while the desk works. */
public final class DeviceSetupView implements Screen {
    /** Its number: it belongs to S55. */
    static final String ID = "S55-IMP";

    private final DeviceSetupViewModel model;
    private final Texts texts;
    private final Parent root;
    private final KeyAction save;

    @FXML
    private ListView<DeviceSetupViewModel.Line> list;

    @FXML
    private Button add;

    @FXML
    private Button remove;

    @FXML
    private Button find;

    @FXML
    private Label driverLabel;

    @FXML
    private ChoiceBox<String> driver;

    @FXML
    private Label nameLabel;

    @FXML
    private TextField name;

    @FXML
    private Label addressLabel;

    @FXML
    private ComboBox<String> address;

    @FXML
    private Label optionsLabel;

    @FXML
    private TextArea options;

    @FXML
    private Label optionHelp;

    @FXML
    private Label problem;

    @FXML
    private Label result;

    @FXML
    private Button tryOut;

    @FXML
    private Button export;

    @FXML
    private Button importSite;

    @FXML
    private Button printCard;

    public DeviceSetupView(DeviceSetupViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.save = KeyAction.always(Verb.CONCLUDE, texts.get("setup.save"), model::save);
        this.root = Fxml.load(this, texts);
        model.begin();
    }

    @FXML
    void initialize() {
        driverLabel.setLabelFor(driver);
        nameLabel.setLabelFor(name);
        addressLabel.setLabelFor(address);
        optionsLabel.setLabelFor(options);
        list.setItems(model.lines());
        list.setCellFactory(view -> new LineCell());
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, after) -> {
            if (after != null) {
                model.edit(after.id());
            }
        });
        driver.getItems().setAll(model.drivers());
        driver.setConverter(new DriverNames());
        driver.valueProperty().bindBidirectional(model.driverProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        address.setItems(model.places());
        address.getEditor().textProperty().bindBidirectional(model.addressProperty());
        address.getEditor().focusedProperty().addListener((observed, before, after) -> {
            if (!after) {
                model.proposeFor(model.addressProperty().get());
            }
        });
        options.textProperty().bindBidirectional(model.optionsProperty());
        optionHelp.textProperty().bind(model.optionHelpProperty());
        shown(problem, model.problemProperty());
        shown(result, model.resultProperty());
        find.setOnAction(event -> model.find());
        add.setOnAction(event -> {
            list.getSelectionModel().clearSelection();
            model.add();
            address.requestFocus();
        });
        remove.setOnAction(event -> model.remove());
        tryOut.setOnAction(event -> model.tryOut());
        export.setOnAction(event -> model.export());
        importSite.setOnAction(event -> model.importSite());
        printCard.setOnAction(event -> model.printCard());
        tryOut.disableProperty().bind(model.busyProperty());
    }

    private static void shown(Label label, ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(text.isNotEmpty());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return texts.get("setup.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<KeyAction> primary() {
        return Optional.of(save);
    }

    @Override
    public Optional<Node> initialFocus() {
        return Optional.of(address);
    }

    @Override
    public ObservableBooleanValue draft() {
        return model.changedProperty();
    }

    /** A test scan goes nowhere else; the codes of a printed card are read here. */
    @Override
    public boolean scanned(Reading reading) {
        if (reading instanceof Reading.Code code) {
            model.scanned(code.text());
        }
        return true;
    }

    @Override
    public String help() {
        return texts.get("setup.help");
    }

    private final class LineCell extends ListCell<DeviceSetupViewModel.Line> {
        @Override
        protected void updateItem(DeviceSetupViewModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label title = new Label(line.name());
            title.getStyleClass().add("section-title");
            title.setWrapText(true);
            Label place = new Label(line.place());
            place.getStyleClass().addAll("text-quiet", "text-small");
            place.setWrapText(true);
            VBox cell = new VBox(title, place);
            cell.maxWidthProperty().bind(list.widthProperty().multiply(0.9));
            setGraphic(cell);
            setAccessibleText(texts.get("setup.sentence", line.name(), line.place()));
        }
    }

    private final class DriverNames extends StringConverter<String> {
        @Override
        public String toString(String stable) {
            return stable == null ? "" : model.driverName(stable);
        }

        @Override
        public String fromString(String shown) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
