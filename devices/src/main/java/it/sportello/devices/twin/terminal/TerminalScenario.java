package it.sportello.devices.twin.terminal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the terminal does with the next request of some kind. */
public final class TerminalScenario {

    /** What bank and card say. */
    public enum Decision {
        APPROVE,
        /** The holder pays in another currency. */
        APPROVE_IN_DOLLARS,
        REFUSE,
        CARD_ABSENT,
        UNKNOWN_TAG
    }

    /** When the connection breaks. */
    public enum Break {
        NEVER,
        /** Behind the acknowledgement; the operation is given up. */
        BEFORE_AUTHORISATION,
        /** Behind the acknowledgement; the operation goes on without the desk. */
        DURING_AUTHORISATION,
        /** The money has moved, the result is kept, and nobody hears it. */
        AFTER_AUTHORISATION
    }

    final String commands;
    final List<String> shown = new ArrayList<>();
    Decision decision = Decision.APPROVE;
    String reason = "TRANSAZIONE NEGATA";
    Break breaks = Break.NEVER;
    boolean hard;
    boolean waits;
    boolean silent;
    boolean silentBehindAcknowledgement;
    boolean resultFirst;
    boolean bareAcknowledgement;
    boolean noAcknowledgement;
    boolean duplicate;
    boolean brokenOffFirst;
    boolean otherAmount;
    long elsewhereBehind;
    int refusedTransmissions;
    int spoiltTransmissions;
    int trickle;
    byte[] noise = {};
    String answersAs = "";
    Duration delay = Duration.ZERO;

    private TerminalScenario(String commands) {
        this.commands = commands;
    }

    private TerminalScenario set(Consumer<TerminalScenario> change) {
        change.accept(this);
        return this;
    }

    /** For the next request that moves money; it approves, unless told otherwise. */
    public static TerminalScenario payment() {
        return new TerminalScenario("PXS");
    }

    /**
     * For the next request of these kinds.
     *
     * @param commands letters of ECR17, such as {@code s} for the status
     */
    public static TerminalScenario command(String commands) {
        return new TerminalScenario(commands);
    }

    public TerminalScenario decides(Decision next) {
        return set(it -> it.decision = next);
    }

    /** Refused in these words, at most 24 characters. */
    public TerminalScenario refuses(String words) {
        return set(it -> {
            it.decision = Decision.REFUSE;
            it.reason = words;
        });
    }

    /** Shows texts one after the other, with a pause before each and before the result. */
    public TerminalScenario shows(Duration pause, String... texts) {
        return set(it -> {
            it.delay = pause;
            it.shown.addAll(List.of(texts));
        });
    }

    /** Takes its time before the authorisation. */
    public TerminalScenario after(Duration pause) {
        return set(it -> it.delay = pause);
    }

    /** The card never comes: it waits until the desk has left. */
    public TerminalScenario thenWaits() {
        return set(it -> it.waits = true);
    }

    public TerminalScenario breaks(Break when) {
        return set(it -> it.breaks = when);
    }

    /** The break is a reset of the connection, without the farewell of a socket that is closed. */
    public TerminalScenario hard() {
        return set(it -> it.hard = true);
    }

    /** Does as if nothing had come; the operation is not done. */
    public TerminalScenario silent() {
        return set(it -> it.silent = true);
    }

    /** Acknowledges and then is silent for ever; the operation is not done. */
    public TerminalScenario silentBehindAcknowledgement() {
        return set(it -> it.silentBehindAcknowledgement = true);
    }

    /** Sends its result and only then the acknowledgement of the request. */
    public TerminalScenario resultFirst() {
        return set(it -> it.resultFirst = true);
    }

    /** Acknowledges with 06 and nothing behind it. */
    public TerminalScenario bareAcknowledgement() {
        return set(it -> it.bareAcknowledgement = true);
    }

    /** Its acknowledgement is lost; the operation is done. */
    public TerminalScenario noAcknowledgement() {
        return set(it -> it.noAcknowledgement = true);
    }

    /** Refuses the packet so many times. */
    public TerminalScenario refusesPacket(int times) {
        return set(it -> it.refusedTransmissions = times);
    }

    /** Sends its answer with a wrong check byte so many times. */
    public TerminalScenario spoils(int times) {
        return set(it -> it.spoiltTransmissions = times);
    }

    /** Sends its answer twice. */
    public TerminalScenario duplicate() {
        return set(it -> it.duplicate = true);
    }

    /** Sends half of its answer, then the whole; with a break behind the authorisation the half is all. */
    public TerminalScenario brokenOffFirst() {
        return set(it -> it.brokenOffFirst = true);
    }

    /** Sends its answer a few bytes at a time. */
    public TerminalScenario trickles(int bytes) {
        return set(it -> it.trickle = bytes);
    }

    /** Sends bytes of no meaning before its answer. */
    public TerminalScenario noise(byte[] bytes) {
        return set(it -> it.noise = bytes.clone());
    }

    /** Answers under another terminal's number. */
    public TerminalScenario answersAs(String terminalId) {
        return set(it -> it.answersAs = terminalId);
    }

    /** Another desk pays so many cents as soon as this is answered. */
    public TerminalScenario thenElsewhere(long cents) {
        return set(it -> it.elsewhereBehind = cents);
    }

    /** Takes and reports one cent more than was asked. */
    public TerminalScenario takesOtherAmount() {
        return set(it -> it.otherAmount = true);
    }
}
