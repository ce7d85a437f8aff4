package it.sportello.backend.booking;

import it.sportello.api.Bookings.Book;
import it.sportello.api.Bookings.Booked;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Dues.DueView;
import it.sportello.api.Prescriptions.ServiceRow;
import it.sportello.api.Problem.Violation;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.operation.Applier;
import it.sportello.backend.operation.Incoming;
import it.sportello.backend.person.DueRows;
import it.sportello.backend.person.PersonRows;
import it.sportello.backend.person.ServiceRows;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.session.Permission;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.Agenda;
import it.sportello.domain.agenda.BookingCheck;
import it.sportello.domain.agenda.BookingRefusal;
import it.sportello.domain.agenda.Slot;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.operation.UuidV7;
import it.sportello.domain.parameter.Parameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code booking.book}: held places become bookings, the prescription is taken in charge, the due is computed. */
public final class BookBooking implements Applier {
    private final ParameterTables parameterTables;
    private final ExemptionCatalogue catalogue;
    private final UuidV7 ids;
    private final BookingWriter writer;

    public BookBooking(ParameterTables parameterTables, ExemptionCatalogue catalogue, UuidV7 ids) {
        this.parameterTables = parameterTables;
        this.catalogue = catalogue;
        this.ids = ids;
        this.writer = new BookingWriter(ids);
    }

    @Override
    public OperationType type() {
        return OperationType.BOOKING_BOOK;
    }

    @Override
    public Outcome apply(Handle handle, Incoming incoming) {
        incoming.require(Permission.BOOKING);
        Book book = incoming.payload(Book.class);
        refuseForm(book);
        if (PersonRows.lock(handle, book.personId()).isEmpty()) {
            throw Refusal.of(ProblemCode.PERSON_UNKNOWN, "no such person");
        }
        HoldRows.Row held = HoldRows.lock(handle, book.holdId())
                .filter(row -> !row.ended() && row.personId().equals(book.personId()))
                .filter(row -> row.hold().deskId().equals(incoming.author().deskId()))
                .orElseThrow(() -> Refusal.of(ProblemCode.HOLD_EXPIRED, "no such hold of this desk and person"));
        List<Slot> slots = SlotRows.lock(handle, held.hold().slotIds(), incoming.receivedAt());
        check(handle, incoming, book, held, slots);
        Parameters parameters = parameterTables.at(handle, incoming.author().siteId());
        return Outcome.of(book(handle, incoming, book, ordered(held, slots), parameters));
    }

