package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.app.frame.Words;
import it.sportello.app.service.PlayedPrinter;
import it.sportello.app.service.PrintDesk;
import it.sportello.offlinecache.journal.OutboxItem;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the paper of a payment, on the real journal. */
class PrintsOfTheTillTest {
    private final Deque<Runnable> lane = new ArrayDeque<>();

    @TempDir
    Path home;

    @Test
    @Tag("Q34")
    void aSecondPressOnPrintAgainIsNotASecondPrint() {
        try (TillDay day = new TillDay(home)) {
            PlayedPrinter printer = PlayedPrinter.doubtful(() -> {});
            PrintDesk prints = desk(day, printer);
            PrintJob job = collected(day);
            prints.print(job);
            work();
            prints.again(job.id());
            prints.again(job.id());
            work();
            assertEquals(2, printer.taken().size());
            prints.again(job.id());
            work();
            assertEquals(3, printer.taken().size());
        }
    }

    @Test
    @Tag("Q31")
    void whatBecameOfThePaperIsToldAlsoWhenTheOperatorSignedOutMeanwhile() {
        try (TillDay day = new TillDay(home)) {
            PrintDesk prints = desk(day, PlayedPrinter.doubtful(() -> day.operator = Optional.empty()));
            prints.print(collected(day));
            work();
            List<String> types = day.journal().outbox().pending().stream()
                    .map(OutboxItem::type)
                    .toList();
            assertEquals(List.of("till.opened", "till.collected", "access.viewed", "document.printed"), types);
        }
    }

    private PrintDesk desk(TillDay day, PlayedPrinter printer) {
        ReceiptSource receipts = new ReceiptSource(day.journal(), day.book.desk(), new Words(), day.files());
        return new PrintDesk(day.journal(), Optional.of(printer), List.of(receipts), day.book.desk(), lane::add);
    }

    private static PrintJob collected(TillDay day) {
        day.opened();
        return assertInstanceOf(
                        CollectDues.Result.Collected.class,
                        day.collectDues()
                                .collect(TillDay.payment(
                                        3_615, TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615))))
                .jobs()
                .get(0);
    }

    private void work() {
        while (!lane.isEmpty()) {
            lane.remove().run();
        }
    }
}
