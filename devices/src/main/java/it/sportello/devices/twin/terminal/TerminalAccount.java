package it.sportello.devices.twin.terminal;

import it.sportello.devices.twin.terminal.TerminalScenario.Decision;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal remembers: operations, the result of the last one, totals, the last receipt. */
final class TerminalAccount {

    private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
    private static final String NEW_LINE = "}";
    private static final String HIGH_AND_BOLD = "\u007F";
    private static final int PACKET = 200;

    private final InstantSource clock;
    private final List<CardOperation> operations = new ArrayList<>();
    private int stan = 40;
    private long total;
    private String lastResult;
    private String lastReceipt = "";

    TerminalAccount(String terminalId, InstantSource clock) {
        this.clock = clock;
        this.lastResult = terminalId + "0E01" + fill("OPERAZIONE ANNULLATA", 24) + "0".repeat(11) + "3" + fill("", 11)
                + "000040" + "000000" + "000" + "0".repeat(8) + "0".repeat(10);
    }

    List<CardOperation> operations() {
        return List.copyOf(operations);
    }

    long total() {
        return total;
    }

    String lastResult() {
        return lastResult;
    }

    /** Decides a payment or a reversal and keeps its result. */
    String authorise(String request, String terminalId, TerminalScenario scenario) {
        char command = request.charAt(9);
        boolean reversal = command == 'S';
        long asked = reversal ? 0 : Long.parseLong(request.substring(23, 31));
        long cents = scenario.otherAmount ? asked + 1 : asked;
        Decision decision = reversal && !reversible(request.substring(18, 24)) ? Decision.REFUSE : scenario.decision;
        boolean approved = decision == Decision.APPROVE || decision == Decision.APPROVE_IN_DOLLARS;
        String number = decision == Decision.CARD_ABSENT ? "000000" : number(++stan);
        StringBuilder result = new StringBuilder(terminalId);
        result.append('0').append(decision == Decision.APPROVE_IN_DOLLARS ? 'V' : 'E');
        result.append(code(decision));
        if (approved) {
            result.append("000").append("************").append("4242").append("CLI");
            result.append(reversal ? "000000" : "A1B2C3").append(moment());
        } else {
            result.append(fill(scenario.reason, 24)).append("0".repeat(11));
        }
        result.append('2').append(fill("88105000001", 11)).append(number).append(number(stan + 7000));
        if (reversal) {
            result.append("000").append("0".repeat(10));
        } else if (decision == Decision.APPROVE_IN_DOLLARS) {
            result.append(String.format(Locale.ROOT, "000%08d1%08dUSD%012d2%010d", cents, 10_850, cents + 100, 0));
        } else if (command == 'X') {
            result.append(String.format(Locale.ROOT, "000%08d%010d", cents, 0));
        }
        lastResult = result.toString();
        book(reversal, cents, number, approved, reversal ? "" : wishedText(request));
        return lastResult;
    }

    /** What the desk wants under the receipt: columns 32 to 159, filled with blanks on the left. */
    private static String wishedText(String request) {
        return request.length() < 159 ? "" : request.substring(31, 159).strip();
    }

    private boolean reversible(String wanted) {
        CardOperation last = operations.isEmpty() ? null : operations.getLast();
        return last != null
                && last.approved()
                && !last.reversal()
                && (wanted.equals("000000") || wanted.equals(last.stan()));
    }

    private void book(boolean reversal, long cents, String number, boolean approved, String text) {
        long moved = reversal && approved ? operations.getLast().cents() : cents;
        operations.add(new CardOperation(reversal, moved, number, approved));
        if (approved) {
            total += reversal ? -moved : moved;
        }
        String outcome = approved ? (reversal ? "STORNO ESEGUITO" : "TRANSAZIONE APPROVATA") : "TRANSAZIONE NEGATA";
        lastReceipt = copy("COPIA ESERCENTE", outcome, moved, number, text)
                + copy("COPIA CLIENTE", outcome, moved, number, text);
    }

    private static String code(Decision decision) {
        return switch (decision) {
            case APPROVE, APPROVE_IN_DOLLARS -> "00";
            case REFUSE -> "01";
            case CARD_ABSENT -> "05";
            case UNKNOWN_TAG -> "09";
        };
    }

    private String moment() {
        ZonedDateTime now = clock.instant().atZone(ITALY);
        return String.format(Locale.ROOT, "%03d%02d%02d", now.getDayOfYear(), now.getHour(), now.getMinute());
    }

    /** Date and time of a status answer. */
    String dateAndTime() {
        ZonedDateTime now = clock.instant().atZone(ITALY);
        return String.format(
                Locale.ROOT,
                "%02d%02d%02d%02d%02d",
                now.getDayOfMonth(),
                now.getMonthValue(),
                now.getYear() % 100,
                now.getHour(),
                now.getMinute());
    }

    String totals(String terminalId) {
        return terminalId + "0T00" + amount(total) + amount(total);
    }

    String close(String terminalId) {
        String answer = terminalId + "0C00" + amount(total) + amount(total);
        total = 0;
        return answer;
    }

    String refuseClosing(String terminalId, String reason) {
        return terminalId + "0C01" + fill(reason, 19) + "912" + "0".repeat(10);
    }

    /** The last receipt in packets of at most 200 characters; none before the first operation. */
    List<String> receiptPackets(String terminalId) {
        List<String> packets = new ArrayList<>();
        for (int from = 0; from < lastReceipt.length(); from += PACKET) {
            String part = lastReceipt.substring(from, Math.min(from + PACKET, lastReceipt.length()));
            packets.add(terminalId + "0S" + part);
        }
        return packets;
    }

    /** The second line is as long as the paper is wide and so needs no mark of its end. */
    private static String copy(String title, String outcome, long cents, String number, String text) {
        return "   BANCA DI PROVA" + NEW_LINE
                + "------------------------"
                + title + NEW_LINE
                + NEW_LINE
                + "STAN " + number + NEW_LINE
                + HIGH_AND_BOLD + String.format(Locale.ROOT, "EUR %d,%02d", cents / 100, cents % 100) + NEW_LINE
                + outcome
                + (text.isEmpty() ? "" : NEW_LINE + text)
                + NEW_LINE.repeat(6)
                + "\u001B";
    }

    private static String amount(long cents) {
        return String.format(Locale.ROOT, "%016d", cents);
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%06d", value);
    }

    private static String fill(String text, int width) {
        return (text + " ".repeat(width)).substring(0, width);
    }
}
