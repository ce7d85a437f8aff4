package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.sample.Registry.Citizen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Prescriptions that wait for somebody to book them, those in every other state, and dues that come from elsewhere. */
final class PrescriptionStock {
    private static final int BOOKABLE = 640;
    /** Only the laboratory groups that many services. */
    static final int LARGE_CLASS = 20;

    private static final List<String> CLASSES = List.of("U", "B", "D", "P");
    private static final List<String> REGIONAL_SPELLING = List.of("E01", "E02", "E03", "E04");

    private final Dice dice;
    private final OrderBook book;
    private final LocalDate today;
    private final List<Citizen> people;
    private final List<List<String>> bookable = new ArrayList<>();

    PrescriptionStock(long seed, OrderBook book, Offer offer, List<Citizen> people) {
        this.dice = Dice.of(seed, "prescriptions");
        this.book = book;
        this.today = book.today();
        this.people = people;
        for (Agenda agenda : offer.agendas()) {
            if (agenda.regime().equals(OrderBook.SSN)) {
                bookable.add(agenda.activities().getFirst().services());
            }
        }
    }

    void make() {
        for (int i = 0; i < BOOKABLE; i++) {
            draft(i).issued(today.minusDays(dice.below(CLASSES.get(i % 4).equals("U") ? 1 : 40)))
                    .add();
        }
        other(1, 2, "");
        other(2, 2, "");
        other(4, 20, "");
        other(5, 45, PrescriptionDraft.ELSEWHERE);
        other(6, 10, PrescriptionDraft.ELSEWHERE);
        other(7, 6, PrescriptionDraft.ELSEWHERE);
        other(8, 60, PrescriptionDraft.ELSEWHERE);
        other(9, 15, PrescriptionDraft.ELSEWHERE);
        for (int i = 0; i < 30; i++) {
            draft(i).issued(today.minusDays(dice.between(182, 300)))
                    .state(10, null)
                    .add();
        }
        for (int i = 0; i < 24; i++) {
            draft(i).support("PAPER").issued(today.minusDays(dice.below(20))).add();
            draft(i).support("WHITE").issued(today.minusDays(dice.below(20))).add();
        }
        dues();
    }

    private void other(int state, int count, String provider) {
        for (int i = 0; i < count; i++) {
            draft(i).issued(today.minusDays(dice.between(2, 90)))
                    .state(state, provider.isEmpty() ? null : provider)
                    .add();
        }
    }

    private PrescriptionDraft draft(int index) {
        Citizen person = dice.pick(people);
        List<String> services = fitting(person);
        String first = dice.pick(services);
        Nomenclature.Service service = book.nomenclature().of(first);
        PrescriptionDraft draft = book.prescribe(person);
        if (services.size() > LARGE_CLASS) {
            draft.rows("91.49.2").rows(laboratory(services, index % 5 == 0 ? 7 : dice.between(2, 6)));
        } else {
            draft.rows(first);
            String second = dice.pick(services);
            if (index % 5 == 0
                    && !second.equals(first)
                    && book.nomenclature().of(second).branch().equals(service.branch())) {
                draft.rows(second);
            }
            if (first.startsWith("89.01") || first.equals("89.26.2")) {
                draft.control();
            } else {
                draft.first(CLASSES.get(index % 4));
            }
        }
        List<String> held = book.held(person.id(), today);
        return held.isEmpty() || dice.perCent(12) ? draft : draft.exemption(spelled(dice.pick(held)));
    }

    /** Prescriptions of the region still say 7R2 for E01, and so on. */
    private String spelled(String code) {
        int index = REGIONAL_SPELLING.indexOf(code);
        return index >= 0 && dice.perCent(60) ? "7R" + (index + 2) : code;
    }

    private List<String> fitting(Citizen person) {
        List<String> services = dice.pick(bookable);
        List<String> fitting = services.stream()
                .filter(code -> {
                    String only = book.nomenclature().of(code).onlySex();
                    return only == null || only.equals(person.sex());
                })
                .toList();
        return fitting.isEmpty() ? fitting(person) : fitting;
    }

    private List<String> laboratory(List<String> services, int wanted) {
        List<String> rows = new ArrayList<>();
        while (rows.size() < wanted) {
            String code = dice.pick(services);
            if (!rows.contains(code) && !code.startsWith("91.4") && !code.startsWith("91.38")) {
                rows.add(code);
            }
        }
        return rows;
    }

    private void dues() {
        for (int i = 0; i < 60; i++) {
            book.charge(dice.pick(people), "EMERGENCY_ROOM", 2500, "Pronto soccorso, codice bianco", past());
            book.chargeWithNotice(
                    dice.pick(people), "PENALTY", 2500 + 10L * dice.below(400), "Mancata disdetta", past());
        }
        for (int i = 0; i < 30; i++) {
            book.charge(
                    dice.pick(people), "MEDICAL_RECORD", 1033 + dice.below(900), "Copia di cartella clinica", past());
            book.charge(
                    dice.pick(people), "UNCOLLECTED_REPORT", 1700 + dice.below(3_000), "Referto non ritirato", past());
            book.chargeWithNotice(
                    dice.pick(people), "FALSE_DECLARATION", 3615 + dice.below(9_000), "Esenzione non dovuta", past());
            book.charge(
                    dice.pick(people),
                    "PAYING_PATIENT",
                    6_000 + 500L * dice.below(20),
                    "Prestazione a pagamento",
                    past());
            book.charge(dice.pick(people), "PAID_ROOM", 13_200L * dice.between(1, 4), "Camera a pagamento", past());
        }
    }

    private LocalDate past() {
        return today.minusDays(dice.between(1, 120));
    }
}
