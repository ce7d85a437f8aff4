package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where, who, as what: site, desk, profile with its band of colour, operator, till, clock. */
final class TopBar {
    private final Texts texts;
    private final Words words;
    private final Clock clock;
    private final VBox node = new VBox();
    private final Region band = new Region();
    private final Label brand = new Label();
    private final Label profile = new Label();
    private final Label place = new Label();
    private final Label operator = new Label();
    private final Label till = Icons.chip(Tone.NEUTRAL, "");
    private final Label date = new Label();
    private final Label time = new Label();

    TopBar(DeskState state, Texts texts, Words words, Clock clock) {
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        brand.setText(texts.get("brand"));
        brand.getStyleClass().add("brand");
        profile.getStyleClass().add("band-name");
        place.setGraphic(Icons.of(Feather.MAP_PIN));
        operator.setGraphic(Icons.of(Feather.USER));
        date.getStyleClass().add("text-quiet");
        time.getStyleClass().add("clock");
        band.getStyleClass().add("band");
        FlowPane facts = new FlowPane(brand, profile, place, operator, till);
        facts.getStyleClass().add("facts");
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox moment = new HBox(date, time);
        moment.getStyleClass().add("moment");
        moment.setMinWidth(Region.USE_PREF_SIZE);
        node.getChildren().addAll(band, new HBox(facts, moment));
        node.getStyleClass().addAll("top-bar", "band-none");
        state.placeProperty().subscribe(this::showPlace);
        state.operatorProperty().subscribe(this::showOperator);
        state.profileProperty().subscribe(this::showProfile);
        state.tillProperty().subscribe(this::showTill);
        tick();
    }

    Parent node() {
        return node;
    }

    void tick() {
        var now = clock.instant();
        time.setText(words.time(now));
        date.setText(words.dateInWords(now.atZone(clock.getZone()).toLocalDate()));
    }

    private void showPlace(Optional<DeskState.Place> now) {
        show(place, now.map(at -> texts.get("place", at.site(), at.deskNumber())));
    }

    private void showOperator(Optional<DeskState.Person> now) {
        show(operator, now.map(person -> texts.get("operator", person.displayName(), person.badge())));
    }

    private void showTill(Optional<DeskState.TillNotice> now) {
        now.ifPresent(notice -> Icons.tone(till, notice.tone(), notice.text()));
        show(till, now.map(DeskState.TillNotice::text));
    }

    private void showProfile(Optional<Profile> now) {
        show(profile, now.map(Profile::textKey).map(texts::get));
        node.getStyleClass().removeIf(style -> style.startsWith("band-"));
        node.getStyleClass().add(now.map(Profile::style).map("band-"::concat).orElse("band-none"));
    }

    private static void show(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        label.setVisible(text.isPresent());
        label.setManaged(text.isPresent());
    }
}
