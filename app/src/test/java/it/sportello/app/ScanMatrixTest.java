package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.Citizen;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.RefusalCard;
import it.sportello.app.frame.Screen;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.window.Desk;
import it.sportello.app.wiring.DeviceAddresses;
import it.sportello.devices.scanner.RawScan;
import it.sportello.devices.scanner.ScanContent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of code in every state of the real workstation: it goes to its place or says what it is, and what was typed
 * stays and is one Esc away.
 */
@Tag("R-IDN-1")
@Tag("M05")
@Tag("Q52")
class ScanMatrixTest {
    /** Stays where it was, with a sentence. */
    private static final String SAID = "said";

    private static final String SERVED = "VRDLGU62T12F205K";
    private static final String OTHER = "RSSMRA80A01H501U";
    private static final String POSTAL = "codfase=NBPA;183011234567890123161200001234567810000000361038961P180000000001"
            + OTHER + "ROSSI MARIO" + " ".repeat(151) + "A";

    /** A code, where it goes while somebody is served, and where while nobody is. */
    private record Code(String text, String served, String nobody) {}

    private static Code person(String text) {
        return new Code(text, "S06", "S06");
    }

    private static Code place(String text, String place) {
        return new Code(text, place, place);
    }

    private static Code said(String text) {
        return place(text, SAID);
    }

    private static final List<Code> CODES = List.of(
            person(OTHER),
            new Code(SERVED, "S07", "S06"),
            person("*RSSMRA80A01H501U*"),
            person("rssmra80a01h501u"),
            person("]A0RSSMRA80A01H501U"),
            person("RSSMRA80A01H50MX"),
            person("RSSMRA80A01H501U%"),
            person("RSSMRA80A01H501X"),
            person("12345678903"),
            person("STP0501230000001"),
            person("ENI0501230000001"),
            person("80380000900000000174"),
            person("80380000900000000175"),
            person("%BRSSMRA80A01H501UROSSI  MARIO^?"),
            person("%BRSSMRA80A01H501UROSSI  MARIO^?;80380000900000000174?"),
            person("%RSSMRA80A01H501UROSSI  MARIO&_\u00F280380000900000000174_"),
            person(";80380000900000000174?"),
            place("0504A", "S11"),
            place("05012", "S11"),
            place("]C01234567890", "S11"),
            place("0504A1234567890", "S11"),
            place("050123456789012", "S11"),
            place("SP1B:2026-0000121", "S17"),
            place("SP1B\u00E72026'0000121", "S17"),
            place("SP1R:SR-T01A/2026/000123", "S23"),
            place("sp1r:sr-t01a/2026/000123", "S23"),
            place("SP1R\u00E7SR'T01A-2026-000123", "S23"),
            new Code("PAGOPA|002|301123456789012316|80000000001|3610", "S21", SAID),
            new Code("PAGOPA|002|001123456789012313|80000000001|150", "S21", SAID),
            new Code("]Q1PAGOPA|002|301123456789012399|80000000001|3610", "S21", SAID),
            new Code(POSTAL, "S21", SAID),
            said("PAGOPA|001|301123456789012316|80000000001|3610"),
            said("PAGOPA\u00A7002\u00A7301123456789012316\u00A780000000001\u00A73610"),
            said("codfase=NBPA;1830"),
            place("SP1Q:C099", "S05"),
            new Code("SP1P:0190f5f2-7c3e-7000-8000-000000000001", "S36", SAID),
            place("SP1V:B-000123", "S29"),
            said("SP1T:A12"),
            said("SP1L:2026-000012"),
            said("SP1M:T01A-12"),
            said("SP1U:T01A-77"),
            place("SP1C:venezia-07", "S55"),
            said("SP1E:0001234567"),
            said("SP1O:4711-0815"),
            place("SP1X:2|/:;-='.,*+?%_&", "S55-L"),
            said("0CSSBD"),
            said("]d20108012345678907172902281012345"),
            said("]E08012345678907"),
            said("SP2R:SR-T01A/2026/000123"),
            said("SP1Z:1"),
            said("ABC"));

