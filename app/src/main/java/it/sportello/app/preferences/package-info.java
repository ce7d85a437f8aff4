/** Text size, theme, motion, sounds, keys (S62). */
package it.sportello.app.preferences;
