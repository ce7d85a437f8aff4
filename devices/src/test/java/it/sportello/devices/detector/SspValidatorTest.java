package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.ValidatorEvent.CashboxRemoved;
import it.sportello.devices.detector.ValidatorEvent.CashboxReplaced;
import it.sportello.devices.detector.ValidatorEvent.Fraud;
import it.sportello.devices.detector.ValidatorEvent.Recognised;
import it.sportello.devices.detector.ValidatorEvent.Rejected;
import it.sportello.devices.detector.ValidatorEvent.Restarted;
import it.sportello.devices.detector.ValidatorEvent.Returned;
import it.sportello.devices.detector.ValidatorEvent.Stacked;
import it.sportello.devices.detector.ValidatorEvent.Unattributed;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.twin.TwinFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import it.sportello.devices.twin.detector.VirtualSspValidator.Model;
import it.sportello.domain.till.Denomination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Driver and twin over a pseudo-terminal and over TCP. */
@Timeout(30)
@Tag("R-ADD-13")
class SspValidatorTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final MemoryOfTheDesk memory = new MemoryOfTheDesk();
    private final Heard<ValidatorEvent> events = new Heard<>();
    private final Heard<DeviceStatus> states = new Heard<>();

    private VirtualSspValidator twin(Model model) throws IOException {
        return new VirtualSspValidator(TwinPlug.line(folder.resolve("ssp")), model);
    }

    private static ValidatorSettings settings(ValidatorSettings.Use use) {
        return new ValidatorSettings(
                use,
                ValidatorSettings.USUAL.notes(),
                Duration.ofMillis(5),
                Duration.ofMillis(80),
                10,
                Duration.ofMillis(20));
    }

    private NoteValidator driver(VirtualSspValidator twin, ValidatorSettings.Use use) {
        LinkAddress place = LinkAddress.parse(twin.address());
        NoteValidator validator = NoteValidators.ssp("prova", place::newLink, settings(use), memory, Clock.systemUTC());
        validator.addValidatorListener(events::add);
        validator.addListener(states::add);
        validator.start();
        return validator;
    }

    private NoteValidator ready(VirtualSspValidator twin) throws InterruptedException {
        NoteValidator validator = driver(twin, ValidatorSettings.Use.KEEP);
        states.until(status -> status.state() == DeviceState.READY);
        return validator;
    }

    private NoteValidator open(VirtualSspValidator twin) throws Exception {
        NoteValidator validator = ready(twin);
        validator.accept().get(5, TimeUnit.SECONDS);
        return validator;
    }

    /** The next event but for the news that the twin was switched on. */
    private ValidatorEvent next() throws InterruptedException {
        return events.until(event -> !(event instanceof Restarted));
    }

    private long stored(Denomination note) {
        return memory.stored().stream()
                .filter(event -> event instanceof Stacked stacked && stacked.note() == note)
                .count();
    }

    /** A note of five behind what is looked at: everything before it has been told by then. */
    private void marker(VirtualSspValidator twin) throws InterruptedException {
        insert(twin, Denomination.NOTE_5);
        events.until(new Stacked(Denomination.NOTE_5, false)::equals);
    }

    /** The gate opens and closes with the driver's polls, so a hand that tries may have to try again. */
    private static void insert(VirtualSspValidator twin, Denomination note) throws InterruptedException {
        while (!twin.insert(note)) {
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertGone("validator-prova");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNoteIsRecognisedStackedAndStoredOnce(boolean modern) throws Exception {
        try (VirtualSspValidator twin = twin(modern ? Model.MODERN : Model.OLD);
                NoteValidator validator = open(twin)) {
            insert(twin, Denomination.NOTE_50);
            assertEquals(new Recognised(Denomination.NOTE_50), next());
            assertEquals(new Stacked(Denomination.NOTE_50, false), next());
            marker(twin);
            assertEquals(List.of(Denomination.NOTE_50, Denomination.NOTE_5), twin.container());
            assertEquals(1, stored(Denomination.NOTE_50));
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void onlyAWideChannelListKnowsTheLargestNote() throws Exception {
        try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.tcp(0), Model.MODERN);
                NoteValidator validator = open(twin)) {
            insert(twin, Denomination.NOTE_500);
            assertEquals(new Stacked(Denomination.NOTE_500, false), events.next(Stacked.class));
            assertEquals(DeviceState.READY, validator.status().state());
        }
        try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.tcp(0), Model.OLD);
                NoteValidator validator = open(twin)) {
            insert(twin, Denomination.NOTE_500);
            assertEquals(Rejection.REFUSED_BY_US, events.next(Rejected.class).why());
            assertEquals(List.of(), twin.container());
            assertEquals(DeviceState.READY, validator.status().state());
        }
    }

    @Test
    void itIsClosedUnlessACashOperationIsOpen() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN);
                NoteValidator validator = ready(twin)) {
            assertFalse(validator.isAccepting());
            assertFalse(twin.isOpen());
            assertFalse(twin.insert(Denomination.NOTE_20));
            validator.accept().get(5, TimeUnit.SECONDS);
            assertTrue(twin.isOpen());
            validator.inhibit().get(5, TimeUnit.SECONDS);
            assertFalse(twin.isOpen());
            assertFalse(twin.insert(Denomination.NOTE_20));
            assertEquals(List.of(), memory.stored());
        }
    }

    @Test
    @Tag("R-TIL-19")
    void asADetectorItLooksAndGivesBack() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN);
                NoteValidator validator = driver(twin, ValidatorSettings.Use.GIVE_BACK)) {
            states.until(status -> status.state() == DeviceState.READY);
            validator.accept().get(5, TimeUnit.SECONDS);
            insert(twin, Denomination.NOTE_100);
            assertEquals(new Recognised(Denomination.NOTE_100), next());
            assertEquals(new Returned(Optional.empty()), next());
            assertEquals(List.of(), twin.container());
            assertEquals(List.of(), memory.stored());
        }
    }

    @Test
    void aNoteThatIsNotReadIsNotCalledFalse() throws Exception {
        try (VirtualSspValidator twin = twin(Model.OLD);
                NoteValidator validator = open(twin)) {
            twin.insertUnreadable(0x02);
            assertEquals(new Rejected(Rejection.NOT_RECOGNISED, 2), next());
            while (!twin.insertUnreadable(0x0E)) {
                Thread.onSpinWait();
            }
            assertEquals(new Rejected(Rejection.FRAUD, 0x0E), next());
            assertEquals(DeviceState.READY, validator.status().state());
        }
    }

    @Test
    void fraudJamFullAndCashbox() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN);
                NoteValidator validator = open(twin)) {
            twin.cheat(Denomination.NOTE_20);
            assertEquals(new Fraud(FraudKind.ATTEMPT, Optional.of(Denomination.NOTE_20)), next());
            twin.setJammed(true);
            states.until(status -> status.code().equals("DEV-511"));
            twin.setJammed(false);
            twin.setFull(true);
            states.until(status -> status.code().equals("DEV-512"));
            twin.setFull(false);
            twin.removeCashbox();
            assertEquals(new CashboxRemoved(), next());
            states.until(status -> status.code().equals("DEV-513"));
            twin.replaceCashbox();
            assertEquals(new CashboxReplaced(), next());
            states.until(status -> status.state() == DeviceState.READY);
            twin.say((byte) 0x99, (byte) 4);
            assertEquals(new Unattributed(OptionalInt.empty()), next());
            states.until(status -> status.code().equals("DEV-516"));
            validator.counted();
            states.until(status -> status.state() == DeviceState.READY);
            assertEquals(
                    1, memory.stored().stream().filter(Fraud.class::isInstance).count());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TwinFault.class,
            names = {"SILENCE", "GARBAGE", "PARTIAL", "DELAYED_BYTE", "DUPLICATE"})
    void aTroubledLineNeitherLosesNorDoublesANote(TwinFault fault) throws Exception {
        for (Model model : List.of(Model.MODERN, Model.OLD)) {
            try (VirtualSspValidator twin = new VirtualSspValidator(TwinPlug.tcp(0), model);
                    NoteValidator validator = open(twin)) {
                for (int i = 0; i < 3; i++) {
                    insert(twin, Denomination.NOTE_20);
                    twin.fail(fault);
                    events.until(new Stacked(Denomination.NOTE_20, false)::equals);
                    twin.fail(fault);
                }
                marker(twin);
                assertEquals(4, twin.container().size());
                assertTrue(validator.status().state().isUsable());
            }
        }
        assertEquals(6, stored(Denomination.NOTE_20));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thePowerFailsInTheMiddle(boolean modern) throws Exception {
        try (VirtualSspValidator twin = twin(modern ? Model.MODERN : Model.OLD);
                NoteValidator validator = open(twin)) {
            for (int answers = 0; answers < 12; answers++) {
                int before = twin.container().size();
                insert(twin, Denomination.NOTE_10);
                TwinFault[] faults = new TwinFault[answers + 1];
                Arrays.fill(faults, TwinFault.DUPLICATE);
                faults[answers] = TwinFault.RESET;
                twin.fail(faults);
                events.next(Restarted.class);
                marker(twin);
                assertTrue(twin.container().size() <= before + 2);
                assertEquals(
                        twin.container().size(),
                        stored(Denomination.NOTE_10) + stored(Denomination.NOTE_5),
                        "cut " + answers);
            }
            assertTrue(stored(Denomination.NOTE_10) > 0);
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void theWorkstationRestartsBeforeItsAcknowledgementArrives() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN)) {
            for (int round = 1; round <= 4; round++) {
                try (NoteValidator validator = open(twin)) {
                    validator.addValidatorListener(event -> {
                        if (event instanceof Stacked) {
                            twin.unplug();
                        }
                    });
                    insert(twin, Denomination.NOTE_20);
                    events.until(new Stacked(Denomination.NOTE_20, false)::equals);
                    states.until(status -> status.state() == DeviceState.DISCONNECTED);
                }
                twin.plugIn();
                try (NoteValidator validator = open(twin)) {
                    marker(twin);
                    assertTrue(validator.isAccepting());
                }
                assertEquals(round, stored(Denomination.NOTE_20));
                assertEquals(2 * round, twin.container().size());
            }
        }
    }

    @Test
    void whatCannotBeStoredIsNotTakenForTold() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN);
                NoteValidator validator = open(twin)) {
            marker(twin);
            memory.setFull(true);
            insert(twin, Denomination.NOTE_50);
            states.until(status -> status.code().equals("DEV-517"));
            assertEquals(0, stored(Denomination.NOTE_50));
            memory.setFull(false);
            events.until(new Stacked(Denomination.NOTE_50, false)::equals);
            marker(twin);
            assertEquals(1, stored(Denomination.NOTE_50));
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void notesThatFellInUnseenAreCountedButNotGuessed() throws Exception {
        try (VirtualSspValidator twin = twin(Model.OLD)) {
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                insert(twin, Denomination.NOTE_50);
                events.until(new Stacked(Denomination.NOTE_50, false)::equals);
                validator.inhibit().get(5, TimeUnit.SECONDS);
            }
            twin.stackUnseen(Denomination.NOTE_100);
            twin.stackUnseen(Denomination.NOTE_100);
            try (NoteValidator validator = driver(twin, ValidatorSettings.Use.KEEP)) {
                assertEquals(new Unattributed(OptionalInt.of(2)), next());
                states.until(status -> status.code().equals("DEV-516"));
                assertFalse(validator.isAccepting());
            }
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                assertTrue(validator.status().state().isUsable());
            }
            assertEquals(
                    1,
                    memory.stored().stream()
                            .filter(Unattributed.class::isInstance)
                            .count());
        }
    }

    @Test
    void anArrivalToldWhileNobodyListenedDoesNotHideALaterOne() throws Exception {
        try (VirtualSspValidator twin = twin(Model.OLD);
                NoteValidator validator = open(twin)) {
            TwinFault[] silence = new TwinFault[10];
            Arrays.fill(silence, TwinFault.SILENCE);
            validator.addValidatorListener(event -> {
                if (event instanceof Stacked) {
                    twin.fail(silence);
                    twin.stackUnseen(Denomination.NOTE_100);
                }
            });
            insert(twin, Denomination.NOTE_50);
            events.next(Stacked.class);
            assertEquals(new Unattributed(OptionalInt.of(1)), events.next(Unattributed.class));
            assertEquals(1, stored(Denomination.NOTE_50));
        }
    }

    @Test
    @Tag("Q53")
    void pulledOutAndPutBack() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN);
                NoteValidator validator = open(twin)) {
            twin.unplug();
            states.until(status -> status.state() == DeviceState.DISCONNECTED);
            assertThrows(ExecutionException.class, () -> validator.inhibit().get(5, TimeUnit.SECONDS));
            assertTrue(validator.accept().isCompletedExceptionally() || validator.isAccepting());
            twin.plugIn();
            states.until(status -> status.state() == DeviceState.READY);
            marker(twin);
            assertEquals(1, twin.container().size());
        }
    }

    @Test
    void aUnitForOtherMoneyStaysClosed() throws Exception {
        try (VirtualSspValidator twin = twin(new Model(4, false, "USD"));
                NoteValidator validator = driver(twin, ValidatorSettings.Use.KEEP)) {
            DeviceStatus told = states.until(status -> status.code().equals("DEV-510"));
            assertTrue(told.details().getFirst().contains("not for euro"));
            assertEquals(DeviceState.FAULT, told.state());
            assertFalse(twin.isOpen());
            assertFalse(validator.isAccepting());
        }
    }

    @Test
    void aNoteThatWaitsTooLongGoesBackAndAUnitNobodyAsksSleeps() throws Exception {
        try (VirtualSspValidator twin = twin(Model.MODERN)) {
            twin.setPatience(Duration.ofMillis(60));
            try (NoteValidator validator = open(twin)) {
                validator.addValidatorListener(event -> {
                    if (event instanceof Recognised) {
                        twin.unplug();
                    }
                });
                insert(twin, Denomination.NOTE_50);
                events.until(new Recognised(Denomination.NOTE_50)::equals);
                while (twin.isOpen()) {
                    Thread.onSpinWait();
                }
                twin.plugIn();
                assertEquals(new Rejected(Rejection.REFUSED_BY_US, 0x13), events.next(Rejected.class));
                assertEquals(List.of(), twin.container());
            }
        }
        assertEquals(List.of(), memory.stored());
    }
}
