package it.sportello.app.frame;

/**
 * The operator's wishes for the window (S62).
 *
 * @param textPercent 100 to 200, on top of the size that goes with the window's width
 * @param reducedMotion no fading and sliding
 * @param sounds a short sound with refusals and scans
 */
public record Look(Theme theme, int textPercent, boolean reducedMotion, boolean sounds) {
    public static final int SMALLEST_TEXT = 100;
    public static final int LARGEST_TEXT = 200;

    public Look {
        if (textPercent < SMALLEST_TEXT || textPercent > LARGEST_TEXT) {
            throw new IllegalArgumentException("text of " + textPercent + " %");
        }
    }

    public static Look standard() {
        return new Look(Theme.LIGHT, SMALLEST_TEXT, false, true);
    }

    public Look withTheme(Theme next) {
        return new Look(next, textPercent, reducedMotion, sounds);
    }

    public Look withTextPercent(int next) {
        return new Look(theme, next, reducedMotion, sounds);
    }

    public Look withReducedMotion(boolean next) {
        return new Look(theme, textPercent, next, sounds);
    }

    public Look withSounds(boolean next) {
        return new Look(theme, textPercent, reducedMotion, next);
    }

    /** The root size all other sizes follow: 14 px, 15 from 1600 px of width, times the operator's factor. */
    public int rootPixels(double windowWidth) {
        int base = windowWidth >= 1600 ? 15 : 14;
        return base * textPercent / 100;
    }
}
