package it.sportello.app.frame;

/**
 * A refusal as information (R-BOO-4): every code has its card, and a test fails when one is missing.
 *
 * @param code stable code, shown small for the help desk
 * @param cause what happened
 * @param rule why, in the rule's words
 * @param who who can unblock it
 * @param next what to do now
 * @param supportCode code of the occurrence to quote to the help desk, or empty text
 */
public record RefusalCard(String code, String cause, String rule, String who, String next, String supportCode) {}
