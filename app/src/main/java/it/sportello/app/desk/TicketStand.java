package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.CitizenContext.Called;
import it.sportello.domain.queue.QueueNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a ticket stands whose code was read at this desk (S05): our slips carry its identifier, others its number. */
sealed interface TicketStand {
    /** It is called here: in the work of this place among those open, from 1. */
    record Here(String number, int work) implements TicketStand {}

    /** It waits for this desk. */
    record Waiting(Queues.Entry ticket) implements TicketStand {}

    /** It waits, but for others. */
    record WaitingElsewhere(Queues.Entry ticket) implements TicketStand {}

    record Absent(String number) implements TicketStand {}

    /** Another desk, or this one in a work that is over, called it. */
    record AlreadyCalled(Queues.Entry ticket) implements TicketStand {}

    /** The queue of the site does not have it today. */
    record Unknown() implements TicketStand {}

    /** The server, which alone knows identifiers, does not answer. */
    record NotAsked() implements TicketStand {}

    /**
     * Looks for it.
     *
     * @param content of the code: identifier or number
     * @param open the numbers of the open works, in their order
     * @param mine those that wait for this desk
     */
    static TicketStand of(String content, DeskQueue.Look look, List<Optional<Called>> open, List<String> mine) {
        QueueNumber number = QueueNumber.parse(content);
        String printed = number == null ? "" : number.printed();
        for (int i = 0; i < open.size(); i++) {
            Optional<Called> here = open.get(i).filter(it -> is(it, content, printed));
            if (here.isPresent()) {
                return new Here(here.get().number(), i + 1);
            }
        }
        Predicate<Queues.Entry> wanted =
                entry -> entry.id().equals(content) || entry.number().equals(printed);
        Optional<Queues.Entry> waiting = look.waiting().stream().filter(wanted).findFirst();
        if (waiting.isPresent()) {
            return mine.contains(waiting.get().number())
                    ? new Waiting(waiting.get())
                    : new WaitingElsewhere(waiting.get());
        }
        return look.site().map(site -> known(site, wanted)).orElseGet(NotAsked::new);
    }

    private static TicketStand known(Queues.QueueState site, Predicate<Queues.Entry> wanted) {
        Optional<TicketStand> absent =
                site.absent().stream().filter(wanted).findFirst().map(entry -> new Absent(entry.number()));
        return absent.or(() ->
                        site.lastCalls().stream().filter(wanted).findFirst().map(AlreadyCalled::new))
                .orElseGet(Unknown::new);
    }

    private static boolean is(Called called, String content, String printed) {
        return called.id().filter(content::equals).isPresent()
                || called.number().equals(printed);
    }
}
