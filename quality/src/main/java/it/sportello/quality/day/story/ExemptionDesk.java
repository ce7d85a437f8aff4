package it.sportello.quality.day.story;

import it.sportello.backend.sample.CastRole;
import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.quality.day.place.Eyes;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The multifunction operator: exemptions by disease and by income, and what they do to what people owe. */
final class ExemptionDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALY);

    private final Counter counter;

    ExemptionDesk(Counter counter) {
        this.counter = counter;
    }

    /** Plays the desk of exemptions; gives whom it sends on to the cashier. */
    Persona play() {
        counter.start();
        counter.signIn();
        counter.openDesk("Multifunzione", "S20");
        counter.step("leaves the till closed", () -> counter.open("Esc", "S03"));
        disease(one(CastRole.DISEASE_CANDIDATE), true);
        counter.picture("S39-dues");
        finish(one(CastRole.DISEASE_CANDIDATE));
        disease(one(CastRole.DISEASE_CANDIDATE_EARLIER), false);
        finish(one(CastRole.DISEASE_CANDIDATE_EARLIER));
        income(one(CastRole.INCOME_CANDIDATE));
        finish(one(CastRole.INCOME_CANDIDATE));
        overlap(one(CastRole.OVERLAP_EXEMPTION));
        counter.awaitAllSent();
        counter.signOut();
        counter.close();
        return one(CastRole.DISEASE_CANDIDATE);
    }

    private void openForm(Persona citizen, String code) {
        counter.callNext();
        counter.identifyByChip(citizen);
        counter.step("begins the practice of exemptions (S36, S39)", () -> {
            counter.open("F11", "S36");
            counter.eyes().awaitFocus("kinds");
            counter.eyes().tap("2");
            counter.eyes().awaitScreen("S39");
            counter.eyes().awaitFocus("code");
            counter.eyes().type(code);
            counter.eyes().press("Enter");
        });
    }

    private void disease(Persona citizen, boolean changes) {
        openForm(citizen, "013");
        counter.step("registers a disease exemption, every open due has its reason (S39)", () -> {
            Eyes eyes = counter.eyes();
            eyes.awaitFocus("issuer");
            eyes.type("Ospedale della Terraferma");
            eyes.press("Enter");
            eyes.awaitFocus("certified");
            eyes.type(TYPED.format(counter.premises().today().minusDays(3)));
            register();
            if (changes) {
                eyes.awaitText("La prescrizione riporta il codice e la data rientra nella validità.");
                eyes.awaitText("La prescrizione non riporta alcun codice di esenzione.");
                eyes.awaitText("cambiato");
            } else {
                eyes.awaitText("L'esenzione comincia dopo la data che conta per questo dovuto.");
            }
            eyes.awaitText("invariato");
        });
    }

    private void income(Persona citizen) {
        openForm(citizen, "E01");
        counter.step("registers an income exemption with the self-declaration (S39)", () -> {
            Eyes eyes = counter.eyes();
            eyes.awaitFocus("from");
            eyes.awaitText("Anno del reddito");
            register();
            eyes.awaitText("La prescrizione riporta il codice e la data rientra nella validità.");
        });
        counter.picture("S39-income");
        counter.step("hands the self-declaration over as a file", () -> {
            counter.command("salva il pdf");
            counter.eyes().awaitText("Consegnato come file");
        });
    }

    private void overlap(Persona citizen) {
        openForm(citizen, "031");
        counter.step("an exemption that the person holds already is not registered again (S39)", () -> {
            counter.eyes().awaitText("La persona ha già questa esenzione");
            counter.eyes().press("F12");
            counter.eyes().awaitScreen("S39");
            Counter.check("no protocol number", !counter.eyes().look().shows("Numero di protocollo"));
        });
        counter.picture("S39-overlap");
        counter.conclude();
        counter.served(citizen);
    }

    private void register() {
        counter.eyes().press("F12");
        counter.eyes().awaitText("Numero di protocollo");
        counter.eyes().await("the receipt printed", sight -> sight.shows("Ricevuta stampata"), PATIENCE);
        Counter.check("a protocol number on paper", counter.lastPaper().text().contains("protocollo"));
    }

    private void finish(Persona citizen) {
        counter.step("goes back to the citizen (S07)", () -> {
            counter.eyes().press("F12");
            counter.awaitPage(citizen);
        });
        counter.conclude();
        counter.served(citizen);
    }

    private Persona one(CastRole role) {
        return counter.premises().cast().of(role).getFirst();
    }
}
