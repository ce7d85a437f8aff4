package it.sportello.backend.booking;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.HoldRequest;
import it.sportello.api.ProblemCode;
import it.sportello.backend.http.Answer;
import it.sportello.backend.http.Call;
import it.sportello.backend.http.ProblemMapper;
import it.sportello.backend.http.Refusal;
import it.sportello.backend.person.PersonRows;
import it.sportello.backend.session.Caller;
import it.sportello.backend.session.ParameterTables;
import it.sportello.backend.store.Database;
import it.sportello.backend.store.Rome;
import it.sportello.domain.agenda.Hold;
import it.sportello.domain.agenda.Slot;
import it.sportello.domain.parameter.ParameterKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeping places for an operator while the booking is made: all of an offer, or none (R-BOO-1, R-BOO-6). */
public final class HoldResource {
    private static final int MOST_SLOTS = 8;

    private final Database database;
    private final Clock clock;
    private final ParameterTables parameters;

    public HoldResource(Database database, Clock clock, ParameterTables parameters) {
        this.database = database;
        this.clock = clock;
        this.parameters = parameters;
    }

    /** POST holds. The same id with the same content is the same hold. */
    public Answer hold(Caller caller, Call call) {
        HoldRequest wish = call.body(HoldRequest.class);
        int slots = wish.slotIds().size();
        if (slots < 1 || slots > MOST_SLOTS || new HashSet<>(wish.slotIds()).size() != slots) {
            throw Refusal.of(ProblemCode.MALFORMED, "slots of a hold");
        }
        return Answer.created(database.inTransaction(handle -> hold(handle, caller, wish)));
    }

    private Bookings.Hold hold(Handle handle, Caller caller, HoldRequest wish) {
        Instant now = clock.instant();
        Optional<HoldRows.Row> before = HoldRows.lock(handle, wish.holdId());
        if (before.isPresent()) {
            return repeated(caller, wish, before.get(), now);
        }
        if (PersonRows.brief(handle, wish.personId()).isEmpty()) {
            throw Refusal.of(ProblemCode.PERSON_UNKNOWN, "no such person");
        }
        refuseGone(SlotRows.lock(handle, wish.slotIds(), now), wish, now);
        Duration length = parameters.at(handle, caller.siteId()).get(ParameterKeys.SLOT_HOLD, Rome.day(now));
        Hold hold =
                Hold.place(wish.holdId().toString(), wish.slotIds(), caller.operatorId(), caller.deskId(), now, length);
        if (!HoldRows.insert(handle, wish.holdId(), hold, wish.personId(), now)) {
            throw Refusal.of(ProblemCode.OPERATION_IN_PROGRESS, "the same hold is being placed");
        }
        return view(wish.holdId(), hold, now);
    }

    private static void refuseGone(List<Slot> slots, HoldRequest wish, Instant now) {
        for (String id : wish.slotIds()) {
            boolean free = slots.stream()
                    .filter(slot -> slot.id().equals(id))
                    .anyMatch(slot -> slot.hold() != null && slot.start().isAfter(now));
            if (!free) {
                throw Refusal.of(ProblemCode.SLOT_GONE, "no place left", Map.of("slotId", id));
            }
        }
    }

    private static Bookings.Hold repeated(Caller caller, HoldRequest wish, HoldRows.Row before, Instant now) {
        boolean same = before.hold().slotIds().equals(wish.slotIds())
                && before.personId().equals(wish.personId())
                && before.hold().deskId().equals(caller.deskId());
        if (!same) {
            throw Refusal.of(ProblemCode.BODY_DIFFERS, "the id was used for another hold");
        }
        if (before.ended() || before.hold().isExpired(now)) {
            throw Refusal.of(ProblemCode.HOLD_EXPIRED, "the hold is over");
        }
        return view(wish.holdId(), before.hold(), now);
    }

    /** POST holds/{id}/extension: once. */
    public Answer extend(Caller caller, Call call) {
        UUID id = id(call);
        return Answer.ok(database.inTransaction(handle -> {
            Instant now = clock.instant();
            Hold hold = own(handle, caller, id)
                    .filter(row -> !row.ended())
                    .orElseThrow(() -> Refusal.of(ProblemCode.HOLD_EXPIRED, "the hold is over"))
                    .hold();
            Duration by = parameters.at(handle, caller.siteId()).get(ParameterKeys.SLOT_HOLD_EXTENSION, Rome.day(now));
            Hold.Extension extension = hold.extend(now, by);
            if (extension instanceof Hold.Extension.Extended extended) {
                HoldRows.extend(handle, id, extended.hold().expiresAt());
                return view(id, extended.hold(), now);
            }
            throw extension instanceof Hold.Extension.Expired expired
                    ? Refusal.of(
                            ProblemCode.HOLD_EXPIRED,
                            "the hold is over",
                            Map.of("at", expired.at().toString()))
                    : ProblemMapper.broken(ProblemCode.RULE_BROKEN, "", "HOLD_ALREADY_EXTENDED");
        }));
    }

    /** DELETE holds/{id}: gives the places back; again and again, if need be. */
    public Answer release(Caller caller, Call call) {
        UUID id = id(call);
        database.inTransaction(handle -> {
            if (own(handle, caller, id).isEmpty()) {
                throw Refusal.of(ProblemCode.NOT_FOUND, "no such hold");
            }
            HoldRows.end(handle, id, clock.instant());
            return id;
        });
        return Answer.nothing();
    }

    private static Optional<HoldRows.Row> own(Handle handle, Caller caller, UUID id) {
        Optional<HoldRows.Row> row = HoldRows.lock(handle, id);
        if (row.filter(it -> !it.hold().deskId().equals(caller.deskId())).isPresent()) {
            throw Refusal.of(ProblemCode.FORBIDDEN, "hold of another desk");
        }
        return row;
    }

    private static Bookings.Hold view(UUID id, Hold hold, Instant now) {
        return new Bookings.Hold(id, hold.expiresAt(), !hold.extended(), now);
    }

    private static UUID id(Call call) {
        try {
            return UUID.fromString(call.path("id"));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(ProblemCode.NOT_FOUND, "no such hold");
        }
    }
}
