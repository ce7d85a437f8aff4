package it.sportello.app.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.Queues;
import it.sportello.app.frame.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The extract of a day, as an office program reads it. */
@Tag("R-QUE-6")
class FiguresCsvTest {
    private final FiguresCsv csv = new FiguresCsv(Texts.of(FiguresView.class));

    private static Queues.Waits waits(String name, int called) {
        return new Queues.Waits(name, called, called, called, 601, 237, 150, 601, 1, 250, 0, 0);
    }

    private static Queues.Figures figures(List<Queues.HalfHour> halves, List<Queues.Leg> legs) {
        return new Queues.Figures(
                "S1",
                LocalDate.of(2026, 10, 25),
                true,
                600,
                1,
                1,
                2,
                0,
                1,
                waits("TOTAL", 4),
                waits("LATER", 1),
                List.of(waits("A", 4)),
                halves,
                legs);
    }

    @Test
    @Tag("R-QUE-1")
    void everyLegHasBothTimesTheirSourcesAndItsWait() {
        Instant printed = Instant.parse("2026-10-25T00:55:00Z");
        Queues.Leg leg = new Queues.Leg(
                "A001",
                1,
                "A",
                printed,
                "DISPENSER",
                Optional.of(printed.plusSeconds(540)),
                Optional.of("MANUAL"),
                Optional.of(240L),
                Optional.of(5),
                "DONE");
        Queues.Leg unknown = new Queues.Leg(
                "A002",
                1,
                "A",
                printed,
                "UNKNOWN",
                Optional.of(printed),
                Optional.of("MANUAL"),
                Optional.empty(),
                Optional.empty(),
                "CALLED");
        String text = csv.write(figures(List.of(), List.of(leg, unknown)));
        assertTrue(text.startsWith("\uFEFFSede;S1\r\nGiorno;25/10/2026\r\n"), text);
        // The wait is that of the figures: of who has an appointment it does not begin with the print.
        assertTrue(
                text.contains(
                        "A001;1;A;25/10/2026 02:55:00 +02:00;distributore;25/10/2026 02:04:00 +01:00;operatore;240;5;concluso\r\n"),
                text);
        assertTrue(text.contains(";non nota;25/10/2026 02:55:00 +02:00;operatore;;;chiamato\r\n"), text);
        assertTrue(text.contains("Tutte le code;4;4;601;237;150;601;1;25,0%;0;0\r\n"), text);
        assertTrue(text.contains("Dopo un trasferimento;1;1;"), text);
    }

    @Test
    void aDayOnWhichNobodyCameHasItsHeaders() {
        String text = csv.write(figures(List.of(), List.of()));
        assertTrue(text.contains("Numero;Tratta;Coda;Da;Fonte;"), text);
        assertEquals("12,5%", FiguresWords.share(125));
        assertEquals("10:01", FiguresWords.length(601));
    }
}
