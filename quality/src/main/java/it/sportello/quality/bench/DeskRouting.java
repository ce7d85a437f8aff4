package it.sportello.quality.bench;

import it.sportello.app.virtual.SampleFile;
import it.sportello.backend.sample.SampleCast;
import it.sportello.quality.day.place.Eyes;
import it.sportello.quality.day.place.Premises;
import it.sportello.quality.day.place.WorkstationProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a reading takes to its screen, in the real workstation over the real channels: from the scan to the screen it
 * belongs to, from the end of the card's own reading to the citizen on screen, and beside them a plain change of screen
 * by a key, which any program must pay.
 */
final class DeskRouting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DESK_OPERATOR = "cup1";
    private static final String PAGE = "S07";
    private static final String SEARCH = "S06";
    private static final String HOME = "S03";

    private final Premises premises;
    private final WorkstationProcess workstation;
    private final List<Duration> scans = new ArrayList<>();
    private final List<Duration> cards = new ArrayList<>();
    private final List<Duration> keys = new ArrayList<>();

    DeskRouting(Premises premises, String deskId) {
        this.premises = premises;
        this.workstation = premises.workstation(deskId);
    }

    List<Duration> scans() {
        return List.copyOf(scans);
    }

    List<Duration> cards() {
        return List.copyOf(cards);
    }

    List<Duration> keys() {
        return List.copyOf(keys);
    }

    Eyes eyes() {
        return workstation.eyes();
    }

    void open(SampleCast.Desk desk) {
        eyes().awaitScreen("S01");
        eyes().await("the site", sight -> sight.shows(desk.siteName()), PATIENCE);
        eyes().awaitFocus("userName");
        eyes().type(DESK_OPERATOR);
        eyes().press("Enter");
        eyes().awaitFocus("password");
        eyes().type(premises.cast().password());
        eyes().press("Enter");
        eyes().awaitScreen("S02");
        eyes().awaitFocus("profile");
        eyes().press("Enter");
        eyes().awaitScreen(HOME);
    }

    /** Scans one person after the other, with a change of screen by key between. */
    void scan(List<SampleCast.Persona> people, int times) {
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            premises.twins().scanner().scan("A0", people.get(i % people.size()).code());
            scans.add(Duration.ofNanos(shown(PAGE, begun) - begun));
            conclude();
            long pressed = System.nanoTime();
            eyes().press("F3");
            keys.add(Duration.ofNanos(shown(SEARCH, pressed) - pressed));
            eyes().press("Esc");
            eyes().awaitScreen(HOME);
        }
    }

    /** Puts in one card after the other; counts from the moment at which the driver had read it. */
    void insert(List<SampleCast.Persona> people, int times) {
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            premises.twins().insertCard(card(people.get(i % people.size())), premises.today());
            long page = shown(PAGE, begun);
            long read = moment("CARD", begun).orElseThrow();
            cards.add(Duration.ofNanos(page - read));
            premises.twins().removeCard();
            conclude();
        }
    }

    private void conclude() {
        eyes().press("Ctrl+K");
        eyes().await("the palette", sight -> sight.focus().endsWith("|Comandi"), PATIENCE);
        eyes().type("concludi il servizio");
        eyes().press("Enter");
        eyes().awaitScreen(HOME);
    }

    private long shown(String screen, long since) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Long> at = moment(screen, since);
        while (at.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected screen " + screen + ", but there is " + eyes().look());
            }
            at = moment(screen, since);
        }
        return at.get();
    }

    private Optional<Long> moment(String what, long since) {
        return eyes().moments(since).stream()
                .filter(each -> each.what().equals(what))
                .map(Eyes.Moment::nanos)
                .findFirst();
    }

    private static SampleFile.Persona card(SampleCast.Persona citizen) {
        return new SampleFile.Persona(
                citizen.role(),
                citizen.code(),
                citizen.codeKind(),
                citizen.surname(),
                citizen.names(),
                citizen.birthDate(),
                citizen.sex(),
                citizen.birthPlaceCode(),
                citizen.municipalityCode(),
                citizen.chipNumber(),
                List.of(),
                List.of());
    }
}
