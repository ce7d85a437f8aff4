/**
 * The window that every screen lives in: works, navigation, keys, scans, messages, dialogs, theme.
 *
 * <p>A group of screens implements {@link it.sportello.app.frame.Screen}, registers a {@link
 * it.sportello.app.frame.ScreenFactory} for its {@link it.sportello.app.frame.ScreenKey}s with the {@link
 * it.sportello.app.frame.Navigator} and never sees another group: it opens the others' screens by their key.
 */
package it.sportello.app.frame;