    /** Where the operator may be; {@code typed} puts a text into every field that takes one. */
    @SuppressWarnings("ImmutableEnumChecker") // a screen key is a record of constants
    enum State {
        SIGNED_OUT(ScreenKeys.SIGN_IN, false, false),
        DESK_CLOSED(ScreenKeys.DESK_OPENING, false, false),
        HOME(ScreenKeys.HOME, false, false),
        QUEUE(ScreenKeys.QUEUE, false, false),
        SEARCH(ScreenKeys.FIND_PERSON, false, true),
        SEARCH_WHILE_SERVING(ScreenKeys.FIND_PERSON, true, true),
        PERSON(ScreenKeys.PERSON, true, false),
        PRESCRIPTION(ScreenKeys.PRESCRIPTION, false, false),
        PRESCRIPTION_TYPED(ScreenKeys.PRESCRIPTION, true, true),
        AVAILABILITY(ScreenKeys.AVAILABILITY, true, false),
        ACCEPTANCE(ScreenKeys.ACCEPTANCE, false, false),
        ACCEPTANCE_TYPED(ScreenKeys.ACCEPTANCE, true, true),
        TILL_OPENING(ScreenKeys.TILL_OPENING, false, false),
        TILL_OPENING_TYPED(ScreenKeys.TILL_OPENING, false, true),
        BASKET(ScreenKeys.CASH_IN, true, false),
        BASKET_TYPED(ScreenKeys.CASH_IN, true, true),
        TILL_CLOSING(ScreenKeys.TILL_CLOSING, false, true),
        PRACTICES(ScreenKeys.PRACTICES, true, false),
        EXEMPTION(ScreenKeys.EXEMPTION, true, false),
        EXEMPTION_TYPED(ScreenKeys.EXEMPTION, true, true),
        TASKS(ScreenKeys.TASKS, false, false),
        OUTBOX(ScreenKeys.OUTBOX, false, false),
        DEVICES(ScreenKeys.DEVICES, false, false),
        PRINTS(ScreenKeys.PRINTS, false, false),
        PREFERENCES(ScreenKeys.PREFERENCES, false, true),
        READER_TEST(ScreenKeys.READER_TEST, false, false);

        private final ScreenKey<?> key;
        private final boolean serving;
        private final boolean typed;

        State(ScreenKey<?> key, boolean serving, boolean typed) {
            this.key = key;
            this.serving = serving;
            this.typed = typed;
        }
    }

    @TempDir
    static Path home;

    private static StubServer server;
    private static Workstation workstation;

    @BeforeAll
    static void openTheDesk() throws Exception {
        server = new StubServer(Desk.CLOCK);
        workstation = Workstation.start(new WorkstationSettings(
                home,
                server.address(),
                "D05",
                "ENROL-5",
                DeviceAddresses.none(),
                Desk.CLOCK,
                Optional.of(new WorkstationSettings.WindowSize(1366, 768))));
        Bench.awaitScreen(workstation, "S01");
        Bench.await("the site is known", () -> server.asked.stream().anyMatch(line -> line.contains("enrolments")));
        Bench.type(workstation, "orsini");
        Bench.press(workstation, "Enter");
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S02");
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S03");
    }

    @AfterAll
    static void close() {
        workstation.close();
        server.close();
    }

    @BeforeEach
    void begin() {
        Desk.run(() -> {
            closeCards();
            navigator().restart(ScreenKeys.HOME);
        });
    }

