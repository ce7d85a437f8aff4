package it.sportello.devices.twin.terminal;

import it.sportello.devices.twin.FaultyWire;
import it.sportello.devices.twin.Twin;
import it.sportello.devices.twin.TwinLoop;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.terminal.TerminalScenario.Break;
import it.sportello.devices.twin.terminal.TerminalWire.Kind;
import it.sportello.devices.twin.terminal.TerminalWire.Piece;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A card terminal that speaks ECR17, with a bank behind it. Without a scenario it approves everything at once. Requests
 * with a wrong length, a wrong check byte or for another terminal it refuses, as the real ones do.
 */
public final class VirtualTerminal implements Twin {

    private static final int TRANSMISSIONS = 3;
    private static final Map<Character, Integer> LENGTHS =
            Map.of('s', 10, 'P', 167, 'X', 167, 'S', 26, 'T', 26, 'C', 26, 'G', 22, 'E', 11, 'R', 22);

    /** Something the terminal still has to do; it is tried again until it says that it is done. */
    private interface Step {
        boolean done();
    }

    private final Object lock = new Object();
    private final WatchedPlug plug;
    private final TwinLoop loop;
    private final TerminalWire packets;
    private final FaultyWire wire;
    private final TerminalAccount account;
    private final Deque<TerminalScenario> script = new ArrayDeque<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private TerminalSetup setup;
    private Optional<Boolean> confirmation = Optional.empty();
    private boolean receiptsToDesk;
    private boolean alone;
    private int printedHere;

