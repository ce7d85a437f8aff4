package it.sportello.devices.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.detector.CcTalkSettings.Checksum;
import it.sportello.devices.detector.CcTalkSettings.Echo;
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
import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.devices.twin.detector.VirtualCcTalkValidator.Model;
import it.sportello.domain.till.Denomination;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Driver and twin over a pseudo-terminal and over TCP. */
@Timeout(30)
@Tag("R-ADD-13")
class CcTalkValidatorTest {

    private static final Model USUAL = new Model(true, true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final MemoryOfTheDesk memory = new MemoryOfTheDesk();
    private final Heard<ValidatorEvent> events = new Heard<>();
    private final Heard<DeviceStatus> states = new Heard<>();

    private VirtualCcTalkValidator twin(Model model) throws IOException {
        return new VirtualCcTalkValidator(TwinPlug.line(folder.resolve("cctalk")), model);
    }

    private NoteValidator driver(VirtualCcTalkValidator twin, CcTalkSettings line, ValidatorSettings.Use use) {
        ValidatorSettings settings = new ValidatorSettings(
                use,
                EnumSet.complementOf(EnumSet.of(Denomination.NOTE_200)).stream()
                        .filter(Denomination::isNote)
                        .collect(Collectors.toSet()),
                Duration.ofMillis(5),
                Duration.ofMillis(80),
                10,
                Duration.ofMillis(20));
        LinkAddress place = LinkAddress.parse(twin.address());
        NoteValidator validator =
                NoteValidators.ccTalk("prova", place::newLink, settings, line, memory, Clock.systemUTC());
        validator.addValidatorListener(events::add);
        validator.addListener(states::add);
        validator.start();
        return validator;
    }

    private NoteValidator open(VirtualCcTalkValidator twin, CcTalkSettings line) throws Exception {
        NoteValidator validator = driver(twin, line, ValidatorSettings.Use.KEEP);
        states.until(status -> status.state().isUsable());
        validator.accept().get(5, TimeUnit.SECONDS);
        return validator;
    }

    private NoteValidator open(VirtualCcTalkValidator twin) throws Exception {
        return open(twin, CcTalkSettings.USUAL);
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

    private int unattributed() {
        return memory.stored().stream()
                .mapToInt(event ->
                        event instanceof Unattributed lost ? lost.notes().orElse(0) : 0)
                .sum();
    }

    /** The gate opens and closes with the driver's polls, so a hand that tries may have to try again. */
    private static void insert(VirtualCcTalkValidator twin, Denomination note) throws InterruptedException {
        while (!twin.insert(note)) {
            Thread.onSpinWait();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /** A note of five behind what is looked at: everything before it has been told by then. */
    private void marker(VirtualCcTalkValidator twin) throws InterruptedException {
        insert(twin, Denomination.NOTE_5);
        events.until(new Stacked(Denomination.NOTE_5, false)::equals);
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertGone("validator-prova");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, AUTO, AUTO",
        "false, true, AUTO, AUTO",
        "true, false, AUTO, AUTO",
        "true, true, AUTO, AUTO",
        "false, true, SIMPLE, YES",
        "true, false, CRC, NO"
    })
    void everyChecksumWithAndWithoutEcho(boolean crc, boolean echo, Checksum checksum, Echo heard) throws Exception {
        CcTalkSettings line = new CcTalkSettings(checksum, heard, 40, Duration.ofMillis(50));
        try (VirtualCcTalkValidator twin = twin(new Model(crc, echo));
                NoteValidator validator = open(twin, line)) {
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
    void itIsClosedUnlessACashOperationIsOpen() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL);
                NoteValidator validator = open(twin)) {
            assertTrue(twin.isOpen());
            validator.inhibit().get(5, TimeUnit.SECONDS);
            assertFalse(twin.isOpen());
            assertFalse(twin.insert(Denomination.NOTE_20));
            validator.accept().get(5, TimeUnit.SECONDS);
            insert(twin, Denomination.NOTE_200);
            assertEquals(new Rejected(Rejection.REFUSED_BY_US, 4), next());
            assertEquals(List.of(), twin.container());
        }
    }

    @Test
    @Tag("R-TIL-19")
    void asADetectorItLooksAndGivesBack() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL);
                NoteValidator validator = driver(twin, CcTalkSettings.USUAL, ValidatorSettings.Use.GIVE_BACK)) {
            states.until(status -> status.state().isUsable());
            validator.accept().get(5, TimeUnit.SECONDS);
            insert(twin, Denomination.NOTE_100);
            assertEquals(new Recognised(Denomination.NOTE_100), next());
            assertEquals(new Returned(Optional.empty()), next());
            assertEquals(List.of(), twin.container());
            assertEquals(0, stored(Denomination.NOTE_100));
        }
    }

    @Test
    void theCounterGoesRound() throws Exception {
        try (VirtualCcTalkValidator twin = new VirtualCcTalkValidator(TwinPlug.tcp(0), USUAL);
                NoteValidator validator = open(twin)) {
            for (int i = 0; i < 130; i++) {
                marker(twin);
            }
            assertEquals(130, stored(Denomination.NOTE_5));
            assertEquals(130, twin.container().size());
            assertEquals(0, unattributed());
            assertTrue(validator.status().state().isUsable());
        }
    }

    @Test
    void whatTheUnitForgotIsCountedButNotGuessed() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL)) {
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                validator.inhibit().get(5, TimeUnit.SECONDS);
            }
            for (int i = 0; i < 8; i++) {
                twin.stackAtOnce(Denomination.NOTE_20);
            }
            try (NoteValidator validator = driver(twin, CcTalkSettings.USUAL, ValidatorSettings.Use.KEEP)) {
                states.until(status -> status.code().equals("DEV-516"));
                assertEquals(5, stored(Denomination.NOTE_20));
                assertEquals(3, unattributed());
                validator.counted();
                states.until(status -> status.state() == DeviceState.READY);
            }
        }
    }

    @Test
    void aUnitThatWasSwitchedOnMeanwhileRaisesNoFalseAlarm() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL)) {
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                marker(twin);
                assertTrue(validator.isAccepting());
            }
            twin.powerCycle();
            twin.happen(0, 10);
            twin.stackAtOnce(Denomination.NOTE_50);
            try (NoteValidator validator = open(twin)) {
                events.next(Restarted.class);
                marker(twin);
                assertTrue(validator.isAccepting());
            }
            assertEquals(1, stored(Denomination.NOTE_50));
            assertEquals(0, unattributed());
        }
    }

    @Test
    void theWorkstationRestartsWhileANoteFallsIn() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL)) {
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                assertTrue(validator.isAccepting());
            }
            for (int round = 1; round <= 4; round++) {
                twin.stackAtOnce(Denomination.NOTE_20);
                try (NoteValidator validator = open(twin)) {
                    events.until(new Stacked(Denomination.NOTE_20, false)::equals);
                    assertTrue(validator.isAccepting());
                }
                try (NoteValidator validator = open(twin)) {
                    marker(twin);
                    assertTrue(validator.isAccepting());
                }
                assertEquals(round, stored(Denomination.NOTE_20));
                assertEquals(0, unattributed());
            }
        }
    }

    @Test
    void whatHappenedBeforeTheFirstMeetingIsNotOurs() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL)) {
            twin.stackAtOnce(Denomination.NOTE_500);
            try (NoteValidator validator = open(twin)) {
                marker(twin);
                assertTrue(validator.isAccepting());
            }
            assertEquals(0, stored(Denomination.NOTE_500));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TwinFault.class,
            names = {"SILENCE", "GARBAGE", "PARTIAL", "DELAYED_BYTE", "DUPLICATE"})
    void aTroubledLineNeitherLosesNorDoublesANote(TwinFault fault) throws Exception {
        try (VirtualCcTalkValidator twin = new VirtualCcTalkValidator(TwinPlug.tcp(0), USUAL);
                NoteValidator validator = open(twin)) {
            for (int i = 0; i < 4; i++) {
                insert(twin, Denomination.NOTE_20);
                twin.fail(fault);
                events.until(new Stacked(Denomination.NOTE_20, false)::equals);
                twin.fail(fault);
            }
            marker(twin);
            assertEquals(5, twin.container().size());
            assertEquals(4, stored(Denomination.NOTE_20));
            assertEquals(0, unattributed());
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void thePowerFailsInTheMiddle() throws Exception {
        CcTalkSettings line = new CcTalkSettings(Checksum.CRC, Echo.AUTO, 40, Duration.ofMillis(50));
        try (VirtualCcTalkValidator twin = new VirtualCcTalkValidator(TwinPlug.tcp(0), USUAL);
                NoteValidator validator = open(twin, line)) {
            marker(twin);
            for (int answers = 0; answers < 8; answers++) {
                insert(twin, Denomination.NOTE_10);
                TwinFault[] faults = new TwinFault[answers + 1];
                Arrays.fill(faults, TwinFault.DUPLICATE);
                faults[answers] = TwinFault.RESET;
                twin.fail(faults);
                events.next(Restarted.class);
                marker(twin);
                assertEquals(
                        twin.container().size(),
                        stored(Denomination.NOTE_10) + stored(Denomination.NOTE_5) + unattributed(),
                        "cut " + answers);
            }
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void fraudJamFullAndCashbox() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL);
                NoteValidator validator = open(twin)) {
            twin.happen(0, 8);
            assertEquals(new Fraud(FraudKind.PULLED_BACK, Optional.empty()), next());
            twin.happen(0, 9);
            assertEquals(new Fraud(FraudKind.TAMPER, Optional.empty()), next());
            twin.happen(0, 17);
            assertEquals(new Fraud(FraudKind.OPTICAL, Optional.empty()), next());
            twin.happen(0, 18);
            assertEquals(new Fraud(FraudKind.STRING, Optional.empty()), next());
            twin.happen(0, 2);
            assertEquals(new Rejected(Rejection.NOT_RECOGNISED, 2), next());
            twin.happen(0, 6);
            states.until(status -> status.code().equals("DEV-511"));
            twin.happen(0, 10);
            states.until(status -> status.state() == DeviceState.READY);
            twin.happen(0, 14);
            states.until(status -> status.code().equals("DEV-512"));
            twin.happen(0, 11);
            assertEquals(new CashboxRemoved(), next());
            states.until(status -> status.code().equals("DEV-513"));
            twin.happen(0, 12);
            assertEquals(new CashboxReplaced(), next());
            states.until(status -> status.state() == DeviceState.READY);
            twin.happen(0, 21);
            assertEquals(new Unattributed(OptionalInt.of(1)), next());
            states.until(status -> status.code().equals("DEV-516"));
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    @Tag("Q53")
    void pulledOutAndPutBackAndABrokenPart() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL);
                NoteValidator validator = open(twin)) {
            insert(twin, Denomination.NOTE_10);
            twin.fail(TwinFault.DISCONNECT);
            states.until(status -> status.state() == DeviceState.DISCONNECTED);
            twin.setSelfCheck(37);
            twin.plugIn();
            assertEquals(
                    List.of("ccTalk 37"),
                    states.until(status -> status.code().equals("DEV-515")).details());
            marker(twin);
            assertEquals(twin.container().size(), stored(Denomination.NOTE_10) + stored(Denomination.NOTE_5));
            assertTrue(validator.isAccepting());
        }
    }

    @Test
    void aNoteThatWaitsTooLongGoesBack() throws Exception {
        try (VirtualCcTalkValidator twin = twin(USUAL)) {
            twin.setPatience(Duration.ofMillis(30));
            try (NoteValidator validator = open(twin)) {
                validator.addValidatorListener(event -> {
                    if (event instanceof Recognised) {
                        twin.unplug();
                    }
                });
                insert(twin, Denomination.NOTE_50);
                events.next(Recognised.class);
                states.until(status -> status.state() == DeviceState.DISCONNECTED);
                twin.happen(0, 20);
                while (!twin.insert(Denomination.NOTE_200)) {
                    Thread.onSpinWait();
                }
                twin.plugIn();
                events.next(Returned.class);
                assertEquals(List.of(), twin.container());
                assertEquals(0, stored(Denomination.NOTE_50));
            }
        }
    }
}
