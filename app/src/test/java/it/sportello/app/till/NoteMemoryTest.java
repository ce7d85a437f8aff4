package it.sportello.app.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.app.service.StoredNoteEvent;
import it.sportello.devices.DeviceState;
import it.sportello.devices.detector.FraudKind;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.detector.NoteValidators;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorEvent.Stacked;
import it.sportello.devices.detector.ValidatorRecord;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.detector.VirtualSspValidator.Model;
import it.sportello.domain.money.Money;
import it.sportello.domain.till.Denomination;
import it.sportello.offlinecache.journal.CrashPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A note in a validator's container stands in the journal once, whenever the power fails (reliability of a money event). */
@Tag("R-ADD-13")
@Tag("R-TIL-1")
@Timeout(180)
class NoteMemoryTest {
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path home;

    @TempDir
    private Path lines;

    private final BlockingQueue<ValidatorEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<DeviceState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<CrashPoint.Step> cuts = new LinkedBlockingQueue<>();

    private static NoteMemory memory(TillDay day) {
        return new NoteMemory(day.journal(), day.book.desk(), new CashPhase());
    }

    private NoteValidator driver(VirtualSspValidator twin, TillDay day) throws InterruptedException {
        LinkAddress place = LinkAddress.parse(twin.address());
        ValidatorSettings settings = new ValidatorSettings(
                ValidatorSettings.Use.KEEP,
                ValidatorSettings.USUAL.notes(),
                Duration.ofMillis(5),
                Duration.ofMillis(200),
                10,
                Duration.ofMillis(20));
        NoteValidator validator = NoteValidators.ssp("prova", place::newLink, settings, memory(day), Clock.systemUTC());
        validator.addValidatorListener(events::add);
        validator.addListener(status -> states.add(status.state()));
        validator.start();
        return validator;
    }

    private static <T> void until(BlockingQueue<T> heard, T wanted) throws InterruptedException {
        T one = null;
        while (!wanted.equals(one)) {
            one = heard.poll(60, TimeUnit.SECONDS);
            if (one == null) {
                throw new AssertionError("never heard " + wanted);
            }
        }
    }

    private static void insert(VirtualSspValidator twin, Denomination note) throws InterruptedException {
        while (!twin.insert(note)) {
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static List<Denomination> stacked(TillDay day) {
        return day.journal().noteAccounts().after(0, StoredNoteEvent.class).stream()
                .filter(told -> told.detail().kind() == StoredNoteEvent.Kind.STACKED)
                .map(told -> told.detail().note().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"BEGUN", "NOTES_STORED", "BEFORE_COMMIT", "COMMITTED"})
    void aNoteInTheContainerIsStoredOnceWhenThePowerFailsAtEachStep(CrashPoint.Step step) throws Exception {
        try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.line(lines.resolve("ssp")), Model.MODERN)) {
            try (TillDay day = new TillDay(home)) {
                NoteValidator validator = driver(twin, day);
                until(states, DeviceState.READY);
                validator.accept().get(60, TimeUnit.SECONDS);
                day.crash = passed -> {
                    if (passed == step && twin.container().contains(Denomination.NOTE_20)) {
                        cuts.add(passed);
                        throw new IllegalStateException("the power fails");
                    }
                };
                insert(twin, Denomination.NOTE_20);
                assertEquals(step, cuts.poll(60, TimeUnit.SECONDS));
                validator.close();
            }
            events.clear();
            states.clear();
            try (TillDay day = new TillDay(home);
                    NoteValidator validator = driver(twin, day)) {
                until(states, DeviceState.READY);
                validator.accept().get(60, TimeUnit.SECONDS);
                insert(twin, Denomination.NOTE_50);
                until(events, new Stacked(Denomination.NOTE_50, false));
                assertEquals(List.of(Denomination.NOTE_20, Denomination.NOTE_50), stacked(day));
                assertEquals(twin.container(), stacked(day));
            }
        }
    }

    @Test
    void fraudIsKeptWithTimeOperatorAndAmount() {
        try (TillDay day = new TillDay(home)) {
            CashPhase phase = new CashPhase();
            phase.begin(new CashPhase.Open(Money.ofCents(3_615), note -> {}));
            new NoteMemory(day.journal(), day.book.desk(), phase)
                    .keep(new ValidatorRecord(
                            "ssp 1",
                            "7",
                            List.of(new ValidatorEvent.Fraud(FraudKind.STRING, Optional.of(Denomination.NOTE_50))),
                            AT));
            StoredNoteEvent kept = day.journal()
                    .noteAccounts()
                    .after(0, StoredNoteEvent.class)
                    .get(0)
                    .detail();
            assertEquals(Optional.of(FraudKind.STRING), kept.fraud());
            assertEquals(Optional.of(Denomination.NOTE_50), kept.note());
            assertEquals(AT, kept.at());
            assertEquals(Optional.of("O1"), kept.operatorId());
            assertEquals(Optional.of(3_615L), kept.payableCents());
        }
    }

    @Test
    void whatCannotBeStoredIsSaidAsTheDriverExpectsIt() throws IOException {
        TillDay day = new TillDay(home);
        NoteMemory memory = memory(day);
        day.close();
        assertThrows(
                UncheckedIOException.class,
                () -> memory.keep(new ValidatorRecord("ssp 1", "7", List.of(new ValidatorEvent.Restarted()), AT)));
    }
}
