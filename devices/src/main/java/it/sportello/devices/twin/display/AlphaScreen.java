package it.sportello.devices.twin.display;

import java.util.ArrayList;
import java.util.List;

/** An LED sign of the Alpha family: frames from 01 to 04, the priority file hides what else it knows. */
final class AlphaScreen implements DisplayScreen {

    private static final int SOH = 0x01;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int EOT = 0x04;
    private static final int BASE_STATUS = 0x40;
    private static final int CHECKSUM_ERROR = 0x10;
    private static final int ILLEGAL = 0x20;
    private static final int LONGEST = 4096;
    private static final byte[] NOTHING = {};

    private final StringBuilder frame = new StringBuilder();
    private String priority = "";
    private String normal = "";
    private boolean inFrame;
    private boolean acknowledges;

    @Override
    public void reset() {
        frame.setLength(0);
        inFrame = false;
        acknowledges = false;
        priority = "";
    }

    @Override
    public byte[] accept(int b) {
        int seven = b & 0x7F;
        if (seven == SOH) {
            inFrame = true;
            frame.setLength(0);
        } else if (inFrame && seven == EOT) {
            inFrame = false;
            return answer(obey(frame.toString()));
        } else if (inFrame && frame.length() < LONGEST) {
            frame.append((char) seven);
        }
        return NOTHING;
    }

    private byte[] answer(int errors) {
        if (!acknowledges) {
            return NOTHING;
        }
        return new byte[] {(byte) (errors == 0 ? 0x06 : 0x15), (byte) (BASE_STATUS | errors)};
    }

    /** Obeys a frame and gives the error bits of the status, 0 when all is well. */
    private int obey(String text) {
        if (text.length() < 4 || "Z!12^".indexOf(text.charAt(0)) < 0 || text.charAt(3) != STX) {
            return ILLEGAL;
        }
        int errors = 0;
        for (String part : text.substring(4).split(String.valueOf((char) STX), -1)) {
            errors |= packet(part);
        }
        return errors;
    }

    private int packet(String part) {
        int end = part.indexOf(ETX);
        String command = end < 0 ? part : part.substring(0, end);
        if (end >= 0 && !sumFits(command, part.substring(end + 1))) {
            return CHECKSUM_ERROR;
        }
        if (command.length() >= 2 && command.charAt(0) == 'A') {
            write(command.charAt(1), command.substring(2));
            return 0;
        }
        if (command.startsWith("Es")) {
            acknowledges = command.endsWith("1");
            return 0;
        }
        return ILLEGAL;
    }

    private static boolean sumFits(String command, String given) {
        int sum = STX + ETX + command.chars().sum();
        try {
            return given.length() == 4 && Integer.parseInt(given, 16) == (sum & 0xFFFF);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void write(char label, String data) {
        String text = data.startsWith("\u001B") && data.length() >= 3 ? data.substring(3) : data;
        if (label == '0') {
            priority = text.length() <= 125 ? text : priority;
        } else {
            normal = text;
        }
    }

    @Override
    public List<String> lines() {
        String shown = priority.isEmpty() ? normal : priority;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '\r') {
                lines.add(line.toString());
                line.setLength(0);
            } else if (c == 0x1C || c == 0x1A || c == 0x07 || c == 0x10) {
                i++;
            } else if (c >= 0x20) {
                line.append(c);
            }
        }
        lines.add(line.toString().stripTrailing());
        return List.copyOf(lines);
    }
}
