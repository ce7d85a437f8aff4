package it.sportello.devices.twin.terminal;

/**
 * How the terminal was set up by its bank.
 *
 * @param terminalId eight digits
 * @param state the digit of its status answer; {@code 2} works
 * @param unknownCommands letters of commands it does not know and refuses, such as {@code XE}
 * @param hangsUp whether it closes the connection behind every operation
 */
public record TerminalSetup(String terminalId, CheckByte check, char state, String unknownCommands, boolean hangsUp) {

    /** Works, knows everything, keeps the line. */
    public static final TerminalSetup USUAL = new TerminalSetup("12345678", CheckByte.WHOLE, '2', "", false);

    public TerminalSetup with(CheckByte other) {
        return new TerminalSetup(terminalId, other, state, unknownCommands, hangsUp);
    }

    public TerminalSetup inState(char digit) {
        return new TerminalSetup(terminalId, check, digit, unknownCommands, hangsUp);
    }

    public TerminalSetup without(String commands) {
        return new TerminalSetup(terminalId, check, state, commands, hangsUp);
    }

    public TerminalSetup thatHangsUp() {
        return new TerminalSetup(terminalId, check, state, unknownCommands, true);
    }
}
