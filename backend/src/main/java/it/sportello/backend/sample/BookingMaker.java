package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Activity;
import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Orders.Booking;
import it.sportello.backend.sample.Orders.Due;
import it.sportello.backend.sample.Orders.Prescription;
import it.sportello.backend.sample.Orders.Row;
import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.domain.calendar.WorkingDays;
import it.sportello.domain.parameter.ParameterKeys;
import it.sportello.domain.prescription.PriorityClass;
import it.sportello.domain.prescription.ServiceKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills slots: near days almost full, far ones almost empty. */
final class BookingMaker {
    private static final int NEAR_FILL = 95;
    private static final List<String> ORIGINS = List.of("PHONE", "DESK", "WEB", "PHARMACY", "CLINIC");
    private static final int[] ORIGIN_WEIGHTS = Dice.cumulative(48, 26, 16, 8, 2);
    private static final List<String> CLASSES = List.of("U", "B", "D", "P");
    private static final int[] CLASS_WEIGHTS = Dice.cumulative(3, 22, 47, 28);

    private final Dice dice;
    private final OrderBook book;
    private final Nomenclature nomenclature;
    private final LocalDate today;
    private final SlotMaker calendars;
    private final Map<String, Agenda> agendas = new HashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> kept = new HashSet<>();

    BookingMaker(long seed, OrderBook book, Offer offer, SlotMaker calendars) {
        this.dice = Dice.of(seed, "bookings");
        this.book = book;
        this.nomenclature = book.nomenclature();
        this.today = book.today();
        this.calendars = calendars;
        for (Agenda agenda : offer.agendas()) {
            agendas.put(agenda.id(), agenda);
            agenda.activities().forEach(activity -> activities.put(activity.id(), activity));
        }
    }

    LocalDate today() {
        return today;
    }

    /** Nobody gets this slot by chance. */
    void keep(Slot slot) {
        kept.add(slot.id());
    }

    /** How many places of a slot are taken. */
    int taken(Slot slot) {
        return taken.getOrDefault(slot.id(), 0);
    }

    /** Takes places of the slots for people who have nothing else to do in the sample. */
    void fill(List<Slot> slots, List<Citizen> people) {
        for (Slot slot : slots) {
            int chance = kept.contains(slot.id()) ? 0 : chance(slot);
            for (int place = taken(slot); place < slot.capacity(); place++) {
                if (dice.perCent(chance)) {
                    Citizen person = dice.pick(people);
                    book(slot, person, services(activity(slot), person));
                }
            }
        }
    }

    private int chance(Slot slot) {
        long days = slot.startsAt().toLocalDate().toEpochDay() - today.toEpochDay();
        if ("U".equals(slot.reservedClass())) {
            boolean firstAccess = activity(slot).kind().equals("first");
            return days < 0 ? NEAR_FILL : days > 1 ? 2 : firstAccess ? 0 : 50;
        }
        if ("B".equals(slot.reservedClass())) {
            return days <= 3 ? 92 : days <= 10 ? 78 : days <= 14 ? 25 : 3;
        }
        if (activity(slot).kind().equals("web")) {
            return days <= 14 ? 70 : 15;
        }
        return days <= 2 ? NEAR_FILL : days <= 12 ? 92 : days <= 30 ? 84 : days <= 60 ? 52 : days <= 90 ? 20 : 4;
    }

    private List<String> services(Activity activity, Citizen person) {
        List<String> fitting = activity.services().stream()
                .filter(code -> {
                    String only = nomenclature.of(code).onlySex();
                    return only == null || only.equals(person.sex());
                })
                .toList();
        if (fitting.isEmpty()) {
            return List.of(activity.services().getFirst());
        }
        if (fitting.size() > PrescriptionStock.LARGE_CLASS) {
            return laboratory(fitting);
        }
        String first = activity.kind().equals("any") ? dice.pick(fitting) : fitting.getFirst();
        String second = dice.pick(fitting);
        boolean together = dice.perCent(18)
                && !second.equals(first)
                && nomenclature
                        .of(first)
                        .branch()
                        .equals(nomenclature.of(second).branch());
        return together ? List.of(first, second) : List.of(first);
    }

    private List<String> laboratory(List<String> fitting) {
        List<String> rows = new ArrayList<>();
        rows.add("91.49.2");
        int wanted = dice.between(2, 7);
        while (rows.size() <= wanted) {
            String code = dice.pick(fitting);
            if (!rows.contains(code) && !code.startsWith("91.4") && !code.startsWith("91.38")) {
                rows.add(code);
            }
        }
        return rows;
    }

    /** An appointment with its prescription, taken in charge here, and its due. */
    Booking book(Slot slot, Citizen person, List<String> services) {
        Agenda agenda = agenda(slot);
        boolean control = isControl(activity(slot), services);
        boolean privatePractice = agenda.regime().equals(OrderBook.PRIVATE_PRACTICE);
        boolean laboratory = nomenclature.of(services.getFirst()).kind().equals("LABORATORY");
        LocalDate day = slot.startsAt().toLocalDate();
        LocalDate latest = day.isBefore(today) ? day.minusDays(1) : today;
        String reserved = slot.reservedClass();
        String priority = control || privatePractice || laboratory
                ? null
                : reserved != null && CLASSES.contains(reserved) ? reserved : CLASSES.get(dice.weighted(CLASS_WEIGHTS));
        int waited = "U".equals(priority) ? 1 : "B".equals(priority) ? 8 : 40;
        LocalDate contact = latest.minusDays("U".equals(priority) ? 0 : dice.below(waited));
        String state = state(day);
        Prescription prescription = null;
        if (!privatePractice) {
            prescription = prescription(person, services, priority, control, contact, state);
        }
        return book(slot, person, services, prescription, contact, state, dueState(day));
    }

