package it.sportello.devices.printer;

/**
 * How text looks on the roll.
 *
 * @param width 1 to 8 times the normal width
 * @param height 1 to 8 times the normal height
 */
public record TextStyle(boolean bold, boolean underline, boolean reverse, int width, int height) {

    public static final TextStyle PLAIN = new TextStyle(false, false, false, 1, 1);
    public static final TextStyle BOLD = new TextStyle(true, false, false, 1, 1);
    public static final TextStyle TALL = new TextStyle(true, false, false, 1, 2);
    public static final TextStyle LARGE = new TextStyle(true, false, false, 2, 2);

    public TextStyle {
        if (width < 1 || width > 8 || height < 1 || height > 8) {
            throw new IllegalArgumentException("a size is 1 to 8");
        }
    }

    public TextStyle underlined() {
        return new TextStyle(bold, true, reverse, width, height);
    }

    public TextStyle reversed() {
        return new TextStyle(bold, underline, true, width, height);
    }
}
