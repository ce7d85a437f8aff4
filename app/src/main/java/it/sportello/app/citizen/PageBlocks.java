package it.sportello.app.citizen;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Exemptions;
import it.sportello.api.Persons;
import it.sportello.app.citizen.PageBlock.Row;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.PersonFiles;
import it.sportello.domain.agenda.BookingState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The blocks of the page made from a person's file; nothing clinical in them. */
final class PageBlocks {
    private static final int NEXT_APPOINTMENTS = 5;

    private final Texts texts;
    private final Words words;
    private final CitizenFacts facts;

    PageBlocks(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
        this.facts = new CitizenFacts(words);
    }

    List<PageBlock> of(PersonFiles.Result.Loaded loaded, LocalDate today) {
        Persons.PersonFile file = loaded.file();
        return List.of(
                dues(loaded),
                appointments(file.bookings(), today),
                exemptions(file.exemptions(), today),
                identity(file.person()),
                care(file.person(), today),
                missing(file.person()));
    }

    /** The standing bookings of a day, for the acceptance. */
    static List<Bookings.BookingView> acceptable(Persons.PersonFile file, LocalDate today) {
        return file.bookings().stream()
                .filter(booking -> booking.state().equals(BookingState.BOOKED.name()))
                .filter(booking -> booking.startsAt().toLocalDate().equals(today))
                .toList();
    }

    private PageBlock identity(Persons.PersonRecord person) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("page.code." + person.codeKind(), person.code()));
        rows.add(row("page.born", texts.get("page.born.value", words.date(person.birthDate()), person.birthPlace())));
        rows.add(row("page.sex", texts.get("page.sex." + person.sex())));
        rows.add(row("page.address", texts.get("page.address.value", person.address(), person.municipality())));
        rows.add(row("page.phone", person.phone().orElse(texts.get("page.none"))));
        rows.add(row("page.email", person.email().orElse(texts.get("page.none"))));
        return block(4, "identity", "", rows);
    }

    private PageBlock care(Persons.PersonRecord person, LocalDate today) {
        Optional<LocalDate> until = person.assistanceUntil();
        boolean over = until.filter(last -> last.isBefore(today)).isPresent();
        String coverage = until.isEmpty()
                ? texts.get("page.assistance.open")
                : texts.get(over ? "page.assistance.over" : "page.assistance.until", words.date(until.get()));
        return block(
                5,
                "care",
                "",
                List.of(
                        row("page.doctor", person.doctor().orElse(texts.get("page.doctor.none"))),
                        row("page.assistance", coverage)));
    }

    private PageBlock exemptions(List<Exemptions.ExemptionView> all, LocalDate today) {
        List<Row> rows = all.stream()
                .sorted(Comparator.comparing(
                                (Exemptions.ExemptionView exemption) -> !CitizenFacts.isValidOn(exemption, today))
                        .thenComparing(Exemptions.ExemptionView::validFrom, Comparator.reverseOrder()))
                .map(exemption -> exemption(exemption, today))
                .toList();
        return block(3, "exemptions", "", rows);
    }

    private Row exemption(Exemptions.ExemptionView exemption, LocalDate today) {
        String from = words.date(exemption.validFrom());
        String period = exemption.validTo().isPresent()
                ? texts.get(
                        "page.exemption.period",
                        from,
                        words.date(exemption.validTo().get()))
                : texts.get("page.exemption.open", from);
        boolean valid = CitizenFacts.isValidOn(exemption, today);
        String source = "page.source." + exemption.source();
        return new Row(
                texts.get(valid ? "page.exemption" : "page.exemption.ended", exemption.code()),
                texts.get("page.exemption.value", exemption.description(), period),
                texts.has(source) ? texts.get(source) : exemption.source());
    }

    private PageBlock appointments(List<Bookings.BookingView> all, LocalDate today) {
        List<Row> rows = all.stream()
                .filter(booking -> BookingState.valueOf(booking.state()).isStanding())
                .filter(booking -> !booking.startsAt().toLocalDate().isBefore(today))
                .sorted(Comparator.comparing(Bookings.BookingView::startsAt))
                .limit(NEXT_APPOINTMENTS)
                .map(this::appointment)
                .toList();
        return block(2, "appointments", "", rows);
    }

    private Row appointment(Bookings.BookingView booking) {
        return new Row(
                words.momentInWords(booking.startsAt()),
                texts.get("page.appointment", booking.agendaName(), booking.siteName(), booking.room()),
                texts.get("page.booking." + booking.state(), booking.number()));
    }

    private PageBlock dues(PersonFiles.Result.Loaded loaded) {
        List<Row> rows = loaded.openDues().stream()
                .sorted(Comparator.comparing(Dues.DueView::referenceDate))
                .map(due -> new Row(
                        words.cents(due.amountCents()),
                        due.description(),
                        texts.get("page.due.of", words.date(due.referenceDate()))))
                .toList();
        return block(1, "dues", rows.isEmpty() ? "" : words.cents(loaded.openCents()), rows);
    }

    private PageBlock missing(Persons.PersonRecord person) {
        List<Row> rows = person.missing().stream()
                .map(datum -> new Row(facts.missing(datum), texts.get("page.missing.ask"), ""))
                .toList();
        return block(6, "missing", "", rows);
    }

    private PageBlock block(int digit, String name, String figure, List<Row> rows) {
        return new PageBlock(digit, texts.get("block." + name), figure, rows, texts.get("block." + name + ".empty"));
    }

    private Row row(String key, String value) {
        return new Row(texts.has(key) ? texts.get(key) : texts.get("page.code.other"), value, "");
    }
}
