package it.sportello.quality.day.story;

import it.sportello.app.virtual.SampleFile;
import it.sportello.app.virtual.VirtualDesk;
import it.sportello.backend.sample.SampleCast.Persona;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.quality.day.place.Eyes;
import it.sportello.quality.day.place.OtherDesk;
import it.sportello.quality.day.place.Premises;
import it.sportello.quality.day.place.WorkstationProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An operator at a desk: what hands, eyes and ears do there. Every gesture goes through a key or a device; every check is
 * something a person would see, on the screen, on the display or on paper.
 */
final class Counter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Longer than any reading takes. */
    private static final long BREAK = 1_500;

    private static final Duration HEARD = Duration.ofSeconds(4);
    private static final int TRIGGERS = 4;

    private final Premises premises;
    private final Play play;
    private final OtherDesk entrance;
    private final Served served;
    private final String deskId;
    private final String userName;
    private final String queue;
    private Optional<WorkstationProcess> workstation = Optional.empty();
    private int papersSeen;

    Counter(Premises premises, Play play, OtherDesk entrance, Served served, Seat seat) {
        this.premises = premises;
        this.play = play;
        this.entrance = entrance;
        this.served = served;
        this.deskId = seat.deskId();
        this.userName = seat.userName();
        this.queue = seat.queue();
        this.papersSeen = premises.twins().printer().receipts().size();
    }

    /**
     * Who sits where.
     *
     * @param queue letter of the queue that is called there
     */
    record Seat(String deskId, String userName, String queue) {}

    /** Begins a step of the report. */
    void step(String what, Runnable act) {
        play.step(what, act);
    }

    Eyes eyes() {
        return workstation.orElseThrow().eyes();
    }

    VirtualDesk twins() {
        return premises.twins();
    }

    Premises premises() {
        return premises;
    }

    void figure(String name, Duration took) {
        play.report().figure(name, took);
    }

    /** Starts the workstation: from nothing to the sign-in field. */
    void start() {
        play.act(userName, Optional.empty());
        step("starts the workstation", () -> {
            long begun = System.nanoTime();
            WorkstationProcess started = premises.workstation(deskId);
            workstation = Optional.of(started);
            started.eyes().awaitScreen("S01");
            figure("coldStartToSignIn", since(begun));
        });
        play.act(userName, workstation.map(WorkstationProcess::eyes));
        play.picture("S01");
    }

    void signIn() {
        step("signs in (S01)", () -> {
            Eyes eyes = eyes();
            eyes.await(
                    "the name of the site",
                    sight -> sight.shows(premises.desk(deskId).siteName()),
                    PATIENCE);
            eyes.awaitFocus("userName");
            eyes.type(userName);
            eyes.press("Enter");
            eyes.awaitFocus("password");
            eyes.type(premises.cast().password());
            eyes.press("Enter");
            eyes.awaitScreen("S02");
        });
    }

    /**
     * Opens the desk.
     *
     * @param profile name of the profile to choose; empty for the one proposed
     * @param then the screen that follows
     */
    void openDesk(String profile, String then) {
        step("opens the desk with one Enter (S02)", () -> {
            eyes().awaitFocus("profile");
            if (!profile.isEmpty()) {
                eyes().press("Down");
                eyes().await("the list of profiles", sight -> sight.texts().contains(profile), PATIENCE);
                eyes().press("Down", "Enter");
                eyes().await(
                                "the profile chosen",
                                sight -> Collections.frequency(sight.texts(), profile) == 1,
                                PATIENCE);
            }
            eyes().press("Enter");
            Eyes.Sight sight = eyes().await(
                            "the desk open or in use",
                            it -> it.screen().equals(then) || !it.card().isEmpty(),
                            PATIENCE);
            if (!sight.card().isEmpty()) {
                eyes().type("Ripresa dopo un guasto");
                eyes().press("Enter");
            }
            eyes().awaitScreen(then);
        });
    }

    /** A citizen comes in, takes a number, and is called: the display over the desk shows it. */
    void callNext() {
        step("calls the next number (F2), the display shows it (S05)", () -> {
            String number = entrance.number(queue);
            eyes().press("F2");
            eyes().await(
                            "the number " + number,
                            sight -> sight.screen().equals("S05") && sight.shows(number),
                            PATIENCE);
            until(
                    "the display to show " + number,
                    () -> twins().display().lines().stream().anyMatch(line -> line.contains(number)));
        });
    }

    /** Identifies by the chip of the health card. */
    void identifyByChip(Persona citizen) {
        step("identifies by the chip of the health card (S07)", () -> {
            long begun = System.nanoTime();
            twins().insertCard(asFile(citizen), premises.today());
            awaitPage(citizen);
            figure("chipToCitizenOnScreen", since(begun));
            twins().removeCard();
        });
    }

    /** Identifies by the bar code of the tax code. */
    void identifyByBarcode(Persona citizen) {
        step("identifies by the bar code of the tax code (S07)", () -> {
            long begun = System.nanoTime();
            twins().scanner().scan("A0", citizen.code());
            awaitPage(citizen);
            figure("scanToCitizenOnScreen", since(begun));
        });
    }

    /** The display is unplugged: the desk says to call aloud, and the number comes by itself when the line is back. */
    void callUnseen() {
        step("calls while the display is unplugged; it shows the number when it is back (S05)", () -> {
            twins().display().unplug();
            String number = entrance.number(queue);
            eyes().press("F2");
            eyes().await(
                            "the advice to call " + number + " aloud",
                            sight -> sight.shows(number) && sight.shows("chiamare a voce"),
                            PATIENCE);
            play.picture("S05-display-lost");
            twins().display().plugIn();
            until(
                    "the display to show " + number,
                    () -> twins().display().lines().stream().anyMatch(line -> line.contains(number)));
        });
    }

    /** The serial reader is unplugged, noticed, plugged in again without anybody touching the program, and reads. */
    void identifyWithTheLineBack(Persona citizen) {
        step("the bar code reader is unplugged and comes back", () -> lostAndBack("Lettore codici", twins().scanner()));
        identifyByBarcode(citizen);
    }

    /** A device is unplugged, missed by its lamp, plugged in again and works, without anybody touching the program. */
    void lostAndBack(String lamp, Twin twin) {
        twin.unplug();
        eyes().await(lamp + " missed", sight -> lampSays(sight, lamp, "non collegato"), PATIENCE);
        twin.plugIn();
        eyes().await(lamp + " back", sight -> lampSays(sight, lamp, "funziona"), PATIENCE);
    }

    private static boolean lampSays(Eyes.Sight sight, String lamp, String state) {
        return sight.texts().stream().anyMatch(text -> text.startsWith(lamp) && text.endsWith(state));
    }

    /** The reader that acts as a keyboard: a reading that breaks off identifies nobody, the next one is whole. */
    void identifyByWedge(Persona citizen) {
        step("a keyboard reading that breaks off identifies nobody", () -> {
            String before = eyes().look().screen();
            eyes().burst(citizen.code().substring(0, 7));
            Eyes.pause(BREAK);
            Eyes.Sight sight = eyes().look();
            check("nobody to be shown", sight.screen().equals(before));
            check("nothing to stand in the field", sight.typed().isEmpty());
        });
        step("identifies by the reader that acts as a keyboard (S07)", () -> {
            long begun = trigger(citizen.code());
            awaitPage(citizen);
            figure("wedgeToCitizenOnScreen", since(begun));
        });
    }

    /**
     * Points the reader at a code, again when the reading broke off: on a machine busy with other things even the keys of
     * a reader come with pauses.
     *
     * @return when the reading that was heard began
     */
    private long trigger(String code) {
        for (int attempt = 1; ; attempt++) {
            long begun = System.nanoTime();
            eyes().burst(code);
            eyes().press("Enter");
            if (attempt == TRIGGERS || eyes().appears(sight -> sight.screen().equals("S07"), HEARD)) {
                return begun;
            }
        }
    }

    void insertCard(Persona citizen, CardBehaviour behaviour) {
        twins().insertCard(asFile(citizen), premises.today(), behaviour);
    }

    private static SampleFile.Persona asFile(Persona citizen) {
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

    /** The page of somebody, complete. */
    void awaitPage(Persona citizen) {
        eyes().await(
                        "the page of the citizen",
                        sight -> sight.screen().equals("S07")
                                && sight.shows(citizen.surname())
                                && sight.shows("Da pagare"),
                        PATIENCE);
        served.shown(deskId, citizen.personId(), premises.clock().instant());
    }

    /** Somebody got what they came for. */
    void served(Persona citizen) {
        served.served(citizen.personId());
    }

    /** The work of a citizen is over, by the command of the palette. */
    void conclude() {
        step("concludes the work of this citizen", () -> {
            command("concludi il servizio");
            eyes().awaitScreen("S03");
        });
    }

    /** Runs a command of the palette by its words. */
    void command(String words) {
        eyes().press("Ctrl+K");
        eyes().await("the palette", sight -> sight.focus().endsWith("|Comandi"), PATIENCE);
        eyes().type(words);
        eyes().press("Enter");
    }

    /** The queue does not answer: the number is read off the ticket. */
    void callByHand(int number) {
        step("calls a number by hand, the queue is silent (S05)", () -> {
            String ticket = queue + String.format(Locale.ROOT, "%03d", number);
            eyes().press("F2");
            eyes().await(
                            "the question for the number",
                            sight -> sight.card().equals("Chiamare un numero a mano"),
                            PATIENCE);
            eyes().type(ticket);
            eyes().press("Enter");
            eyes().await(
                            "the number " + ticket,
                            sight -> sight.screen().equals("S05") && sight.shows(ticket),
                            PATIENCE);
            until(
                    "the display to show " + ticket,
                    () -> twins().display().lines().stream().anyMatch(line -> line.contains(ticket)));
        });
    }

    /** Locks the desk and leaves it to the next operator. */
    void signOut() {
        step("locks the desk (S04) and signs out", () -> {
            eyes().press("Ctrl+L");
            eyes().awaitScreen("LOCK");
            play.picture("S04");
            eyes().press("Alt+E");
            // What is still on its way to the server is told first; leaving stays one key.
            if (eyes().await(
                            "the end or its question",
                            sight -> sight.screen().equals("S01") || sight.shows("Prima di uscire"),
                            PATIENCE)
                    .shows("Prima di uscire")) {
                play.picture("S04-leaving");
                eyes().press("Enter");
            }
            eyes().awaitScreen("S01");
        });
    }

    /** Another desk of the site. */
    OtherDesk entrance() {
        return entrance;
    }

    void picture(String name) {
        play.picture(name);
    }

    /** The sheets of the day lie in the folder of the day, as PDF files. */
    void checkSheets(String... names) {
        Path folder = premises.home(deskId)
                .resolve("cartelle")
                .resolve(premises.today().toString())
                .resolve(tillId());
        for (String name : names) {
            try {
                byte[] bytes = Files.readAllBytes(folder.resolve(name));
                check("a PDF file " + name, new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"));
            } catch (IOException missing) {
                throw new IllegalStateException("expected the sheet " + name, missing);
            }
        }
    }

    String deskId() {
        return deskId;
    }

    String tillId() {
        return premises.desk(deskId).tillId().orElseThrow();
    }

    /** Presses a key of the bar and waits for the screen behind it. */
    void open(String key, String screen) {
        eyes().press(key);
        eyes().awaitScreen(screen);
    }

    /** Waits for one more piece of paper than was looked at before, and looks at it. */
    PrintedReceipt lastPaper() {
        until("paper from the printer", () -> twins().printer().receipts().size() > papersSeen);
        PrintedReceipt next = twins().printer().receipts().get(papersSeen);
        papersSeen++;
        return next;
    }

    /** Time passes; a desk left alone too long has locked itself, and the password opens it again. */
    void timePasses(Duration duration) {
        premises.clock().advance(duration);
    }

    /** Kills the workstation as a power cut would. */
    void kill() {
        workstation.orElseThrow().kill();
        workstation = Optional.empty();
        play.act(userName, Optional.empty());
    }

    /** Nothing waits to be sent any more. */
    void awaitAllSent() {
        step(
                "everything is sent",
                () -> eyes().await(
                                "an empty outbox",
                                sight -> sight.texts().stream().anyMatch(text -> text.equals("Nulla da inviare")),
                                Duration.ofSeconds(40)));
    }

    void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            Eyes.pause(10);
        }
    }

    static void check(String what, boolean holds) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** The workstation ends as at the end of a shift. */
    @Override
    public void close() {
        play.act(userName, Optional.empty());
        List<WorkstationProcess> ending = new ArrayList<>();
        workstation.ifPresent(ending::add);
        workstation = Optional.empty();
        ending.forEach(WorkstationProcess::close);
    }
}
