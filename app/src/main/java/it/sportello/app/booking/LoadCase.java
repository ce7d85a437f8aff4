package it.sportello.app.booking;

import it.sportello.api.Prescriptions;
import it.sportello.api.Prescriptions.PrescriptionView;
import it.sportello.api.Problem;
import it.sportello.app.service.AccessReason;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.remote.BackendFault;
import java.time.Clock;
import java.util.Optional;

/** Brings together prescription and person before a search; nothing personal comes out without its access-log row. */
final class LoadCase {
    /** What loading comes to. */
    sealed interface Result {
        /**
         * Ready to search.
         *
         * @param open a booking of this prescription whose outcome is not known yet: settle that first
         */
        record Loaded(BookingCase found, PersonFiles.Result.Loaded page, Optional<BookingIntent> open)
                implements Result {}

        /** Our own open booking uses the prescription already. */
        record Used(String bookingNumber) implements Result {}

        record Refused(String code) implements Result {}

        /** Off-line, or no usable answer; the fault's code, absent when the desk knew beforehand. */
        record NotReachable(Optional<BackendFault> cause) implements Result {}
    }

    private final Backend backend;
    private final PersonFiles persons;
    private final BookingIntents intents;
    private final DeskContext desk;
    private final Clock clock;

    LoadCase(Backend backend, PersonFiles persons, BookingIntents intents, DeskContext desk, Clock clock) {
        this.backend = backend;
        this.persons = persons;
        this.intents = intents;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param personId the person of the work, if somebody is at the desk */
    Result load(String number, Optional<String> personId) {
        if (desk.offline()) {
            return new Result.NotReachable(Optional.empty());
        }
        return switch (backend.prescription(new Prescriptions.Lookup(number, personId))) {
            case Answer.Done<PrescriptionView>(PrescriptionView view) -> person(view);
            case Answer.Refused<PrescriptionView>(Problem problem) -> new Result.Refused(problem.code());
            case Answer.NotConfirmed<PrescriptionView>(BackendFault cause) ->
                new Result.NotReachable(Optional.of(cause));
        };
    }

    private Result person(PrescriptionView view) {
        return switch (persons.load(view.personId(), "S12", AccessReason.BOOKING)) {
            case PersonFiles.Result.Loaded loaded -> ready(view, loaded);
            case PersonFiles.Result.NotFound none -> new Result.Refused("PERSON_UNKNOWN");
            case PersonFiles.Result.Refused refused ->
                new Result.Refused(refused.problem().code());
            case PersonFiles.Result.NotReachable away -> new Result.NotReachable(Optional.of(away.cause()));
        };
    }

    private Result ready(PrescriptionView view, PersonFiles.Result.Loaded loaded) {
        Optional<BookingIntent> open = intents.ofPrescription(view.personId(), view.number());
        if (open.isEmpty() && view.bookingNumber().isPresent()) {
            return new Result.Used(view.bookingNumber().get());
        }
        BookingCase found =
                new BookingCase(view, loaded.file().person(), loaded.file().exemptions(), clock.instant());
        return new Result.Loaded(found, loaded, open);
    }
}
