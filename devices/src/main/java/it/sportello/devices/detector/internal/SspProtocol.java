package it.sportello.devices.detector.internal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.detector.DetectorTrouble;
import it.sportello.devices.detector.FraudKind;
import it.sportello.devices.detector.Rejection;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.domain.till.Denomination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * ITL SSP without encryption, as the host (GA138). Each question toggles the sequence bit; a question without answer is
 * asked again with the same bit, so that the unit repeats its answer and does nothing twice. Units that can are polled
 * with acknowledgement and repeat weighty events until we have stored them; of the others the unit's own count of stacked
 * notes is compared after every new connection.
 */
public final class SspProtocol implements ValidatorProtocol {

    private static final int OK = 0xF0;
    private static final int UNKNOWN_COMMAND = 0xF2;
    private static final int KEY_NOT_SET = 0xFA;
    private static final int SILENT_AFTER = 3;
    /** A note on its way is told in every poll; after so many without, its arrival was told while nobody listened. */
    private static final int STACKED_UNHEARD = 3;

    private static final int FRAUD_REJECT = 0x0E;
    private static final int HOST_REJECT = 0x08;
    private static final Duration WRITE = Duration.ofSeconds(1);

    private final ValidatorDesk desk;
    private final byte[] buffer = new byte[300];
    private SspFrames.Reader reader = new SspFrames.Reader();
    private boolean sequence;
    private boolean acknowledges;
    private boolean toCompare;
    private boolean cashboxOut;
    private boolean restarted;
    private int escrow;
    private int quietPolls;
    private String device = "";
    private Map<Integer, Denomination> notes = Map.of();
    private SspPosition position = SspPosition.START;

    public SspProtocol(ValidatorDesk desk) {
        this.desk = desk;
    }

    @Override
    public void begin(Link link) throws LinkException {
        reader = new SspFrames.Reader();
        escrow = 0;
        acknowledges = true;
        toCompare = true;
        quietPolls = 0;
        restarted = false;
        sequence = true;
        ask(link, 0x11);
        sequence = false;
        SspSetup setup = setup(link);
        int version = negotiate(link, setup.protocol());
        if (version >= 6 && setup.protocol() < 6) {
            setup = setup(link);
        }
        notes = setup.notes();
        device = "ssp-" + serial(link);
        position = desk.position(device).map(SspPosition::parse).orElse(SspPosition.START);
        int open = 0;
        for (Map.Entry<Integer, Denomination> channel : notes.entrySet()) {
            if (desk.settings().notes().contains(channel.getValue())) {
                open |= 1 << (channel.getKey() - 1);
            }
        }
        ask(link, 0x02, open & 0xFF, open >> 8);
        gate(link);
    }

    private SspSetup setup(Link link) throws LinkException {
        byte[] reply = ask(link, 0x05);
        try {
            return SspSetup.parse(Arrays.copyOfRange(reply, 1, reply.length));
        } catch (IllegalArgumentException e) {
            String detail = e.getMessage() + " (" + HexFormat.of().formatHex(reply) + ")";
            throw new DeviceFault(DetectorTrouble.NOT_USABLE.code(), true, List.of(detail), e);
        }
    }

    private int negotiate(Link link, int otherwise) throws LinkException {
        for (int version = 8; version >= 4; version--) {
            if ((exchange(link, 0x06, version)[0] & 0xFF) == OK) {
                return version;
            }
        }
        return otherwise;
    }

    private String serial(Link link) throws LinkException {
        byte[] reply = ask(link, 0x0C);
        return HexFormat.of().formatHex(reply, 1, Math.min(5, reply.length));
    }

    @Override
    public void gate(Link link) throws LinkException {
        if (desk.wanted()) {
            ask(link, 0x0A);
        } else {
            giveBack(link);
            ask(link, 0x09);
        }
    }

    private void giveBack(Link link) throws LinkException {
        if (escrow != 0) {
            exchange(link, 0x08);
            escrow = 0;
        }
    }

