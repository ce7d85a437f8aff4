package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import it.sportello.api.Dues;
import it.sportello.domain.till.TillRefusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not happen at the till, tried on the real journal. */
class TillGuardsTest {
    private static final Dues.DueView DUE = TillDay.due("D1", "SPECIALIST_COPAYMENT", "SSN", 3_615);

    @TempDir
    Path home;

    @Test
    @Tag("R-TIL-20")
    void aDrawerOfAnotherOperatorTakesNoMoney() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            int before = day.journal().entries("T01").size();
            day.operator = java.util.Optional.of("O2");
            CollectDues.Result.TillRefused refused = assertInstanceOf(
                    CollectDues.Result.TillRefused.class, day.collectDues().collect(TillDay.payment(3_615, DUE)));
            assertInstanceOf(
                    TillRefusal.DrawerHasSession.class, refused.refusals().get(0));
            assertEquals(before, day.journal().entries("T01").size());
        }
    }

    @Test
    @Tag("Q23")
    void twoWorksThatConcludeAtTheSameMomentSettleADueOnce() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            CollectDues.Payment payment = TillDay.payment(3_615, DUE);
            Clock late = new Interrupted(
                    day.clock,
                    () -> assertInstanceOf(
                            CollectDues.Result.Collected.class,
                            day.collectDues().collect(payment)));
            CollectDues slow = new CollectDues(day.book, new CollectionParameters(), late);
            assertInstanceOf(CollectDues.Result.AlreadySettled.class, slow.collect(payment));
            assertEquals(
                    List.of(1),
                    day.journal().series("T01").stream()
                            .map(stand -> stand.last())
                            .toList());
        }
    }

    @Test
    @Tag("R-TIL-4")
    @Tag("R-TIL-20")
    void cutOffAndWithTheClockSetBackNoTillIsOpenedInAnotherYear() {
        try (TillDay day = new TillDay(home)) {
            day.opened();
            day.closeTill().begin(false, List.of());
            day.closeTill().count(TillDay.count(15_000));
            assertInstanceOf(
                    CloseTill.Result.Closed.class,
                    day.closeTill().book(it.sportello.domain.money.Money.ofCents(15_000)));
        }
        try (TillDay back = new TillDay(home, Instant.parse("2020-01-01T08:00:00Z"))) {
            back.offline = true;
            OpenTill.Result.Refused refused = assertInstanceOf(
                    OpenTill.Result.Refused.class, back.openTill().open(TillDay.count(15_000), null));
            assertEquals(List.of(new TillRefusal.ClockBack(TillDay.DAY, LocalDate.of(2020, 1, 1))), refused.refusals());
        }
    }

    /** A clock at whose second question something else happens first. */
    private static final class Interrupted extends Clock {
        private final Clock real;
        private final Runnable meanwhile;
        private int asked;

        Interrupted(Clock real, Runnable meanwhile) {
            this.real = real;
            this.meanwhile = meanwhile;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return real.withZone(zone);
        }

        @Override
        public Instant instant() {
            asked++;
            if (asked == 2) {
                meanwhile.run();
            }
            return real.instant();
        }
    }
}
