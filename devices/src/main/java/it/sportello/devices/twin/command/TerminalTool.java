package it.sportello.devices.twin.command;

import it.sportello.devices.twin.terminal.CardOperation;
import it.sportello.devices.twin.terminal.CheckByte;
import it.sportello.devices.twin.terminal.TerminalScenario;
import it.sportello.devices.twin.terminal.TerminalScenario.Break;
import it.sportello.devices.twin.terminal.TerminalScenario.Decision;
import it.sportello.devices.twin.terminal.TerminalSetup;
import it.sportello.devices.twin.terminal.VirtualTerminal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A card terminal with a bank behind it: requests and decisions are printed as they come. */
final class TerminalTool extends LineTool {
    private static final int MOST_SECONDS = 600;
    private static final int MOST_TIMES = 10;
    private static final int MOST_CENTS = 99_999_999;
    private static final Map<String, Break> BREAKS = Map.of(
            "before", Break.BEFORE_AUTHORISATION,
            "during", Break.DURING_AUTHORISATION,
            "after", Break.AFTER_AUTHORISATION);
    private static final Map<Character, String> NAMES = Map.of(
            's', "status",
            'P', "payment",
            'X', "extended payment",
            'S', "reversal of the last",
            'T', "totals",
            'C', "close session",
            'G', "last result",
            'E', "receipts to the desk",
            'R', "reprint");

    static final List<TwinOption> OPTIONS = List.of(
            new TwinOption("--id", "DIGITS", "its terminal number, eight digits; 12345678 is usual"),
            new TwinOption(
                    "--check", "RULE", "its check byte: whole (usual), content, content-and-end, begin-and-content"),
            new TwinOption("--state", "DIGIT", "of its status answer; 2 works"),
            new TwinOption("--unknown", "LETTERS", "commands that it refuses, such as XE"),
            new TwinOption("--hangs-up", "", "closes the connection behind every operation"));

    private final VirtualTerminal terminal;
    private int requests;
    private int operations;

    private TerminalTool(VirtualTerminal terminal, TwinArguments arguments) {
        super(terminal, arguments);
        this.terminal = terminal;
    }

    static TerminalTool open(TwinArguments arguments, InstantSource clock) throws IOException {
        String id = arguments.value("--id").orElse(TerminalSetup.USUAL.terminalId());
        if (!id.matches("[0-9]{8}")) {
            throw new WrongWords("--id is eight digits, not " + id);
        }
        String unknown = arguments.value("--unknown").orElse("");
        char state = (char) ('0' + arguments.number("--state", 0, 9, 2));
        CheckByte check = arguments.choice("--check", TwinArguments.names(CheckByte.values()), CheckByte.WHOLE);
        TerminalSetup setup = new TerminalSetup(id, check, state, unknown, arguments.has("--hangs-up"));
        return new TerminalTool(new VirtualTerminal(arguments.plug(false), setup, clock), arguments);
    }

    @Override
    void addOwn(CommandList commands) {
        addDecisions(commands);
        commands.add("break before|during|after [hard]", "next payment: the connection breaks there", this::breaks)
                .add(
                        "silent",
                        "next payment: nothing comes back",
                        () -> next(payment().silent()))
                .add("nak TIMES", "next payment: refuses the packet so often", words -> {
                    int times = words.number("the times", 1, MOST_TIMES);
                    return () -> next(payment().refusesPacket(times));
                })
                .add("spoil TIMES", "next payment: wrong check byte so often", words -> {
                    int times = words.number("the times", 1, MOST_TIMES);
                    return () -> next(payment().spoils(times));
                })
                .add(
                        "early",
                        "next payment: the result comes before the acknowledgement",
                        () -> next(payment().resultFirst()))
                .add("pay CENTS", "another desk pays here", words -> {
                    int cents = words.number("the cents", 1, MOST_CENTS);
                    return () -> terminal.payElsewhere(cents);
                })
                .add("power", "switches it off and on", terminal::restart);
    }

    private void addDecisions(CommandList commands) {
        commands.add("approve", "next payment: approved (usual)", () -> next(payment()))
                .add(
                        "dollars",
                        "next payment: approved in dollars",
                        () -> next(payment().decides(Decision.APPROVE_IN_DOLLARS)))
                .add("refuse [REASON]", "next payment: refused, in at most 24 characters", words -> {
                    String reason = words.any() ? words.rest("the reason") : "TRANSAZIONE NEGATA";
                    return () -> next(payment().refuses(reason));
                })
                .add(
                        "absent",
                        "next payment: the card does not come",
                        () -> next(payment().decides(Decision.CARD_ABSENT)))
                .add("slow SECONDS", "next payment: shows progress and takes so long", words -> {
                    int seconds = words.number("the seconds", 0, MOST_SECONDS);
                    return () -> next(payment()
                            .shows(Duration.ofMillis(seconds * 1000L / 3), "AVVICINARE LA CARTA", "ATTENDERE"));
                })
                .add(
                        "wait-card",
                        "next payment: waits for a card until the desk leaves",
                        () -> next(payment().thenWaits()));
    }

    private static TerminalScenario payment() {
        return TerminalScenario.payment();
    }

    private void next(TerminalScenario scenario) {
        terminal.script(scenario);
    }

    private Runnable breaks(Words words) {
        Break when = words.choice("the moment", BREAKS);
        boolean hard = words.takes("hard");
        return () -> next(hard ? payment().breaks(when).hard() : payment().breaks(when));
    }

    @Override
    List<String> ownNews() {
        List<String> lines = new ArrayList<>();
        List<String> asked = terminal.requests();
        asked.subList(requests, asked.size()).forEach(request -> lines.add("request: " + request(request)));
        requests = asked.size();
        List<CardOperation> done = terminal.operations();
        done.subList(operations, done.size()).forEach(one -> lines.add("bank: " + operation(one)));
        operations = done.size();
        return lines;
    }

    private static String request(String content) {
        if (content.length() < 10) {
            return "too short: " + content;
        }
        char command = content.charAt(9);
        String name = command + " " + NAMES.getOrDefault(command, "of unknown kind");
        boolean money = (command == 'P' || command == 'X') && content.length() >= 31;
        String digits = money ? content.substring(23, 31) : "";
        return digits.matches("[0-9]{8}") ? name + " of " + euro(Long.parseLong(digits)) : name;
    }

    private static String operation(CardOperation one) {
        return (one.reversal() ? "reversal " : "payment ") + (one.approved() ? "approved, " : "refused, ")
                + euro(one.cents()) + ", STAN " + one.stan();
    }

    private static String euro(long cents) {
        return String.format(Locale.ITALY, "%d,%02d euro", cents / 100, cents % 100);
    }
}
