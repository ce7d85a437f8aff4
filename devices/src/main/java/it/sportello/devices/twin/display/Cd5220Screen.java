package it.sportello.devices.twin.display;

import java.util.Arrays;
import java.util.List;

/** Two lines of twenty characters, CD5220 commands, as the manuals of several makers give them. */
final class Cd5220Screen implements DisplayScreen {

    private static final int COLUMNS = 20;
    private static final int LONGEST_COMMAND = 64;
    private static final byte[] NOTHING = {};

    private final char[][] screen = new char[2][COLUMNS];
    private final StringBuilder command = new StringBuilder();
    private boolean wholeLines;
    private int row;
    private int column;

    Cd5220Screen() {
        reset();
    }

    @Override
    public void reset() {
        clear();
        command.setLength(0);
    }

    private void clear() {
        for (char[] line : screen) {
            Arrays.fill(line, ' ');
        }
        wholeLines = false;
        row = 0;
        column = 0;
    }

    @Override
    public byte[] accept(int b) {
        if (!command.isEmpty()) {
            command.append((char) b);
            continueCommand(b);
        } else if (b == 0x1B) {
            command.append((char) b);
        } else if (b == 0x0C) {
            clear();
        } else if (b == 0x18) {
            Arrays.fill(screen[row], ' ');
            column = 0;
            wholeLines = false;
        } else if (b >= 0x20 && !wholeLines) {
            put((char) b);
        }
        return NOTHING;
    }

    private void continueCommand(int b) {
        char kind = command.charAt(1);
        boolean done = switch (kind) {
            case 'Q' -> (command.length() > 3 && b == 0x0D) || command.length() >= LONGEST_COMMAND;
            case 'l' -> command.length() == 4;
            case '_', '*' -> command.length() == 3;
            default -> true;
        };
        if (done) {
            obey(kind, command.substring(2));
            command.setLength(0);
        }
    }

    private void obey(char kind, String rest) {
        switch (kind) {
            case '@' -> clear();
            case 'Q' -> wholeLine(rest);
            case 'l' -> {
                column = Math.clamp(rest.charAt(0) - 1, 0, COLUMNS - 1);
                row = Math.clamp(rest.charAt(1) - 1, 0, 1);
            }
            default -> {
                // Cursor, brightness, scrolling modes: nothing that changes the text.
            }
        }
    }

    private void wholeLine(String rest) {
        if (!rest.endsWith("\r")) {
            return;
        }
        int target = rest.charAt(0) == 'B' ? 1 : 0;
        String text = rest.substring(1, rest.length() - 1);
        for (int i = 0; i < COLUMNS; i++) {
            screen[target][i] = i < text.length() ? text.charAt(i) : ' ';
        }
        wholeLines = true;
    }

    private void put(char c) {
        screen[row][column] = c;
        column++;
        if (column == COLUMNS) {
            column = 0;
            row = 1 - row;
        }
    }

    @Override
    public List<String> lines() {
        return List.of(new String(screen[0]).stripTrailing(), new String(screen[1]).stripTrailing());
    }
}
