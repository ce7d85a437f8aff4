package it.sportello.devices.detector.internal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.detector.CcTalkSettings;
import it.sportello.devices.detector.DetectorTrouble;
import it.sportello.devices.detector.FraudKind;
import it.sportello.devices.detector.Rejection;
import it.sportello.devices.detector.ValidatorEvent;
import it.sportello.devices.detector.ValidatorSettings;
import it.sportello.devices.link.Link;
import it.sportello.devices.link.LinkException;
import it.sportello.domain.till.Denomination;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A ccTalk bill validator, as the host. The unit counts its events and remembers the last five: where we stopped is stored
 * with the events, so that a restart of the workstation neither loses nor doubles one, and what the unit forgot before we
 * asked is told as not attributed.
 */
public final class CcTalkProtocol implements ValidatorProtocol {

    private static final int TYPES = 16;
    private static final int RETURN = 0;
    private static final int STACK = 1;
    private static final int FAILED = 255;

    private final ValidatorDesk desk;
    private final CcTalkSettings settings;
    private final CcTalkLine line;
    private final Map<Integer, Denomination> notes = new HashMap<>();
    private Optional<CcTalkPosition> position = Optional.empty();
    private Optional<DetectorTrouble> trouble = Optional.empty();
    private String device = "";
    private int escrow;
    private int selfCheck;
    private boolean restarted;

    public CcTalkProtocol(ValidatorDesk desk, CcTalkSettings settings) {
        this.desk = desk;
        this.settings = settings;
        this.line = new CcTalkLine(desk, settings);
    }

    @Override
    public void begin(Link link) throws LinkException {
        restarted = false;
        escrow = 0;
        trouble = Optional.empty();
        meet(link);
        if (!text(link, 245).startsWith("Bill")) {
            throw new DeviceFault(DetectorTrouble.NOT_USABLE.code(), true, "category");
        }
        byte[] serial = line.ask(link, length -> length == 3, 242);
        device = "cctalk-" + text(link, 246) + "-" + text(link, 244) + "-"
                + HexFormat.of().formatHex(serial);
        learnNotes(link);
        done(link, 153, 3);
        int open = 0;
        for (Map.Entry<Integer, Denomination> type : notes.entrySet()) {
            if (desk.settings().notes().contains(type.getValue())) {
                open |= 1 << (type.getKey() - 1);
            }
        }
        done(link, 231, open & 0xFF, open >> 8);
        selfCheck = selfCheck(link);
        position = desk.position(device).flatMap(CcTalkPosition::parse);
        gate(link);
    }

    private void meet(Link link) throws LinkException {
        List<Boolean> ways = switch (settings.checksum()) {
            case SIMPLE -> List.of(false);
            case CRC -> List.of(true);
            case AUTO -> List.of(false, true);
        };
        for (int tries = 0; tries < desk.settings().tries(); tries++) {
            for (boolean crc : ways) {
                line.secureBy(crc);
                if (line.isAnswered(link)) {
                    return;
                }
            }
            if (tries == 0) {
                desk.silent();
            }
        }
        throw new DeviceFault(DeviceFault.NO_ANSWER, true);
    }

    private String text(Link link, int header) throws LinkException {
        return new String(line.ask(link, length -> length > 0, header), StandardCharsets.US_ASCII).strip();
    }

    private void learnNotes(Link link) throws LinkException {
        byte[] scaling = line.ask(link, length -> length == 3, 156, 'E', 'U');
        long factor = (scaling[0] & 0xFF) | (scaling[1] & 0xFF) << 8;
        List<String> ids = ids(link);
        // A doubled answer would shift all that follow by one: the list counts only when it comes twice the same.
        List<String> again = ids(link);
        if (!again.equals(ids)) {
            line.mistrust();
            throw new DeviceFault(DeviceFault.BAD_ANSWER, true, "157");
        }
        notes.clear();
        for (int type = 1; type <= TYPES; type++) {
            String id = ids.get(type - 1);
            if (id.matches("EU[0-9]{4}[A-Z]")) {
                Optional<Denomination> note =
                        scaling[2] == 2 ? EuroNotes.of(Long.parseLong(id, 2, 6, 10) * factor) : Optional.empty();
                if (note.isEmpty()) {
                    throw new DeviceFault(DetectorTrouble.NOT_USABLE.code(), true, id + " x " + factor);
                }
                notes.put(type, note.get());
            }
        }
        if (notes.isEmpty()) {
            throw new DeviceFault(DetectorTrouble.NOT_USABLE.code(), true, "no EU");
        }
    }

    private List<String> ids(Link link) throws LinkException {
        List<String> ids = new ArrayList<>();
        for (int type = 1; type <= TYPES; type++) {
            ids.add(text(link, 157, type));
        }
        return ids;
    }

    private String text(Link link, int header, int data) throws LinkException {
        return new String(line.ask(link, length -> length == 7, header, data), StandardCharsets.US_ASCII);
    }

    private int selfCheck(Link link) throws LinkException {
        byte[] found = line.ask(link, length -> length == 1 || length == 2, 232);
        return found[0] & 0xFF;
    }

    private void done(Link link, int header, int... data) throws LinkException {
        line.ask(link, length -> length == 0, header, data);
    }

    @Override
    public void gate(Link link) throws LinkException {
        boolean open = desk.wanted() && position.isPresent();
        if (!open && escrow != 0) {
            route(link, RETURN);
        }
        done(link, 228, open ? 1 : 0);
    }

