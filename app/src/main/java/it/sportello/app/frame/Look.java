package it.sportello.app.frame;

/**
 * The operator's wishes for the window (S62).
 *
 * @param textPercent 100 to 200, on top of the size that goes with the window's width
 * @param reducedMotion no fading and sliding
 * @param sounds a short sound with refusals and scans, and the gong of the board
 * @param secondScreen what the second screen is for
 */
public record Look(Theme theme, int textPercent, boolean reducedMotion, boolean sounds, SecondScreenUse secondScreen) {
    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public Look {
        if (textPercent < SMALLEST_TEXT || textPercent > LARGEST_TEXT) {
            throw new IllegalArgumentException("text of " + textPercent + " %");
        }
    }

    public static Look standard() {
        return new Look(Theme.LIGHT, SMALLEST_TEXT, false, true, SecondScreenUse.NONE);
    }

    public Look withTheme(Theme next) {
        return new Look(next, textPercent, reducedMotion, sounds, secondScreen);
    }

    public Look withTextPercent(int next) {
        return new Look(theme, next, reducedMotion, sounds, secondScreen);
    }

    public Look withReducedMotion(boolean next) {
        return new Look(theme, textPercent, next, sounds, secondScreen);
    }

    public Look withSounds(boolean next) {
        return new Look(theme, textPercent, reducedMotion, next, secondScreen);
    }

    public Look withSecondScreen(SecondScreenUse next) {
        return new Look(theme, textPercent, reducedMotion, sounds, next);
    }

    /** The root size all other sizes follow: 14 px, 15 from 1600 px of width, times the operator's factor. */
    public int rootPixels(double windowWidth) {
        int base = windowWidth >= 1600 ? 15 : 14;
        return base * textPercent / 100;
    }
}
