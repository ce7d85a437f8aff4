package it.sportello.devices.twin.display;

import java.util.Arrays;
import java.util.List;

/**
 * A customer display of the DM-D kind: two lines of twenty characters and a cursor. In the mode it wakes up in, text runs
 * on from the end of the upper line into the lower one, and from there to the beginning. It may share its line with a
 * printer, and then it listens only while it is the one that is chosen.
 */
final class DmdScreen implements DisplayScreen {

    private static final int COLUMNS = 20;
    private static final int ROWS = 2;
    private static final byte[] NOTHING = {};

    private final char[] cells = new char[COLUMNS * ROWS];
    private final StringBuilder command = new StringBuilder();
    private int cursor;
    private int customLeft;
    private boolean chosen;

    DmdScreen() {
        reset();
    }

    @Override
    public void reset() {
        command.setLength(0);
        customLeft = 0;
        chosen = true;
        clear();
    }

    private void clear() {
        Arrays.fill(cells, ' ');
        cursor = 0;
    }

    @Override
    public byte[] accept(int b) {
        if (customLeft > 0) {
            customLeft--;
        } else if (!command.isEmpty()) {
            command.append((char) b);
            if (command.length() == length()) {
                String whole = command.toString();
                command.setLength(0);
                obey(whole);
            }
        } else if (b == 0x1B || b == 0x1F) {
            command.append((char) b);
        } else if (chosen) {
            single(b);
        }
        return NOTHING;
    }

    /** How long the command at hand is, as far as its beginning tells. */
    private int length() {
        if (command.length() < 2) {
            return 2;
        }
        char kind = command.charAt(1);
        if (command.charAt(0) == 0x1F) {
            return switch (kind) {
                case '$' -> 4;
                case 'C', 'X', 'E' -> 3;
                default -> 2;
            };
        }
        return switch (kind) {
            case '=', 't', 'R', '%' -> 3;
            case '&' -> 5;
            default -> 2;
        };
    }

    private void obey(String whole) {
        char kind = whole.charAt(1);
        if (whole.startsWith("\u001B=")) {
            chosen = (whole.charAt(2) & 2) != 0;
        } else if (!chosen) {
            return;
        } else if (whole.startsWith("\u001B@")) {
            clear();
        } else if (whole.startsWith("\u001B&")) {
            // Each character of one's own is a width and five columns.
            customLeft = 6 * Math.max(0, whole.charAt(4) - whole.charAt(3) + 1);
        } else if (whole.charAt(0) == 0x1F && kind == '$') {
            move(whole.charAt(2), whole.charAt(3));
        }
    }

    /** A place that is not there is no command. */
    private void move(int column, int row) {
        if (column >= 1 && column <= COLUMNS && row >= 1 && row <= ROWS) {
            cursor = (row - 1) * COLUMNS + column - 1;
        }
    }

    private void single(int b) {
        switch (b) {
            case 0x0C -> clear();
            case 0x0B -> cursor = 0;
            case 0x0D -> cursor -= cursor % COLUMNS;
            case 0x0A -> cursor = (cursor + COLUMNS) % cells.length;
            case 0x08 -> cursor = Math.max(0, cursor - 1);
            case 0x18 -> {
                int start = cursor - cursor % COLUMNS;
                Arrays.fill(cells, start, start + COLUMNS, ' ');
                cursor = start;
            }
            default -> {
                if (b >= 0x20) {
                    cells[cursor] = (char) b;
                    cursor = (cursor + 1) % cells.length;
                }
            }
        }
    }

    @Override
    public List<String> lines() {
        String all = new String(cells);
        return List.of(
                all.substring(0, COLUMNS).stripTrailing(),
                all.substring(COLUMNS).stripTrailing());
    }
}