    @Override
    public void poll(Link link) throws LinkException {
        if (restarted) {
            begin(link);
        }
        CcTalkEvents now = read(link);
        if (position.isEmpty()) {
            keep(new CcTalkPosition(now, 0), List.of());
            gate(link);
        } else if (!now.equals(position.get().events())) {
            follow(now, position.get());
        }
        if (restarted) {
            desk.tell(new ValidatorEvent.Restarted());
            return;
        }
        if (escrow != 0) {
            boolean keeps = desk.wanted() && desk.settings().use() == ValidatorSettings.Use.KEEP;
            route(link, keeps ? STACK : RETURN);
        }
        boolean sick = selfCheck != 0 && trouble.isEmpty();
        desk.stands(sick ? Optional.of(DetectorTrouble.SELF_CHECK) : trouble, sick ? "ccTalk " + selfCheck : "");
    }

    private CcTalkEvents read(Link link) throws LinkException {
        return CcTalkEvents.parse(line.ask(link, length -> length == CcTalkEvents.BYTES, 159));
    }

    /** Stores what happened since the unit was read last; what it has forgotten already is told, never guessed. */
    private void follow(CcTalkEvents now, CcTalkPosition before) {
        List<ValidatorEvent> fresh = new ArrayList<>();
        int sent = before.sent();
        boolean reset = now.counter() == 0 || !now.goesOnFrom(before.events());
        CcTalkEvents earlier = reset ? new CcTalkEvents(0, now.pairs()) : before.events();
        if (reset) {
            restarted = true;
            escrow = 0;
            if (sent != 0) {
                fresh.add(new ValidatorEvent.Unattributed(OptionalInt.of(1)));
                sent = 0;
            }
        }
        int forgotten = now.since(earlier) - CcTalkEvents.SLOTS;
        if (forgotten > 0) {
            // A counter that fell may have gone round or begun anew: then nobody knows how many were forgotten.
            boolean certain = now.counter() > earlier.counter();
            fresh.add(new ValidatorEvent.Unattributed(certain ? OptionalInt.of(forgotten) : OptionalInt.empty()));
        }
        for (String pair : now.fresh(earlier)) {
            sent = happened(CcTalkEvents.first(pair), CcTalkEvents.second(pair), sent, fresh);
        }
        keep(new CcTalkPosition(now, sent), fresh);
    }

    private void keep(CcTalkPosition next, List<ValidatorEvent> fresh) {
        desk.keep(device, next.toString(), fresh);
        position = Optional.of(next);
    }

    /** Takes one event; gives the type that is on its way to the container afterwards. */
    private int happened(int a, int b, int sent, List<ValidatorEvent> fresh) {
        if (a == 0) {
            return state(b, sent, fresh);
        }
        Optional<Denomination> note = Optional.ofNullable(notes.get(a));
        if (b == 0) {
            escrow = 0;
            fresh.add(
                    note.isPresent()
                            ? new ValidatorEvent.Stacked(note.get(), false)
                            : new ValidatorEvent.Unattributed(OptionalInt.of(1)));
            return 0;
        }
        if (trouble.equals(Optional.of(DetectorTrouble.JAM))) {
            trouble = Optional.empty();
        }
        if (b == 1) {
            escrow = a;
            note.ifPresent(known -> fresh.add(new ValidatorEvent.Recognised(known)));
        }
        return sent;
    }

    private int state(int b, int sent, List<ValidatorEvent> fresh) {
        switch (b) {
            case 1 -> {
                escrow = 0;
                fresh.add(new ValidatorEvent.Returned(Optional.empty()));
                return 0;
            }
            case 2 -> fresh.add(new ValidatorEvent.Rejected(Rejection.NOT_RECOGNISED, b));
            case 3 -> fresh.add(new ValidatorEvent.Rejected(Rejection.BADLY_INSERTED, b));
            case 4, 5 -> fresh.add(new ValidatorEvent.Rejected(Rejection.REFUSED_BY_US, b));
            case 6, 7, 15, 16 -> trouble = Optional.of(DetectorTrouble.JAM);
            case 8 -> fresh.add(new ValidatorEvent.Fraud(FraudKind.PULLED_BACK, Optional.ofNullable(notes.get(sent))));
            case 9 -> fresh.add(new ValidatorEvent.Fraud(FraudKind.TAMPER, Optional.empty()));
            case 10 -> trouble = Optional.empty();
            case 11 -> {
                fresh.add(new ValidatorEvent.CashboxRemoved());
                trouble = Optional.of(DetectorTrouble.CASHBOX_REMOVED);
            }
            case 12 -> {
                fresh.add(new ValidatorEvent.CashboxReplaced());
                trouble = Optional.empty();
            }
            case 13, 19 -> trouble = Optional.of(DetectorTrouble.SELF_CHECK);
            case 14 -> trouble = Optional.of(DetectorTrouble.CASHBOX_FULL);
            case 17 -> fresh.add(new ValidatorEvent.Fraud(FraudKind.OPTICAL, Optional.empty()));
            case 18 -> fresh.add(new ValidatorEvent.Fraud(FraudKind.STRING, Optional.empty()));
            case 21 -> fresh.add(new ValidatorEvent.Unattributed(OptionalInt.of(1)));
            default -> {
                // Inhibited, a bar code: nothing that concerns money.
            }
        }
        return sent;
    }

    /** That a note is sent on is stored first: if the unit dies now, one note may lie inside unreported. */
    private void route(Link link, int where) throws LinkException {
        CcTalkPosition now = position.orElseThrow();
        if (where == STACK) {
            keep(new CcTalkPosition(now.events(), escrow), List.of());
        }
        byte[] answer = line.ask(link, length -> length <= 1, 154, where);
        if (answer.length == 0 || (answer[0] & 0xFF) != FAILED) {
            escrow = 0;
        }
    }
}
