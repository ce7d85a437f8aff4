package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.app.service.PrintDesk;
import it.sportello.offlinecache.journal.PrintJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A print that a crash interrupted waits for a decision until some print of its document was delivered. */
@Tag("Q26")
class PrintsInDoubtTest {
    @TempDir
    Path home;

    @Test
    void aDeliveredCopyEndsTheDoubtAboutTheOriginal() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectDues.Result.Collected collected = assertInstanceOf(
                    CollectDues.Result.Collected.class,
                    day.collectDues()
                            .collect(TillDay.payment(2_500, TillDay.due("D1", "EMERGENCY_ROOM", "SSN", 2_500))));
            PrintJob original = collected.jobs().getFirst();
            PrintDesk prints =
                    new PrintDesk(day.journal(), Optional.empty(), List.of(), day.book.desk(), Runnable::run);
            day.journal().prints().sending(original.id());
            prints.resume();
            assertEquals(PrintJob.State.UNCERTAIN, prints.open().getFirst().state());
            PrintJob copy = day.journal().prints().reprint(original.documentKey());
            assertEquals(2, prints.open().size());
            day.journal().prints().sending(copy.id());
            day.journal().prints().printed(copy.id());
            assertEquals(List.of(), prints.open());
            assertInstanceOf(
                    CloseTill.Result.Counting.class,
                    day.closeTill().begin(false, java.util.List.of()),
                    "no paper is missing at the closing");
        }
    }
}
