package it.sportello.devices.twin.printer;

/** Which arms the line-drawing characters have. */
final class BoxDrawing {

    static final int LEFT = 1;
    static final int RIGHT = 2;
    static final int UP = 4;
    static final int DOWN = 8;

    private BoxDrawing() {}

    /** 0 for any other character. */
    static int arms(int character) {
        return switch (character) {
            case '\u2500' -> LEFT | RIGHT;
            case '\u2502' -> UP | DOWN;
            case '\u250C', '\u256D' -> RIGHT | DOWN;
            case '\u2510', '\u256E' -> LEFT | DOWN;
            case '\u2514', '\u2570' -> RIGHT | UP;
            case '\u2518', '\u256F' -> LEFT | UP;
            case '\u251C' -> UP | DOWN | RIGHT;
            case '\u2524' -> UP | DOWN | LEFT;
            case '\u252C' -> LEFT | RIGHT | DOWN;
            case '\u2534' -> LEFT | RIGHT | UP;
            case '\u253C' -> LEFT | RIGHT | UP | DOWN;
            default -> 0;
        };
    }
}
