package it.sportello.app.secondscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Queues;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.secondscreen.BoardViewModel.Line;
import it.sportello.app.window.Desk;
import it.sportello.offlinecache.remote.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The board: numbers only, newest first, and honest about its age. */
class BoardViewModelTest {
    private final Instant now = Desk.CLOCK.instant();

    private final List<Answer<Queues.QueueState>> answers = new ArrayList<>();
    private int rung;
    private boolean sounds = true;
    private boolean loud = true;
    private final BoardViewModel model = new BoardViewModel(
            new BoardViewModel.Surroundings(
                    () -> {
                        if (answers.isEmpty()) {
                            throw new IllegalStateException("the server is away");
                        }
                        return answers.removeFirst();
                    },
                    () -> {
                        rung++;
                        return loud;
                    },
                    () -> sounds,
                    new InPlaceBackground(),
                    Desk.CLOCK),
            Texts.of(BoardViewModel.class),
            new Words());

    private Queues.Entry call(String number, int desk, long sequence, int secondsAgo) {
        return new Queues.Entry(
                number,
                number,
                number.substring(0, 1),
                "CALLED",
                now.minusSeconds(900),
                Optional.of(now.minusSeconds(secondsAgo)),
                Optional.of(desk),
                sequence);
    }

    private void server(int secondsLater, Queues.Entry... calls) {
        answers.add(new Answer.Done<>(
                new Queues.QueueState("site", List.of(), List.of(calls), now.plusSeconds(secondsLater))));
        model.refresh();
    }

    private String latest() {
        return model.latestProperty().get().map(Line::number).orElse("");
    }

    private List<String> before() {
        return model.before().stream().map(Line::number).toList();
    }

    @Test
    @Tag("Q45")
    void theNewestIsLargeAndTheFourBeforeItStandBeside() {
        server(
                0,
                call("A001", 1, 1, 60),
                call("B002", 2, 2, 50),
                call("A003", 1, 3, 40),
                call("A004", 3, 4, 30),
                call("A005", 1, 5, 20),
                call("A006", 12, 6, 10));
        assertEquals(
                Optional.of(new Line("A006", "Sportello 12", "12")),
                model.latestProperty().get());
        assertEquals(List.of("A005", "A004", "A003", "B002"), before());
        assertEquals(0, rung, "what was called before the board was opened is not called again");
    }