    /**
     * @param clock gives the bank's time
     */
    public VirtualTerminal(TwinPlug plug, TerminalSetup setup, InstantSource clock) throws IOException {
        this.setup = setup;
        this.packets = new TerminalWire(setup.check());
        this.account = new TerminalAccount(setup.terminalId(), clock);
        this.plug = new WatchedPlug(plug, this::deskLeft);
        this.loop = new TwinLoop("virtual-terminal", this.plug, new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                listen(buffer, count);
            }

            @Override
            public void turn() {
                wire().turn();
                goOn();
            }
        });
        this.wire = new FaultyWire(loop::write, loop::drop, this::restart);
        loop.start();
    }

    /** Acknowledgements, progress, results: each is one thing on it. */
    @Override
    public FaultyWire wire() {
        return wire;
    }

    /** What it does next; scenarios are used up one by one, each by the first request it is for. */
    public void script(TerminalScenario... scenarios) {
        synchronized (lock) {
            script.addAll(List.of(scenarios));
        }
    }

    /** Changes its set-up, but for the check byte. */
    public void configure(TerminalSetup next) {
        synchronized (lock) {
            setup = next;
        }
    }

    /** Everything understood so far, oldest first, without packet marks; repeated transmissions count. */
    public List<String> requests() {
        synchronized (lock) {
            return List.copyOf(requests);
        }
    }

    /** What the bank decided so far. */
    public List<CardOperation> operations() {
        synchronized (lock) {
            return account.operations();
        }
    }

    /** The result it keeps, without packet marks. */
    public String lastResult() {
        synchronized (lock) {
            return account.lastResult();
        }
    }

    /** Cents since the last closing. */
    public long total() {
        synchronized (lock) {
            return account.total();
        }
    }

    /** How many receipts came out of its own printer. */
    public int printedHere() {
        synchronized (lock) {
            return printedHere;
        }
    }

    /** A payment that another desk makes here. */
    public void payElsewhere(long cents) {
        synchronized (lock) {
            String request =
                    setup.terminalId() + "0X" + "99999999" + "00000" + String.format(Locale.ROOT, "%08d", cents);
            account.authorise(request, setup.terminalId(), TerminalScenario.payment());
        }
    }

    @Override
    public void unplug() {
        loop.unplug();
    }

    @Override
    public TwinLoop line() {
        return loop;
    }

    /** Switches it off and on: what it was about is forgotten, what the bank decided is not. */
    public void restart() {
        synchronized (lock) {
            steps.clear();
            packets.forget();
            confirmation = Optional.empty();
            receiptsToDesk = false;
            alone = false;
            plug.hangUp(true);
        }
    }

    private void deskLeft() {
        synchronized (lock) {
            packets.forget();
            if (!alone) {
                steps.clear();
            }
        }
    }

    private void listen(byte[] buffer, int count) {
        synchronized (lock) {
            packets.add(buffer, count);
            for (Optional<Piece> piece = packets.next(); piece.isPresent(); piece = packets.next()) {
                understand(piece.get());
            }
        }
        goOn();
    }

    private void goOn() {
        synchronized (lock) {
            boolean goesOn = true;
            while (goesOn && !steps.isEmpty()) {
                Step first = steps.getFirst();
                goesOn = first.done();
                if (goesOn) {
                    steps.removeFirstOccurrence(first);
                }
            }
        }
    }

    private void understand(Piece piece) {
        switch (piece.kind()) {
            case YES, NO -> confirmation = Optional.of(piece.kind() == Kind.YES);
            case SPOILT -> wire.send(packets.answer(false));
            case REQUEST -> {
                requests.add(piece.content());
                request(piece.content());
            }
        }
    }

    private void request(String request) {
        char command = request.length() < 10 ? ' ' : request.charAt(9);
        TerminalScenario scenario = scenarioFor(command);
        if (scenario.refusedTransmissions > 0) {
            scenario.refusedTransmissions--;
            wire.send(packets.answer(false));
            return;
        }
        script.remove(scenario);
        if (scenario.silent) {
            return;
        }
        boolean known = LENGTHS.getOrDefault(command, 0) == request.length()
                && setup.unknownCommands().indexOf(command) < 0
                && request.charAt(8) == '0'
                && (request.startsWith(setup.terminalId()) || request.startsWith("00000000"));
        // While it is at work it takes no second request.
        if (!known || alone) {
            wire.send(packets.answer(false));
            return;
        }
        steps.clear();
        confirmation = Optional.empty();
        plan(command, request, scenario);
    }

    private TerminalScenario scenarioFor(char command) {
        return script.stream()
                .filter(scenario -> scenario.commands.indexOf(command) >= 0)
                .findFirst()
                .orElseGet(TerminalScenario::payment);
    }

    private void plan(char command, String request, TerminalScenario scenario) {
        String name = scenario.answersAs.isEmpty() ? setup.terminalId() : scenario.answersAs;
        if (scenario.noise.length > 0) {
            write(scenario.noise);
        }
        if (!scenario.resultFirst) {
            acknowledge(scenario);
        }
        if (scenario.silentBehindAcknowledgement) {
            return;
        }
        switch (command) {
            case 'P', 'X', 'S' -> money(request, name, scenario);
            case 's' ->
                send(name + "0s" + "0".repeat(10) + account.dateAndTime() + setup.state() + "SIM10000", scenario);
            case 'G' -> send(account.lastResult(), scenario);
            case 'T' -> send(account.totals(name), scenario);
            case 'C' ->
                send(
                        scenario.decision == TerminalScenario.Decision.REFUSE
                                ? account.refuseClosing(name, scenario.reason)
                                : account.close(name),
                        scenario);
            case 'E' -> receiptsToDesk = request.charAt(10) == '1';
            case 'R' -> {
                receiptsToDesk = request.charAt(10) == '1';
                receipts(name);
            }
            default -> throw new IllegalStateException("no such command");
        }
        if (scenario.elsewhereBehind > 0) {
            payElsewhere(scenario.elsewhereBehind);
        }
        if (scenario.resultFirst) {
            acknowledge(scenario);
        }
        if (setup.hangsUp()) {
            hangUp(false);
        }
    }

    private void money(String request, String name, TerminalScenario scenario) {
        if (scenario.breaks == Break.BEFORE_AUTHORISATION) {
            hangUp(scenario.hard);
            return;
        }
        if (scenario.breaks == Break.DURING_AUTHORISATION) {
            steps.add(() -> {
                alone = true;
                return true;
            });
            hangUp(scenario.hard);
        }
        for (String text : scenario.shown) {
            pause(scenario.delay);
            write(TerminalWire.progress(text));
        }
        pause(scenario.delay);
        if (scenario.waits) {
            steps.add(() -> false);
        }
        steps.add(() -> {
            String result = account.authorise(request, name, scenario);
            Deque<Step> later = new ArrayDeque<>(steps);
            steps.clear();
            steps.add(later.removeFirst());
            if (!alone && scenario.breaks != Break.AFTER_AUTHORISATION) {
                send(result, scenario);
                receipts(name);
            } else if (!alone) {
                if (scenario.brokenOffFirst) {
                    write(half(result));
                }
                hangUp(scenario.hard);
            }
            alone = false;
            steps.addAll(later);
            return true;
        });
    }

    /** With the desk's wish it goes there, otherwise on the terminal's own paper; the wish holds once. */
    private void receipts(String name) {
        boolean there = receiptsToDesk;
        receiptsToDesk = false;
        if (!there) {
            printedHere++;
            return;
        }
        for (String packet : account.receiptPackets(name)) {
            send(packet, TerminalScenario.payment());
        }
    }

    private void acknowledge(TerminalScenario scenario) {
        if (scenario.noAcknowledgement) {
            return;
        }
        write(scenario.bareAcknowledgement ? new byte[] {6} : packets.answer(true));
    }

    /** Sends until the desk confirms, three times at most. */
    private void send(String content, TerminalScenario scenario) {
        if (scenario.brokenOffFirst) {
            write(half(content));
        }
        for (int i = 0; i < TRANSMISSIONS; i++) {
            boolean spoilt = i < scenario.spoiltTransmissions;
            boolean first = i == 0;
            byte[] packet = packets.message(content, spoilt);
            Transmission transmission = new Transmission(packet, scenario.trickle, first);
            steps.add(transmission);
            if (scenario.duplicate && first) {
                steps.add(new Transmission(packet, 0, true));
            }
        }
    }

    private byte[] half(String content) {
        return Arrays.copyOf(packets.message(content, false), content.length() / 2);
    }

    /** One transmission and the wait for its confirmation; left out when the one before was confirmed. */
    private final class Transmission implements Step {

        private final byte[] packet;
        private final int trickle;
        private final boolean always;
        private int sent;

        Transmission(byte[] packet, int trickle, boolean always) {
            this.packet = packet;
            this.trickle = trickle;
            this.always = always;
        }

        @Override
        public boolean done() {
            if (sent == 0) {
                if (!always && confirmation.orElse(false)) {
                    return true;
                }
                confirmation = Optional.empty();
            }
            if (sent == 0 && trickle == 0) {
                sent = packet.length;
                wire.send(packet);
            } else if (sent < packet.length) {
                int end = Math.min(packet.length, sent + trickle);
                loop.write(Arrays.copyOfRange(packet, sent, end));
                sent = end;
            }
            return sent == packet.length && confirmation.isPresent();
        }
    }

    private void write(byte[] bytes) {
        steps.add(() -> {
            wire.send(bytes);
            return true;
        });
    }

    private void hangUp(boolean hard) {
        steps.add(() -> {
            plug.hangUp(hard);
            packets.forget();
            return true;
        });
    }

    private void pause(Duration pause) {
        if (pause.isZero()) {
            return;
        }
        long[] end = {0};
        steps.add(() -> {
            long now = System.nanoTime();
            end[0] = end[0] == 0 ? now + pause.toNanos() : end[0];
            return now - end[0] >= 0;
        });
    }

    @Override
    public void close() {
        loop.close();
    }
}
