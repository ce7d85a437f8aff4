package it.sportello.devices.terminal;

/**
 * What a terminal tells of itself.
 *
 * @param terminalId as it calls itself, which may differ from the one in the settings
 * @param clock its date and time, {@code DDMMYYhhmm}, for the technician
 * @param release of its software
 * @param lrc the rule it understands
 */
public record TerminalReport(
        String terminalId, String clock, TerminalCondition condition, String release, LrcRule lrc) {}