    @Test
    void aNewCallAndARepeatedOneAreHeardOnceEach() {
        server(0, call("A001", 1, 1, 60));
        server(2, call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        server(4, call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        assertEquals(1, rung);
        assertEquals(1, model.announcedProperty().get());
        server(6, call("A001", 1, 3, 60), call("A002", 2, 2, 0));
        assertEquals("A001", latest());
        assertEquals(List.of("A002"), before(), "one line for each number");
        assertEquals(2, rung);
    }

    @Test
    @Tag("Q43")
    void anOlderAnswerNeverOverwritesANewerOne() {
        server(4, call("A002", 2, 2, 0));
        server(2, call("A001", 1, 1, 60));
        assertEquals("A002", latest());
    }

    /** Two servers of one site whose clocks differ: the sequence decides, not their time. */
    @Test
    @Tag("Q43")
    void anOlderSequenceOfALaterClockIsLeftAside() {
        server(0, call("A001", 1, 1, 60), call("A002", 2, 2, 0));
        server(30, call("A001", 1, 1, 60));
        assertEquals("A002", latest());
        assertEquals(0, rung);
        server(-5, call("A003", 3, 3, 0), call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        assertEquals("A003", latest(), "newer, by a clock that is behind");
        assertEquals(1, rung);
    }

    /** The server keeps the time of the first call of a number; only its sequence tells that it was called again. */
    @Test
    @Tag("R-QUE-5")
    void aNumberCalledAgainIsSeenAndHeardAgain() {
        server(0, call("A002", 2, 2, 200), call("A001", 1, 1, 400));
        model.called("A001", 1);
        assertEquals("A001", latest());
        assertEquals(List.of("A002"), before());
        assertEquals(1, rung);
        server(2, call("A002", 2, 2, 200), call("A001", 1, 1, 400));
        assertEquals("A001", latest(), "the server does not know it yet");
        server(4, call("A001", 1, 3, 400), call("A002", 2, 2, 200));
        assertEquals("A001", latest());
        assertEquals(1, rung, "heard already");
        server(6, call("A002", 2, 4, 200), call("A001", 1, 3, 400));
        assertEquals("A002", latest(), "called again by another desk");
        assertEquals(2, rung);
        assertEquals(2, model.announcedProperty().get());
    }

    @Test
    void aCallThatTheServerToldFirstIsHeardOnce() {
        server(0, call("A001", 1, 1, 60));
        server(2, call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        model.called("A002", 2);
        assertEquals(1, rung);
        server(4, call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        assertEquals(1, rung);
        assertEquals("A002", latest());
        server(6, call("A003", 1, 3, 0), call("A002", 2, 2, 0), call("A001", 1, 1, 60));
        assertEquals("A003", latest());
        assertEquals(List.of("A002", "A001"), before());
        assertEquals(2, rung);
    }

    @Test
    void aCallBeforeTheFirstAnswerFindsItsPlaceByItsTime() {
        model.called("A009", 4);
        server(2, call("A003", 3, 3, -1), call("A002", 2, 2, 30));
        assertEquals("A003", latest());
        assertEquals(List.of("A009", "A002"), before());
    }

    @Test
    void theNextDayBeginsAgainFromOne() {
        server(0, call("A090", 1, 240, 10));
        server(86_400, new Queues.Entry[0]);
        assertEquals("", latest());
        assertEquals(List.of(), before());
        server(86_410, call("A001", 2, 1, -86_405));
        assertEquals("A001", latest());
        assertEquals(1, rung);
    }

    @Test
    void withoutTheServerTheNumbersStayAndItSaysSo() {
        server(0, call("A002", 2, 2, 5), call("A001", 1, 1, 60));
        model.refresh();
        assertTrue(
                model.noticeProperty().get().contains("9:20"),
                model.noticeProperty().get());
        assertEquals("A002", latest());
        assertEquals(List.of("A001"), before());
        model.called("A003", 7);
        assertEquals(
                Optional.of(new Line("A003", "Sportello 7", "7")),
                model.latestProperty().get());
        assertEquals(List.of("A002", "A001"), before());
        assertEquals(1, rung);
        model.called("A003", 7);
        assertEquals(2, rung, "called once more by hand");
        server(3, call("A002", 2, 2, 5), call("A001", 1, 1, 60));
        assertEquals("A003", latest(), "the server does not know it yet");
        assertEquals(2, rung);
        server(5, call("A003", 7, 3, 0), call("A002", 2, 2, 5), call("A001", 1, 1, 60));
        assertEquals("", model.noticeProperty().get());
        assertEquals(2, rung, "the server repeats what was heard already");
        assertEquals(List.of("A002", "A001"), before());
    }

    @Test
    void aDeskWithoutAnOperatorSaysThatItMayNotAsk() {
        server(0, call("A002", 2, 2, 5));
        model.rest();
        assertTrue(model.noticeProperty().get().startsWith("Numeri non aggiornati"));
        assertEquals("A002", latest());
        server(2, call("A002", 2, 2, 5));
        assertEquals("", model.noticeProperty().get());
    }

    @Test
    @Tag("R-A11-8")
    void soundIsAWishAndItsAbsenceIsTold() {
        server(0, call("A001", 1, 1, 60));
        sounds = false;
        server(2, call("A002", 2, 2, 0));
        assertEquals(0, rung);
        assertEquals(1, model.announcedProperty().get());
        sounds = true;
        loud = false;
        server(4, call("A003", 2, 3, 0));
        assertEquals(
                "Il segnale acustico non funziona.", model.soundNoticeProperty().get());
    }

    @Test
    void theGongIsTwoTonesThatDieAway() {
        byte[] samples = Gong.samples();
        assertEquals(2 * 2 * 30_870, samples.length);
        int loudest = 0;
        int last = 0;
        for (int i = 0; i < samples.length; i += 2) {
            int sample = Math.abs((short) ((samples[i] & 0xFF) | samples[i + 1] << 8));
            loudest = Math.max(loudest, sample);
            last = i > samples.length - 400 ? Math.max(last, sample) : last;
        }
        assertTrue(loudest > 12_000 && loudest < 17_000, Integer.toString(loudest));
        assertTrue(last < 1_500, Integer.toString(last));
    }
}
