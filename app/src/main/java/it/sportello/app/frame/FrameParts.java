package it.sportello.app.frame;

/**
 * What the window is built from; all of it lives as long as the window.
 *
 * @param state what the bars show
 * @param appearance theme and text size
 */
public record FrameParts(
        Navigator navigator, Actions actions, KeyMap keys, Messages messages, DeskState state, Appearance appearance) {}
