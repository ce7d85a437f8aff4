package it.sportello.app.print;

import it.sportello.app.frame.Words;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One of each document, with long names and large amounts. */
final class SamplePrints {
    private static final TillSheets.Cards CARDS =
            new TillSheets.Cards(Money.ofCents(123_615), 12, 1, Optional.of(Money.ofCents(123_000)));
    static final Letterhead HEAD = new Letterhead("Azienda ULSS Laguna Nord", "Distretto di Mestre centro", 3, "1042");
    private static final Instant AT = Instant.parse("2026-11-23T08:20:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private SamplePrints() {}

    static ReceiptData receipt() {
        return new ReceiptData(
                "SSN-R-T01A/2026/000123",
                false,
                AT,
                "GIANFRANCESCO MARIA DELL'ACQUA VISCONTI",
                "DLLGFR50A01F205X",
                List.of(
                        new ReceiptData.Line("Prima visita cardiologica con elettrocardiogramma", Money.ofCents(3615)),
                        new ReceiptData.Line("Emocromo, glicemia, colesterolo", Money.ofCents(123456))),
                Money.ofCents(200),
                Money.ofCents(-1),
                Money.ofCents(127270),
                List.of(new ReceiptData.Tender("Contanti", Money.ofCents(127270))),
                Optional.of(Money.ofCents(130000)),
                Money.ofCents(2730),
                Optional.of("Esente IVA, articolo 10 n. 18 DPR 633/1972."),
                true,
                1,
                true);
    }

    static ReminderData reminder(String language) {
        return new ReminderData(
                "2026-0012345",
                "NICCOLÒ D'ANGELO",
                LocalDateTime.of(2026, 12, 3, 9, 20),
                List.of("Prima visita oculistica", "Fondo oculare"),
                "Ospedale dell'Angelo",
                "Via Paccagnella 11, Venezia",
                "Ambulatorio 12, secondo piano",
                Optional.of("Non guidare dopo la visita: la pupilla resta dilatata per alcune ore."),
                Money.ofCents(3615),
                Optional.empty(),
                LocalDate.of(2026, 11, 27),
                language,
                true,
                true);
    }

    static Map<String, Sheet> all() {
        Words words = new Words();
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        sheets.put("reader", new ReaderSheet().sheet());
        sheets.put("receipt", new Receipts(words).sheet(HEAD, receipt()));
        for (String language : Reminders.LANGUAGES) {
            sheets.put("reminder-" + language, new Reminders(words).sheet(HEAD, reminder(language)));
        }
        TillSheets till = new TillSheets(words);
        Map<Denomination, Integer> pieces = new EnumMap<>(Denomination.class);
        pieces.put(Denomination.NOTE_50, 3);
        pieces.put(Denomination.CENT_20, 17);
        sheets.put(
                "opening",
                till.opening(
                        HEAD,
                        new TillSheets.Opening(
                                "T01",
                                DAY,
                                AT,
                                pieces,
                                Money.ofCents(15000),
                                Money.ofCents(15340),
                                Optional.of("Monete trovate nel cassetto")),
                        Optional.of(new TillSheets.ContainerLine(Money.ZERO, Money.ofCents(2_000), false))));
        sheets.put(
                "closing",
                till.closing(
                        HEAD,
                        closing(pieces),
                        new TillSheets.ClosingNotes(
                                Optional.of("2077"),
                                List.of("SSN-R-T01A/2026/000022", "SSN-R-T01A/2026/000024"),
                                List.of(new TillSheets.CarriedCard(
                                        Instant.parse("2026-11-23T10:12:00Z"), Money.ofCents(3615))),
                                Optional.of(CARDS),
                                Optional.of(new TillSheets.ContainerLine(
                                        Money.ofCents(20_500), Money.ofCents(20_000), true)))));
        sheets.put("journal", till.journal(HEAD, "T01", DAY, movements(), Optional.of(CARDS), "9f".repeat(32)));
        ExemptionSheets exemptions = new ExemptionSheets(words);
        sheets.put("declaration", exemptions.selfDeclaration(HEAD, exemption()));
        sheets.put("certificate", exemptions.certificate(HEAD, exemption()));
        return sheets;
    }

    private static TillSheets.Closing closing(Map<Denomination, Integer> pieces) {
        return new TillSheets.Closing(
                "T01",
                DAY,
                AT,
                pieces,
                Money.ofCents(15000),
                Money.ofCents(123456),
                Money.ofCents(3615),
                Money.ofCents(134841),
                Money.ofCents(134341),
                1,
                Money.ofCents(15000),
                Money.ofCents(119341),
                List.of(new TillSheets.SeriesLine(
                        "SSN-R-T01A/2026", "SSN-R-T01A/2026/000001", "SSN-R-T01A/2026/000024", 24)),
                "9f".repeat(32),
                true);
    }

    private static List<TillSheets.Movement> movements() {
        return IntStream.rangeClosed(1, 90)
                .mapToObj(number -> new TillSheets.Movement(
                        number,
                        AT.plusSeconds(60L * number),
                        "Incasso",
                        Optional.of("SSN-R-T01A/2026/%06d".formatted(number)),
                        Money.ofCents(3615),
                        Money.ofCents(3615L * number)))
                .toList();
    }

    private static ExemptionSheets.Registered exemption() {
        return new ExemptionSheets.Registered(
                "0012345/2026",
                true,
                "GIANFRANCESCO MARIA DELL'ACQUA VISCONTI",
                "DLLGFR50A01F205X",
                LocalDate.of(1950, 1, 1),
                "MILANO (MI)",
                "Calle Larga XXII Marzo 2399, Venezia",
                "7R2",
                "Età inferiore a 6 anni o superiore a 65 con reddito familiare non superiore a 36.151,98 euro",
                DAY,
                Optional.of(LocalDate.of(2027, 3, 31)),
                Optional.of(2025),
                Optional.empty(),
                Optional.of("MARIA ROSSI"),
                AT);
    }
}
