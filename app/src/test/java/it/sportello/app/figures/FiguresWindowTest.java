package it.sportello.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Problem;
import it.sportello.api.ProblemCode;
import it.sportello.api.Queues;
import it.sportello.app.frame.Look;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Theme;
import it.sportello.app.window.Desk;
import it.sportello.app.window.Keys;
import it.sportello.app.window.Promised;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.BackendFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** S58, the plain part, in a real window and by keys: a day with waits, one without, and why there are none. */
@Timeout(120)
@Tag("R-QUE-6")
class FiguresWindowTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final Instant OPENING = Instant.parse("2026-03-03T06:30:00Z");

    private final Desk desk = Desk.open(1366, 768);
    private final Keys keys = new Keys(desk);
    private final List<LocalDate> asked = new ArrayList<>();
    private Answer<Queues.Figures> answer = new Answer.Done<>(figures(TODAY, 9));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void open() {
        Texts texts = Texts.of(FiguresView.class);
        Desk.run(() -> desk.parts
                .navigator()
                .register(
                        ScreenKeys.FIGURES,
                        (work, nothing) -> new FiguresView(
                                new FiguresViewModel(
                                        desk.frame,
                                        day -> {
                                            asked.add(day);
                                            return answer;
                                        },
                                        folder.resolve("estratti"),
                                        texts),
                                texts)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Queues.Waits waits(String name, int called, int over, long longest) {
        return new Queues.Waits(
                name,
                called + 2,
                called,
                called,
                longest,
                longest / 3,
                longest / 4,
                longest,
                over,
                called == 0 ? 0 : over * 1000 / called,
                0,
                0);
    }

    private static Queues.Figures figures(LocalDate day, int services) {
        List<Queues.Waits> categories = new ArrayList<>();
        List<Queues.HalfHour> halves = new ArrayList<>();
        List<Queues.Leg> legs = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            categories.add(waits(String.valueOf((char) ('A' + i)), 40 + i, i, 400L + 90L * i));
            halves.add(new Queues.HalfHour(OPENING.plusSeconds(1800L * i), 30 + i, 28 + i, i, 500L + 40L * i));
            legs.add(new Queues.Leg(
                    "A04" + i,
                    1,
                    "A",
                    OPENING,
                    "DISPENSER",
                    Optional.of(OPENING.plusSeconds(240)),
                    Optional.of("SERVER"),
                    Optional.of(240L),
                    Optional.of(5),
                    "DONE"));
        }
        return new Queues.Figures(
                "S1",
                day,
                !day.equals(TODAY),
                600,
                services,
                0,
                services,
                0,
                0,
                services == 0 ? waits("TOTAL", 0, 0, 0) : waits("TOTAL", 1_236, 148, 1_325),
                waits("LATER", 0, 0, 0),
                categories,
                halves,
                legs);
    }

    private void show() {
        Desk.run(() -> desk.parts.navigator().restart(ScreenKeys.FIGURES));
        desk.settle();
    }

    private List<String> seen() {
        return Desk.onFx(() -> Stream.of(".label", ".table-cell")
                .flatMap(each -> desk.window.scene().getRoot().lookupAll(each).stream())
                .filter(FiguresWindowTest::isSeen)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean sees(String part) {
        return seen().stream().anyMatch(text -> text.contains(part));
    }

    private boolean exportable() {
        return Desk.onFx(() -> !((Button) desk.window.scene().lookup("#export")).isDisabled());
    }

    private void typeDay(String text) {
        Desk.run(() -> {
            TextInputControl field = (TextInputControl) desk.window.scene().lookup("#day");
            field.requestFocus();
            field.selectAll();
        });
        keys.type(text);
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-A11-2")
    @Tag("R-A11-4")
    @Tag("R-A11-5")
    @Tag("R-KEY-4")
    @Tag("R-I18-1")
    @Tag("R-QUE-3")
    void theWaitsOfTodayStandThereInEverySize() {
        show();
        assertEquals(List.of(TODAY), asked);
        assertEquals("day", Desk.onFx(() -> desk.window.scene().getFocusOwner().getId()));
        assertTrue(
                sees("Oggi, martedì 3 marzo 2026, finora: emessi 1.238, chiamati 1.236, senza risposta 9"),
                "" + seen());
        assertTrue(sees("Limite di attesa: 10 minuti"), "" + seen());
        assertTrue(seen().containsAll(List.of("Tutte le code", "22:05", "7:21", "5:31", "148", "11,9%")), "" + seen());
        assertTrue(seen().containsAll(List.of("7:30", "30", "28", "8:20")), "" + seen());
        assertTrue(Desk.onFx(() -> desk.window.scene().getRoot().lookupAll(".table-row-cell").stream()
                        .map(TableRow.class::cast)
                        .map(Node::getAccessibleText)
                        .toList())
                .contains("Coda Tutte le code, Emessi 1.238, Chiamati 1.236, Massima 22:05, Media 7:21, "
                        + "Mediana 5:31, Oltre 148, % oltre 11,9%"));
        Promised.check(desk, "S58-filled");
        for (Theme theme : List.of(Theme.DARK, Theme.CONTRAST)) {
            Promised.size(desk, Look.standard().withTheme(theme), 1366, 768);
            desk.picture("S58-" + theme);
        }
    }

    @Test
    @Tag("R-A11-1")
    @Tag("R-SEC-2")
    void anotherDayIsAskedByKeysAndItsExtractWritten() throws IOException {
        show();
        LocalDate before = TODAY.minusDays(1);
        answer = new Answer.Done<>(figures(before, 2));
        typeDay("02/03/2026");
        keys.press("Enter");
        assertEquals(List.of(TODAY, before), asked);
        assertTrue(sees("Di lunedì 2 marzo 2026: emessi"), "" + seen());
        keys.alt('e');
        Path file = folder.resolve("estratti").resolve("attese-S1-2026-03-02.csv");
        String written = Files.readString(file);
        assertTrue(written.contains("Giorno;02/03/2026") && written.contains("A041;1;A;"), written);
        assertTrue(sees("Estratto scritto: "), "" + seen());
        assertFalse(Files.exists(file.resolveSibling(file.getFileName() + ".part")));
        assertEquals(
                "Attese del giorno",
                Desk.onFx(() -> desk.parts.navigator().current().orElseThrow().title()));
    }

    @Test
    @Tag("R-A11-7")
    void aDayThatIsNoneSaysHowToWriteItAndKeepsWhatIsShown() {
        show();
        typeDay("31/02/2026");
        keys.press("F12");
        assertEquals(List.of(TODAY), asked);
        assertTrue(sees("«31/02/2026» non è una data: scrivere per esempio"), "" + seen());
        assertTrue(sees("Oggi, martedì 3 marzo 2026"), "" + seen());
        assertEquals("day", Desk.onFx(() -> desk.window.scene().getFocusOwner().getId()));
        Promised.check(desk, "S58-wrong");
    }

    @Test
    void aDayOnWhichNobodyCameSaysSo() {
        answer = new Answer.Done<>(figures(TODAY.minusDays(2), 0));
        show();
        assertTrue(sees("emessi 2"), "" + seen());
        assertTrue(sees("In questo giorno nessuno ha preso un numero."), "" + seen());
        Promised.check(desk, "S58-empty");
    }

    @Test
    void withoutTheServerItSaysWhenAndNothingOldStays() {
        show();
        answer = new Answer.NotConfirmed<>(new BackendFault(BackendFault.Code.UNREACHABLE, 0, "away", null));
        keys.press("F12");
        assertTrue(sees("Il server non risponde"), "" + seen());
        assertFalse(sees("Oggi, martedì"), "" + seen());
        assertFalse(sees("nessuno ha preso un numero"), "nobody knows that");
        assertTrue(sees("il motivo è scritto sopra"), "" + seen());
        assertFalse(exportable());
        Promised.check(desk, "S58-offline");
        answer = new Answer.Done<>(figures(TODAY, 3));
        keys.press("F12");
        assertFalse(sees("Il server non risponde"), "" + seen());
        assertTrue(exportable());
    }

    @Test
    void whoMayNotSeeThemIsToldWhoMay() {
        answer = refused(ProblemCode.FORBIDDEN.name());
        show();
        assertTrue(sees("le vede il referente di sede"), "" + seen());
        assertFalse(sees("nessuno ha preso un numero"), "nobody knows that");
        Promised.check(desk, "S58-forbidden");
        answer = refused("RULE_BROKEN");
        keys.press("F12");
        assertTrue(sees("Il server non ha dato le attese"), "" + seen());
    }

    private static Answer<Queues.Figures> refused(String code) {
        return new Answer.Refused<>(
                new Problem("about:blank", "refused", 403, code, "refused", "K3QZ-7M2A", Map.of(), List.of()));
    }

    @Test
    @Tag("R-A11-7")
    void anExtractThatCannotBeWrittenSaysWhere() throws IOException {
        Files.writeString(folder.resolve("estratti"), "a file where the folder should be");
        show();
        keys.alt('e');
        assertTrue(sees("L'estratto non si può scrivere in " + folder.resolve("estratti")), "" + seen());
    }
}
