package it.sportello.app.frame;

import it.sportello.app.frame.Citizen.Tone;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Icons of one family; each meaning has its own shape, and an icon never stands without a word. {@link Appearance} sizes
 * them.
 */
public final class Icons {
    private Icons() {}

    public static FontIcon of(Feather feather) {
        FontIcon icon = new FontIcon(feather);
        icon.setFocusTraversable(false);
        return icon;
    }

    /** The shape of a meaning. */
    public static FontIcon of(Tone tone) {
        return of(
                switch (tone) {
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case ATTENTION -> Feather.ALERT_TRIANGLE;
                    case DANGER -> Feather.ALERT_OCTAGON;
                    case INFORMATION -> Feather.INFO;
                    case NEUTRAL -> Feather.CIRCLE;
                });
    }

    /** Style class of a meaning: {@code tone-good} and so on. */
    public static String style(Tone tone) {
        return switch (tone) {
            case GOOD -> "tone-good";
            case ATTENTION -> "tone-attention";
            case DANGER -> "tone-danger";
            case INFORMATION -> "tone-information";
            case NEUTRAL -> "tone-neutral";
        };
    }

    /** A small rounded label with the shape, word and colour of its meaning. */
    public static Label chip(Tone tone, String text) {
        Label chip = new Label(text);
        if (tone != Tone.NEUTRAL) {
            chip.setGraphic(of(tone));
        }
        chip.getStyleClass().addAll("chip", style(tone));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /** Gives a label another meaning: shape, colour and text. */
    public static void tone(Label label, Tone tone, String text) {
        for (Tone other : Tone.values()) {
            label.getStyleClass().remove(style(other));
        }
        label.getStyleClass().add(style(tone));
        label.setGraphic(of(tone));
        label.setText(text);
    }
}
