package it.sportello.quality.day.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The receipts that really came out of the printer, read off the paper and not off the program. */
public final class PaperFacts {
    private static final Pattern NUMBER = Pattern.compile("\\b([A-Z]{2,3}-T\\d\\d[A-Z]+/\\d{4}/\\d{6})\\b");
    private static final Pattern END = Pattern.compile("Modello D0[34]/");
    private static final String COPY = "DUPLICATO";

    /** One whole receipt on paper. */
    public record Receipt(String number, boolean copy) {}

    private PaperFacts() {}

    /** The whole receipts on all pieces of paper: one that breaks off before its last line does not count. */
    public static List<Receipt> receipts(List<String> papers) {
        List<Receipt> whole = new ArrayList<>();
        for (String paper : papers) {
            String open = "";
            boolean copy = false;
            for (String line : paper.split("\n", -1)) {
                Matcher number = NUMBER.matcher(line);
                if (!line.contains("SP1R") && number.find()) {
                    open = number.group(1);
                    copy = false;
                }
                copy |= line.contains(COPY);
                if (END.matcher(line).find() && !open.isEmpty()) {
                    whole.add(new Receipt(open, copy));
                    open = "";
                }
            }
        }
        return whole;
    }
}