    private Prescription prescription(
            Citizen person,
            List<String> services,
            @Nullable String priority,
            boolean control,
            LocalDate contact,
            String state) {
        List<String> held = book.held(person.id(), contact);
        PrescriptionDraft draft = book.prescribe(person)
                .rows(services)
                .first(priority)
                .exemption(held.isEmpty() || dice.perCent(10) ? null : dice.pick(held))
                .issued(contact.minusDays(dice.below(6)));
        if (control) {
            draft.control();
        }
        return switch (state) {
            case "DELIVERED" -> draft.state(8, PrescriptionDraft.HERE).add();
            case "NO_SHOW" -> draft.state(3, null).add();
            default -> draft.state(5, PrescriptionDraft.HERE).add();
        };
    }

    /** An appointment of a prescription that is there already, or of none. */
    Booking book(
            Slot slot,
            Citizen person,
            List<String> services,
            @Nullable Prescription prescription,
            LocalDate contact,
            String state,
            String dueState) {
        LocalDate day = slot.startsAt().toLocalDate();
        Due due = prescription == null
                ? privateDue(slot, person, services, dueState)
                : state.equals("NO_SHOW") ? null : book.owe(prescription, day, dueState);
        int number = book.bookingCount() + 1;
        Booking booking = new Booking(
                String.format(Locale.ROOT, "BK%06d", number),
                String.format(Locale.ROOT, "%d-%07d", today.getYear(), number),
                String.format(Locale.ROOT, "OR%06d", number),
                person.id(),
                slot.id(),
                state,
                ORIGINS.get(dice.weighted(ORIGIN_WEIGHTS)),
                prescription,
                prescription == null ? null : prescription.priorityClass(),
                prescription == null ? null : prescription.accessType(),
                at(contact),
                limit(prescription, contact),
                contact.isAfter(day) ? null : dice.perCent(70) ? day : earlier(contact, day),
                due == null ? null : due.id(),
                person.language(),
                cancelBy(agenda(slot), day),
                state.equals("DELIVERED")
                        ? slot.startsAt()
                                .minusMinutes(12)
                                .atZone(SlotMaker.ROME)
                                .toInstant()
                        : null,
                services.stream().map(code -> new Row(code, 1)).toList());
        book.add(booking);
        taken.merge(slot.id(), 1, Integer::sum);
        return booking;
    }

    private LocalDate earlier(LocalDate contact, LocalDate day) {
        int days = (int) Math.min(12, day.toEpochDay() - contact.toEpochDay());
        return day.minusDays(dice.below(days + 1));
    }

    private @Nullable LocalDate limit(@Nullable Prescription prescription, LocalDate contact) {
        String priority = prescription == null ? null : prescription.priorityClass();
        if (prescription == null || priority == null) {
            return null;
        }
        ServiceKind kind = ServiceKind.valueOf(
                nomenclature.of(prescription.rows().getFirst().serviceCode()).kind());
        return PriorityClass.valueOf(priority)
                .latestDate(
                        LocalDateTime.of(
                                contact, at(contact).atZone(SlotMaker.ROME).toLocalTime()),
                        kind,
                        null,
                        book.parameters());
    }

    private @Nullable Due privateDue(Slot slot, Citizen person, List<String> services, String state) {
        Agenda agenda = agenda(slot);
        long cents = 0;
        for (Offer.Price price : agenda.prices()) {
            cents += services.contains(price.serviceCode()) ? price.cents() : 0;
        }
        String description = nomenclature.of(services.getFirst()).description();
        return book.chargePrivate(
                person,
                cents,
                description + ", " + agenda.doctorName(),
                slot.startsAt().toLocalDate(),
                state);
    }

    private String state(LocalDate day) {
        return day.isBefore(today) ? dice.perCent(93) ? "DELIVERED" : "NO_SHOW" : "BOOKED";
    }

    private String dueState(LocalDate day) {
        return dice.perCent(day.isBefore(today) ? 92 : 30) ? "PAID" : "OPEN";
    }

    private LocalDate cancelBy(Agenda agenda, LocalDate day) {
        WorkingDays calendar = calendars.calendar(agenda.siteId());
        int days = book.parameters().get(ParameterKeys.CANCELLATION_DAYS, today);
        return calendar.addWorkingDays(day, -days);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, day.getDayOfYear() % 60).atZone(SlotMaker.ROME).toInstant();
    }

    private boolean isControl(Activity activity, List<String> services) {
        return activity.kind().equals("control")
                || services.stream().allMatch(code -> code.startsWith("89.01") || code.equals("89.26.2"));
    }

    Agenda agenda(Slot slot) {
        return Objects.requireNonNull(agendas.get(slot.agendaId()), slot.agendaId());
    }

    Activity activity(Slot slot) {
        return Objects.requireNonNull(activities.get(slot.activityId()), slot.activityId());
    }
}