    @Override
    public void poll(Link link) throws LinkException {
        if (restarted) {
            begin(link);
        }
        boolean keeps = desk.settings().use() == ValidatorSettings.Use.KEEP && desk.wanted();
        if (!keeps) {
            giveBack(link);
        }
        byte[] reply = exchange(link, acknowledges ? 0x56 : 0x07);
        if (acknowledges && (reply[0] & 0xFF) == UNKNOWN_COMMAND) {
            acknowledges = false;
            reply = exchange(link, 0x07);
        }
        List<SspEvent> events = SspEvent.parse(good(reply));
        store(link, events);
        if (has(events, SspEvent.RESET)) {
            desk.tell(new ValidatorEvent.Restarted());
            cashboxOut = false;
            restarted = true;
            return;
        }
        if (has(events, SspEvent.REJECTED)) {
            rejected(link);
        }
        Optional<DetectorTrouble> trouble = trouble(events);
        if (has(events, SspEvent.DISABLED) && desk.wanted() && trouble.isEmpty()) {
            ask(link, 0x0A);
        }
        quietPolls = events.stream().allMatch(event -> event.code() == SspEvent.DISABLED) ? quietPolls + 1 : 0;
        if (toCompare && quietPolls >= (position.path() == 0 ? 1 : STACKED_UNHEARD)) {
            compare(link);
        }
        desk.stands(trouble, "");
    }

    private static boolean has(List<SspEvent> events, int code) {
        return events.stream().anyMatch(event -> event.code() == code);
    }

    /** Stores what is new before anybody hears of it, and only then lets the unit forget it. */
    private void store(Link link, List<SspEvent> events) throws LinkException {
        List<SspEvent> weighty = events.stream().filter(SspEvent::isWeighty).toList();
        String names = weighty.stream().map(event -> event.name() + ",").collect(Collectors.joining());
        boolean repeated = acknowledges && !position.told().isEmpty() && names.startsWith(position.told());
        long known = repeated ? position.told().chars().filter(c -> c == ',').count() : 0;
        SspPosition next = position;
        List<ValidatorEvent> fresh = new ArrayList<>();
        for (SspEvent event : events) {
            if (event.isWeighty() && known > 0) {
                known--;
            } else {
                next = read(event, next, fresh);
            }
        }
        if (!names.isEmpty()) {
            next = next.withTold(acknowledges ? names : "");
        }
        keep(next, fresh);
        if (acknowledges && !names.isEmpty() && (exchange(link, 0x57)[0] & 0xFF) == OK) {
            keep(position.withTold(""), List.of());
        }
    }

    private void keep(SspPosition next, List<ValidatorEvent> fresh) {
        if (!next.equals(position) || !fresh.isEmpty()) {
            desk.keep(device, next.toString(), fresh);
            position = next;
        }
    }

    private SspPosition read(SspEvent event, SspPosition now, List<ValidatorEvent> fresh) {
        Optional<Denomination> note = Optional.ofNullable(notes.get(event.channel()));
        switch (event.code()) {
            case SspEvent.READ -> {
                if (event.channel() != 0 && event.channel() != escrow) {
                    note.ifPresent(known -> desk.tell(new ValidatorEvent.Recognised(known)));
                }
                escrow = event.channel();
                return now.withPath(0).withTold("");
            }
            case SspEvent.CREDIT -> {
                escrow = 0;
                return taken(event.channel(), note, false, now, fresh);
            }
            case SspEvent.STACKED -> {
                return now.withPath(0);
            }
            case SspEvent.CLEARED_TO_CASHBOX -> {
                return now.path() != 0
                        ? now.withPath(0)
                        : taken(event.channel(), note, true, now, fresh).withPath(0);
            }
            case SspEvent.CLEARED_TO_FRONT -> {
                fresh.add(
                        now.path() == 0
                                ? new ValidatorEvent.Returned(note)
                                : new ValidatorEvent.Unattributed(OptionalInt.of(1)));
                return now.withPath(0);
            }
            case SspEvent.FRAUD -> fresh.add(new ValidatorEvent.Fraud(FraudKind.ATTEMPT, note));
            case SspEvent.UNKNOWN -> fresh.add(new ValidatorEvent.Unattributed(OptionalInt.empty()));
            case SspEvent.CASHBOX_REMOVED -> {
                if (!cashboxOut) {
                    fresh.add(new ValidatorEvent.CashboxRemoved());
                }
                cashboxOut = true;
            }
            case SspEvent.CASHBOX_REPLACED -> {
                fresh.add(new ValidatorEvent.CashboxReplaced());
                cashboxOut = false;
            }
            default -> {
                // A state, which is looked at elsewhere.
            }
        }
        return now;
    }

