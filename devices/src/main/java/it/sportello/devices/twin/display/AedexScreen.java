package it.sportello.devices.twin.display;

import java.util.List;
import java.util.Locale;

/**
 * A two-line display in AEDEX mode: attention code, digit, text, 0D. What does not begin with the attention code is not for
 * it. The attention code itself can be changed, and is the factory's again after the power was off.
 */
final class AedexScreen implements DisplayScreen {

    private static final int COLUMNS = 20;
    private static final int LONGEST = 48;
    private static final byte[] NOTHING = {};

    private final StringBuilder command = new StringBuilder();
    private String attention = "";
    private String upper = "";
    private String lower = "";

    AedexScreen() {
        reset();
    }

    @Override
    public void reset() {
        command.setLength(0);
        attention = "!#";
        upper = "";
        lower = "";
    }

    @Override
    public byte[] accept(int b) {
        if (b == 0x0D) {
            String whole = command.toString();
            command.setLength(0);
            if (whole.startsWith(attention) && whole.length() > 2) {
                obey(whole.charAt(2), whole.substring(3));
            }
        } else if (command.length() < LONGEST && (!command.isEmpty() || b == attention.charAt(0))) {
            command.append((char) b);
            if (command.length() == 2 && command.charAt(1) != attention.charAt(1)) {
                boolean again = command.charAt(1) == attention.charAt(0);
                command.setLength(0);
                if (again) {
                    command.append(attention.charAt(0));
                }
            }
        }
        return NOTHING;
    }

    private void obey(char digit, String rest) {
        switch (digit) {
            case '1' -> upper = line(rest);
            case '2' -> lower = line(rest);
            case '8' -> attention = rest.length() == 2 ? rest : attention;
            case '9' -> {
                String both = String.format(Locale.ROOT, "%-40s", rest);
                upper = line(both.substring(0, COLUMNS));
                lower = line(both.substring(COLUMNS));
            }
            default -> {
                // Scrolling, clocks and tones: nothing that stays to be read.
            }
        }
    }

    private static String line(String text) {
        String seen = text.length() > COLUMNS ? text.substring(0, COLUMNS) : text;
        return seen.stripTrailing();
    }

    @Override
    public List<String> lines() {
        return List.of(upper, lower);
    }
}
