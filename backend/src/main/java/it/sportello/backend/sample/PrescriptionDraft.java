package it.sportello.backend.sample;

import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Orders.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prescription as it is being written. */
final class PrescriptionDraft {
    /** How the server writes that this authority itself has a prescription. */
    static final String HERE = "OWN";

    static final String ELSEWHERE = "Azienda ULSS Terre Alte";
    private static final List<String> PRESCRIBERS = List.of(
            "Dott. A. Bragadon",
            "Dott.ssa M. Querin",
            "Dott. F. Sandi",
            "Dott.ssa L. Barbarig",
            "Dott. G. Tiepol",
            "Dott.ssa S. Zulian",
            "Dott. P. Marcell",
            "Dott.ssa C. Emo");
    private static final int MORNING = 9;

    private final OrderBook book;
    private final String personId;
    private final List<Row> rows = new ArrayList<>();
    private String support = "ELECTRONIC";
    private LocalDate issuedOn;
    private int state = 3;
    private @Nullable String priority;
    private @Nullable String access;
    private @Nullable String exemption;
    private @Nullable String takenBy;

    PrescriptionDraft(OrderBook book, String personId) {
        this.book = book;
        this.personId = personId;
        this.issuedOn = book.today();
    }

    PrescriptionDraft rows(String... codes) {
        return rows(List.of(codes));
    }

    PrescriptionDraft rows(List<String> codes) {
        codes.forEach(code -> rows.add(new Row(code, 1)));
        return this;
    }

    PrescriptionDraft rowTimes(String code, int quantity) {
        rows.add(new Row(code, quantity));
        return this;
    }

    PrescriptionDraft support(String wanted) {
        support = wanted;
        return this;
    }

    /** First access with a class; {@code null} leaves both out, as for the laboratory. */
    PrescriptionDraft first(@Nullable String priorityClass) {
        priority = priorityClass;
        access = priorityClass == null ? null : "1";
        return this;
    }

    PrescriptionDraft control() {
        priority = null;
        access = "0";
        return this;
    }

    PrescriptionDraft exemption(@Nullable String code) {
        exemption = code;
        return this;
    }

    PrescriptionDraft issued(LocalDate day) {
        issuedOn = day;
        return this;
    }

    PrescriptionDraft state(int central, @Nullable String provider) {
        state = central;
        takenBy = provider;
        return this;
    }

    Prescription add() {
        return book.add(new Prescription(
                book.nextNumber(support),
                support,
                personId,
                issuedOn,
                PRESCRIBERS.get(Math.floorMod(personId.hashCode(), PRESCRIBERS.size())),
                priority,
                access,
                exemption,
                state,
                takenBy,
                takenBy == null ? null : taken(),
                List.copyOf(rows)));
    }

    private Instant taken() {
        return issuedOn.plusDays(issuedOn.equals(book.today()) ? 0 : 1)
                .atTime(MORNING, 30)
                .atZone(SlotMaker.ROME)
                .toInstant();
    }
}
