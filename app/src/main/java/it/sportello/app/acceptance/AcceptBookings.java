package it.sportello.app.acceptance;

import it.sportello.api.Bookings;
import it.sportello.api.Bookings.BookingView;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.PrintDesk;
import it.sportello.domain.operation.Lane;
import it.sportello.domain.operation.OperationType;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.OperationDraft;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.List;
import java.util.Optional;

/**
 * Accepts bookings: facts of the journal, final here also when cut off, and never twice for one booking. May wait for
 * the disk.
 */
final class AcceptBookings {
    /**
     * What accepting comes to.
     *
     * @param accepted numbers accepted now
     * @param before numbers that this desk had accepted already
     * @param offline whether the desk was cut off: the server hears of it later
     */
    record Result(List<String> accepted, List<String> before, boolean offline) {
        Result {
            accepted = List.copyOf(accepted);
            before = List.copyOf(before);
        }
    }

    private final Journal journal;
    private final DeskContext desk;
    private final Optional<Labels> labels;

    AcceptBookings(Journal journal, DeskContext desk) {
        this(journal, desk, Optional.empty());
    }

    /** @param labels on a desk whose label printer labels what is taken */
    AcceptBookings(Journal journal, DeskContext desk, Optional<Labels> labels) {
        this.journal = journal;
        this.desk = desk;
        this.labels = labels;
    }

    /** The labels of what is accepted, and where they come out. */
    record Labels(LabelDesk desk, PrintDesk prints) {}

    Result accept(List<BookingView> bookings, Optional<String> note) {
        return accept(
                bookings,
                note,
                new LabelDesk.Bearer(
                        bookings.stream()
                                .map(BookingView::personLabel)
                                .findFirst()
                                .orElse(""),
                        Optional.empty()));
    }

    /** @param bearer who stands on the labels */
    Result accept(List<BookingView> bookings, Optional<String> note, LabelDesk.Bearer bearer) {
        List<BookingView> wanted =
                bookings.stream().filter(each -> !isAccepted(each)).toList();
        List<String> before = bookings.stream()
                .filter(each -> !wanted.contains(each))
                .map(BookingView::number)
                .toList();
        boolean offline = desk.offline();
        if (!wanted.isEmpty()) {
            Optional<Labels> here = labels.filter(each -> each.prints().hasLabels());
            List<PrintJob> jobs = journal.commit(transaction -> {
                for (BookingView each : wanted) {
                    transaction.enqueue(new OperationDraft(
                            OperationType.BOOKING_ACCEPT,
                            1,
                            Lane.booking(each.id()),
                            new Bookings.Accept(each.id(), each.version(), note),
                            desk.author(),
                            offline));
                }
                return here.map(each -> wanted.stream()
                                .flatMap(booking -> each.desk().queue(transaction, booking, bearer).stream())
                                .toList())
                        .orElse(List.of());
            });
            here.ifPresent(each -> jobs.forEach(each.prints()::print));
        }
        return new Result(wanted.stream().map(BookingView::number).toList(), before, offline);
    }

    private boolean isAccepted(BookingView booking) {
        return journal.localFacts().acceptance(booking.id()).isPresent();
    }
}
