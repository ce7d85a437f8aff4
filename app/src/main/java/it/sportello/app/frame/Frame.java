package it.sportello.app.frame;

import java.time.Clock;

/**
 * What a screen may use of the window.
 *
 * @param navigator opens other screens
 * @param background the way off the window's thread
 * @param messages announcements in the status line
 * @param dialogs what lies over the screen
 * @param refusals the cards of all refusal codes
 * @param words dates and amounts as people read them
 * @param clock the desk's clock, zone Europe/Rome
 */
public record Frame(
        Navigator navigator,
        Background background,
        Messages messages,
        Dialogs dialogs,
        Refusals refusals,
        Words words,
        Clock clock) {}