    private static void refuseForm(Book book) {
        int services = book.serviceCodes().size();
        if (services < 1 || new TreeSet<>(book.serviceCodes()).size() != services) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "SERVICES_NONE_OR_TWICE");
        }
        if (!book.language().matches("[a-z]{2}")) {
            throw Refusal.of(ProblemCode.MALFORMED, "language");
        }
    }

    private static void check(Handle handle, Incoming incoming, Book book, HoldRows.Row held, List<Slot> slots) {
        BookingCheck check = new BookingCheck(
                held.hold(),
                slots,
                BookingRows.asRules(handle, book.personId()),
                book.prescriptionNumber()
                        .map(number -> BookingRows.onPrescription(handle, number))
                        .orElse(List.of()));
        List<BookingRefusal> refusals = check.refusals(
                incoming.author().operatorId(), book.prescriptionNumber().orElse(null), incoming.receivedAt());
        if (!refusals.isEmpty()) {
            List<Told> told = refusals.stream().map(BookBooking::told).toList();
            throw Refusal.of(
                    told.getFirst().code(),
                    "the places cannot be booked",
                    told.stream().map(Told::violation).toList());
        }
    }

    /** What the wire tells of a refusal. */
    private record Told(ProblemCode code, Violation violation) {}

    private static Told told(BookingRefusal refusal) {
        return switch (refusal) {
            case BookingRefusal.HoldExpired it ->
                told(
                        ProblemCode.HOLD_EXPIRED,
                        "HOLD_EXPIRED",
                        Map.of("at", it.at().toString()));
            case BookingRefusal.HoldOfAnother it ->
                told(ProblemCode.HOLD_EXPIRED, "HOLD_OF_ANOTHER", Map.of("holdId", it.holdId()));
            case BookingRefusal.SlotGone it -> told(ProblemCode.SLOT_GONE, "SLOT_GONE", Map.of("slotId", it.slotId()));
            case BookingRefusal.AlreadyBookedPrescription it ->
                told(
                        ProblemCode.PRESCRIPTION_ALREADY_BOOKED,
                        "PRESCRIPTION_ALREADY_BOOKED",
                        Map.of("bookingId", it.bookingId()));
            case BookingRefusal.OverlappingVisit it ->
                told(
                        ProblemCode.OVERLAPPING_VISIT,
                        "OVERLAPPING_VISIT",
                        Map.of(
                                "bookingId", it.bookingId(),
                                "start", it.start().toString(),
                                "end", it.end().toString()));
            case BookingRefusal.WrongState it ->
                told(
                        ProblemCode.RULE_BROKEN,
                        "WRONG_STATE",
                        Map.of("state", it.current().name()));
        };
    }

    private static Told told(ProblemCode code, String rule, Map<String, String> arguments) {
        return new Told(code, new Violation("", rule, arguments));
    }

    private Booked book(Handle handle, Incoming incoming, Book book, List<Slot> slots, Parameters parameters) {
        LocalDate delivery = Rome.day(slots.getFirst().start());
        LocalDate today = Rome.day(incoming.receivedAt());
        BookedPrescription prescription = book.prescriptionNumber().isEmpty()
                ? null
                : BookedPrescription.lock(handle, book, parameters, catalogue, delivery, today);
        List<BookedPlace> places = places(handle, book, slots, services(handle, book, prescription, delivery));
        for (BookedPlace place : places) {
            if (!SlotRows.take(handle, place.slot().id())) {
                throw Refusal.of(ProblemCode.SLOT_GONE, "no place left");
            }
        }
        HoldRows.end(handle, book.holdId(), incoming.receivedAt());
        if (prescription != null) {
            prescription.take(handle, book.holdId().toString(), incoming.receivedAt());
        }
        Optional<DueView> due = BookingPrice.due(
                handle, book, places, prescription, parameters, ids.next().toString());
        due.ifPresent(it -> DueRows.insert(handle, incoming.feed(), it));
        BookingWriter.Order order = new BookingWriter.Order(
                book, due.map(DueView::id), parameters, today, incoming.author().siteId());
        List<BookingView> booked = new ArrayList<>();
        for (BookedPlace place : places) {
            BookingView view = writer.write(handle, order, place, exemption(prescription));
            incoming.feed().booking(view);
            booked.add(view);
        }
        return new Booked(booked, false);
    }

    private static Optional<String> exemption(@Nullable BookedPrescription prescription) {
        return prescription == null ? Optional.empty() : prescription.row().exemptionCode();
    }

    private static List<ServiceRow> services(
            Handle handle, Book book, @Nullable BookedPrescription prescription, LocalDate delivery) {
        List<ServiceRow> known = prescription == null
                ? ServiceRows.ofCodes(handle, book.serviceCodes(), delivery)
                : prescription.services();
        List<ServiceRow> ordered = new ArrayList<>();
        for (String code : book.serviceCodes()) {
            ordered.addAll(known.stream().filter(row -> row.code().equals(code)).toList());
        }
        if (ordered.size() < book.serviceCodes().size()) {
            throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "SERVICE_UNKNOWN");
        }
        return ordered;
    }

    /** One place for all services, or one for each in the order given: as the search offers them. */
    private static List<BookedPlace> places(Handle handle, Book book, List<Slot> slots, List<ServiceRow> services) {
        Map<String, AgendaRows.Placed> agendas = AgendaRows.load(
                handle, new TreeSet<>(slots.stream().map(Slot::agendaId).toList()));
        List<BookedPlace> places = new ArrayList<>();
        for (int index = 0; index < slots.size(); index++) {
            Slot slot = slots.get(index);
            Agenda agenda = Objects.requireNonNull(agendas.get(slot.agendaId())).agenda();
            boolean together = slots.size() == 1;
            List<String> codes = together || index >= book.serviceCodes().size()
                    ? book.serviceCodes()
                    : List.of(book.serviceCodes().get(index));
            boolean serves = (together || slots.size() == book.serviceCodes().size())
                    && agenda.regime().name().equals(book.regime())
                    && agenda.servesTogether(Objects.requireNonNull(agenda.activity(slot.activityId())), codes);
            if (!serves) {
                throw ProblemMapper.broken(ProblemCode.RULE_BROKEN, "serviceCodes", "SERVICE_NOT_OF_PLACE");
            }
            places.add(new BookedPlace(
                    slot,
                    services.stream().filter(row -> codes.contains(row.code())).toList()));
        }
        return places;
    }

    private static List<Slot> ordered(HoldRows.Row held, List<Slot> slots) {
        return held.hold().slotIds().stream()
                .map(id -> slots.stream()
                        .filter(slot -> slot.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