    private static SspPosition taken(
            int channel, Optional<Denomination> note, boolean late, SspPosition now, List<ValidatorEvent> fresh) {
        fresh.add(
                note.isPresent()
                        ? new ValidatorEvent.Stacked(note.get(), late)
                        : new ValidatorEvent.Unattributed(OptionalInt.of(1)));
        return now.counted(channel);
    }

    private void rejected(Link link) throws LinkException {
        escrow = 0;
        byte[] reply = ask(link, 0x17);
        int code = reply.length > 1 ? reply[1] & 0xFF : 0;
        if (code == HOST_REJECT) {
            desk.tell(new ValidatorEvent.Returned(Optional.empty()));
        } else {
            desk.tell(new ValidatorEvent.Rejected(reason(code), code));
        }
    }

    static Rejection reason(int code) {
        return switch (code) {
            case 0x01, 0x02, 0x03, 0x04, 0x05, 0x09, 0x11 -> Rejection.NOT_RECOGNISED;
            case 0x07, 0x0B, 0x0D, 0x12, 0x19, 0x1A, 0x1C -> Rejection.BADLY_INSERTED;
            case 0x06, HOST_REJECT, 0x0C, 0x13 -> Rejection.REFUSED_BY_US;
            case FRAUD_REJECT -> Rejection.FRAUD;
            default -> Rejection.OTHER;
        };
    }

    private Optional<DetectorTrouble> trouble(List<SspEvent> events) {
        if (has(events, SspEvent.SAFE_JAM) || has(events, SspEvent.UNSAFE_JAM)) {
            return Optional.of(DetectorTrouble.JAM);
        }
        if (cashboxOut) {
            return Optional.of(DetectorTrouble.CASHBOX_REMOVED);
        }
        if (has(events, SspEvent.FULL)) {
            return Optional.of(DetectorTrouble.CASHBOX_FULL);
        }
        return has(events, SspEvent.PATH_OPEN) ? Optional.of(DetectorTrouble.PATH_OPEN) : Optional.empty();
    }

    /** Holds our count against the unit's own: notes it stacked while nobody listened are told, never guessed. */
    private void compare(Link link) throws LinkException {
        toCompare = false;
        byte[] reply = exchange(link, 0x58);
        if ((reply[0] & 0xFF) != OK || reply.length < 6) {
            return;
        }
        long stacked = SspSetup.littleEndian(reply, 2);
        long missing = position.base() < 0 ? 0 : stacked - position.base() - position.kept();
        List<ValidatorEvent> events = missing > 0
                ? List.of(new ValidatorEvent.Unattributed(OptionalInt.of((int) Math.min(missing, Integer.MAX_VALUE))))
                : List.of();
        keep(new SspPosition(stacked, 0, 0, position.told()), events);
    }

    private byte[] ask(Link link, int... command) throws LinkException {
        return good(exchange(link, command));
    }

    private byte[] good(byte[] reply) {
        int code = reply[0] & 0xFF;
        if (code == KEY_NOT_SET) {
            throw new DeviceFault(DetectorTrouble.NOT_USABLE.code(), true, "eSSP");
        }
        if (code != OK) {
            throw new DeviceFault(DeviceFault.BAD_ANSWER, true, HexFormat.of().formatHex(reply));
        }
        return reply;
    }

    private byte[] exchange(Link link, int... command) throws LinkException {
        int bit = sequence ? 0x80 : 0;
        sequence = !sequence;
        byte[] data = new byte[command.length];
        for (int i = 0; i < command.length; i++) {
            data[i] = (byte) command[i];
        }
        byte[] frame = SspFrames.encode(bit, data);
        for (int tries = 1; tries <= desk.settings().tries(); tries++) {
            link.writeAll(frame, WRITE);
            Optional<byte[]> reply = await(link, bit);
            if (reply.isPresent()) {
                return reply.get();
            }
            if (tries == SILENT_AFTER) {
                desk.silent();
            }
        }
        throw new DeviceFault(DeviceFault.NO_ANSWER, true);
    }

    private Optional<byte[]> await(Link link, int bit) throws LinkException {
        long end = System.nanoTime() + desk.settings().answer().toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new LinkException(LinkException.Kind.GONE, "given up");
            }
            int count = link.read(buffer, Duration.ofNanos(left));
            for (SspFrames.Frame frame : reader.accept(buffer, count)) {
                if (frame.sequenceAndAddress() == bit && frame.data().length > 0) {
                    return Optional.of(frame.data());
                }
            }
        }
    }
}
