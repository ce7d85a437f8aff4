package it.sportello.app.frame;

import it.sportello.app.frame.CitizenContext.Called;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Who sits at the desk: number and time of service, name, code, age, who acts for them, doctor, chips. */
final class CitizenHeader {
    private final Texts texts;
    private final Words words;
    private final Clock clock;
    private final Navigator navigator;
    private final FlowPane node = new FlowPane();
    private final Label number = new Label();
    private final Label service = new Label();
    private Subscription following = Subscription.EMPTY;

    CitizenHeader(Navigator navigator, Texts texts, Words words, Clock clock) {
        this.navigator = navigator;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
        node.getStyleClass().add("citizen-header");
        number.getStyleClass().add("number");
        service.getStyleClass().add("text-quiet");
        service.setGraphic(Icons.of(Feather.CLOCK));
        navigator.currentWorkProperty().subscribe(this::follow);
    }

    Parent node() {
        return node;
    }

    void tick() {
        Optional<Called> called =
                navigator.currentWork().citizen().calledProperty().get();
        service.setText(called.map(ticket ->
                        texts.get("service.time", words.elapsed(Duration.between(ticket.calledAt(), clock.instant()))))
                .orElse(""));
    }

    private void follow(Work work) {
        following.unsubscribe();
        following = work.citizen()
                .citizenProperty()
                .subscribe(citizen -> show(work))
                .and(work.citizen().calledProperty().subscribe(called -> show(work)));
    }

    private void show(Work work) {
        Optional<Called> called = work.citizen().calledProperty().get();
        Optional<Citizen> citizen = work.citizen().citizen();
        node.getChildren().clear();
        called.ifPresent(ticket -> {
            number.setText(ticket.number());
            node.getChildren().addAll(number, service);
        });
        citizen.ifPresent(this::showCitizen);
        if (called.isPresent() && citizen.isEmpty()) {
            node.getChildren().add(quiet(texts.get("citizen.unknown")));
        }
        boolean any = called.isPresent() || citizen.isPresent();
        node.setVisible(any);
        node.setManaged(any);
        tick();
    }

    private void showCitizen(Citizen citizen) {
        Label name = new Label(texts.get("citizen.name", citizen.surname(), citizen.names()));
        name.getStyleClass().add("name");
        node.getChildren().addAll(name, quiet(citizen.code()), quiet(age(citizen.birthDate())));
        citizen.actingPerson().ifPresent(acting -> node.getChildren().add(quiet(texts.get("citizen.acting", acting))));
        citizen.doctor().ifPresent(doctor -> node.getChildren().add(quiet(texts.get("citizen.doctor", doctor))));
        citizen.chips().forEach(chip -> node.getChildren().add(Icons.chip(chip.tone(), chip.text())));
    }

    private String age(LocalDate birth) {
        LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return texts.get(
                "citizen.age", words.date(birth), Period.between(birth, today).getYears());
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-quiet");
        return label;
    }
}