    @Test
    void thereAreFortyCodesAndTwentyStates() {
        assertTrue(CODES.size() >= 40, "codes " + CODES.size());
        assertTrue(State.values().length >= 20);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyCodeGoesToItsPlaceAndNoDraftIsLost(State state) {
        List<String> wrong = new ArrayList<>();
        Desk.run(() -> CODES.forEach(code -> {
            try {
                cell(state, code).ifPresent(wrong::add);
            } catch (RuntimeException broken) {
                wrong.add(state + " " + code.text() + ": " + broken);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    @Test
    void someOfTheStatesReallyHoldADraft() {
        List<State> drafts = Stream.of(State.values())
                .filter(state -> Desk.onFx(() -> reach(state).draft().get()))
                .toList();
        assertTrue(drafts.size() >= 2, "with a draft: " + drafts);
    }

    /** What is wrong with one code in one state. */
    private static Optional<String> cell(State state, Code code) {
        Screen before = reach(state);
        boolean draft = before.draft().get();
        List<String> typed = texts(before.root());
        workstation.parts().messages().clear();
        workstation.scans().route(reading(code.text()));
        Screen after = current();
        String expected = expected(state, code, before);
        String where = state + " " + code.text() + ": ";
        if (expected.equals(SAID)) {
            if (!after.equals(before)) {
                return Optional.of(where + "left for " + after.id());
            }
            if (said().isBlank()) {
                return Optional.of(where + "not a word");
            }
        } else if (!after.id().equals(expected)) {
            return Optional.of(where + after.id() + " instead of " + expected);
        }
        if (!draft) {
            return Optional.empty();
        }
        if (!after.equals(before)) {
            navigator().back();
        }
        if (!current().equals(before)) {
            return Optional.of(where + "Esc leads to " + current().id() + ", not to the draft");
        }
        return texts(before.root()).equals(typed) ? Optional.empty() : Optional.of(where + "the draft was changed");
    }

    private static String expected(State state, Code code, Screen shown) {
        boolean beforeOpening = state == State.SIGNED_OUT || state == State.DESK_CLOSED;
        boolean badge = code.text().startsWith("SP1O:");
        if (beforeOpening) {
            return state == State.SIGNED_OUT && badge ? "S01" : SAID;
        }
        String place = state.serving ? code.served() : code.nobody();
        // The search takes bookings and everybody's codes itself.
        boolean search = shown.id().equals("S06");
        if (search && (place.equals("S17") || place.equals("S07"))) {
            return "S06";
        }
        boolean known = place.equals(SAID) || List.of("S06", "S07").contains(place) || has(place);
        return known ? place : SAID;
    }

    private static boolean has(String place) {
        return switch (place) {
            case "S23" -> navigator().has(ScreenKeys.DOCUMENTS);
            case "S29" -> navigator().has(ScreenKeys.VALUE_BAG);
            default -> true;
        };
    }

    private static Screen reach(State state) {
        closeCards();
        navigator().restart(state.key.equals(ScreenKeys.SIGN_IN) ? ScreenKeys.SIGN_IN : ScreenKeys.HOME);
        if (state == State.DESK_CLOSED) {
            navigator().restart(ScreenKeys.DESK_OPENING);
        }
        if (state.serving) {
            navigator().beginWork();
            navigator().currentWork().citizen().serve(verdi());
            navigator().open(ScreenKeys.PERSON);
        }
        open(state.key);
        Screen screen = current();
        if (state.typed) {
            fields(screen.root()).stream()
                    .filter(TextInputControl::isEditable)
                    .forEach(field -> field.setText(field.getText().isEmpty() ? "12" : "1"));
        }
        return screen;
    }

    @SuppressWarnings("unchecked")
    private static void open(ScreenKey<?> key) {
        if (key.argument().equals(String.class)) {
            String argument = key.equals(ScreenKeys.AVAILABILITY) ? "050A12345678901" : "";
            navigator().open((ScreenKey<String>) key, argument);
        } else {
            navigator().open((ScreenKey<Nothing>) key);
        }
    }

    private static Citizen verdi() {
        return new Citizen(
                "P9",
                "VERDI",
                "LUIGI",
                SERVED,
                LocalDate.of(1962, 12, 12),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Reading.Code reading(String text) {
        boolean marked = text.startsWith("]");
        RawScan raw = marked ? new RawScan(text.substring(1, 3), text.substring(3)) : new RawScan("", text);
        return new Reading.Code(ScanContent.classify(raw));
    }

    @Test
    @Tag("R-ACC-3")
    void aLockedDeskHearsABadgeAndNothingElse() {
        Desk.run(() -> reach(State.ACCEPTANCE_TYPED));
        Bench.press(workstation, "Ctrl+L");
        Bench.await(
                "the lock, with the focus in " + Desk.onFx(ScanMatrixTest::focus) + " "
                        + Desk.onFx(ScanMatrixTest::said),
                () -> focus() instanceof PasswordField);
        Screen before = Desk.onFx(ScanMatrixTest::current);
        Desk.run(() -> CODES.forEach(code -> workstation.scans().route(reading(code.text()))));
        assertEquals(before, Desk.onFx(ScanMatrixTest::current));
        assertTrue(shown(label -> label.contains("di un altro operatore")), "the badge of somebody else is named");
        Desk.run(() -> workstation.scans().route(reading("SP1O:10423")));
        assertTrue(!shown(label -> label.contains("di un altro operatore")));
        Bench.type(workstation, StubServer.PASSWORD);
        Bench.press(workstation, "Enter");
        Bench.await("the desk", () -> !(focus() instanceof PasswordField));
        assertEquals(before, Desk.onFx(ScanMatrixTest::current));
    }

    @Test
    void overAQuestionACodeWaitsForTheAnswer() {
        List<String> answered = new ArrayList<>();
        Desk.run(() -> {
            reach(State.ACCEPTANCE_TYPED);
            workstation
                    .frame()
                    .dialogs()
                    .confirm(
                            new Confirmation(Citizen.Tone.ATTENTION, "Prova?", "", List.of(), "_Conferma", "_No"),
                            () -> answered.add(current().id()));
            workstation.scans().route(reading("SP1Q:C099"));
        });
        assertEquals("S17", Desk.onFx(() -> current().id()));
        assertTrue(Desk.onFx(ScanMatrixTest::said).contains("C099"));
        Bench.press(workstation, "Enter");
        Bench.awaitScreen(workstation, "S05");
        assertEquals(List.of("S17"), answered, "the answer was for the screen on which the question stood");
        Desk.run(() -> navigator().back());
        assertEquals("S17", Desk.onFx(() -> current().id()));
    }

    @Test
    void aDialogThatWantsTheCodeGetsItAndACardToReadGivesWay() {
        List<String> taken = new ArrayList<>();
        Desk.run(() -> {
            reach(State.HOME);
            javafx.scene.control.TextField field = new javafx.scene.control.TextField();
            Runnable close = workstation
                    .frame()
                    .dialogs()
                    .show("Busta", field, field, read -> read instanceof Reading.Code code && taken.add(code.text()));
            workstation.scans().route(reading("SP1V:B-000123"));
            close.run();
            workstation.frame().dialogs().show(new RefusalCard("X", "causa", "regola", "chi", "poi", ""));
            workstation.scans().route(reading("SP1Q:C099"));
        });
        assertEquals(List.of("B-000123"), taken);
        assertEquals("S05", Desk.onFx(() -> current().id()));
        assertTrue(Desk.onFx(() -> Bench.scene(workstation).getRoot().lookup(".dialog-card")) == null);
    }

    private static boolean shown(Predicate<String> text) {
        return Desk.onFx(() -> Bench.scene(workstation).getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof javafx.scene.control.Label label
                        && isShown(label)
                        && text.test(label.getText())));
    }

    private static Node focus() {
        return Bench.scene(workstation).getFocusOwner();
    }

    private static Navigator navigator() {
        return workstation.frame().navigator();
    }

    private static Screen current() {
        return navigator().current().orElseThrow();
    }

    private static String said() {
        return workstation
                .parts()
                .messages()
                .latestProperty()
                .get()
                .map(Messages.Message::text)
                .orElse("");
    }

    private static void closeCards() {
        for (int i = 0; i < 5 && Bench.scene(workstation).getRoot().lookup(".dialog-card") != null; i++) {
            Bench.down(Bench.scene(workstation), "Esc");
            Bench.up(Bench.scene(workstation), "Esc");
        }
    }

    private static List<TextInputControl> fields(Parent root) {
        List<TextInputControl> fields = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child instanceof TextInputControl field) {
                fields.add(field);
            } else if (child instanceof Parent parent) {
                fields.addAll(fields(parent));
            }
        }
        return fields;
    }

    private static List<String> texts(Parent root) {
        return fields(root).stream().map(TextInputControl::getText).toList();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
