package it.sportello.devices.twin.display;

import java.util.List;
import java.util.Locale;

/**
 * A display without a published protocol, of the sort one meets: 02, a letter, four characters of number and two of desk,
 * 03, and a check byte over everything after the 02 up to and with the 03. {@code C} calls, {@code R} calls once more,
 * {@code X} clears, {@code K} asks whether it is there; the last two come without number. It says 06, or 15 to what it does
 * not understand.
 */
final class FramedScreen implements DisplayScreen {

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int LONGEST = 32;
    private static final byte[] NOTHING = {};
    private static final byte[] YES = {0x06};
    private static final byte[] NO = {0x15};

    private final StringBuilder frame = new StringBuilder();
    private boolean inFrame;
    private boolean checkNext;
    private String number = "";
    private String desk = "";

    @Override
    public void reset() {
        frame.setLength(0);
        inFrame = false;
        checkNext = false;
        number = "";
        desk = "";
    }

    @Override
    public byte[] accept(int b) {
        if (checkNext) {
            checkNext = false;
            int folded = 0;
            for (char c : frame.toString().toCharArray()) {
                folded ^= c;
            }
            return folded == b && obey(frame.substring(0, frame.length() - 1)) ? YES : NO;
        }
        if (b == STX) {
            inFrame = true;
            frame.setLength(0);
        } else if (inFrame && frame.length() < LONGEST) {
            frame.append((char) b);
            if (b == ETX) {
                inFrame = false;
                checkNext = true;
            }
        }
        return NOTHING;
    }

    private boolean obey(String text) {
        if (text.matches("[CR][ -~]{6}")) {
            number = text.substring(1, 5).strip();
            desk = text.substring(5).strip();
            return true;
        }
        if (text.equals("X")) {
            number = "";
            desk = "";
            return true;
        }
        return text.equals("K");
    }

    @Override
    public List<String> lines() {
        return List.of(number, desk.isEmpty() ? "" : String.format(Locale.ROOT, "> %s", desk));
    }
}
