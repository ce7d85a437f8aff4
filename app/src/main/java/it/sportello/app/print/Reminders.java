package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.scanner.OwnCode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reminder D01: Italian first, then the citizen's language. Translations are fixed, reviewed templates; addresses and
 * the preparation are never translated (usability norms §4.6).
 */
public final class Reminders {
    /** Languages of the prints; any other falls back to Italian alone. */
    public static final Set<String> LANGUAGES = Set.of("it", "en", "fr", "es", "zh", "ro", "ru");

    static final String TEMPLATE = "D01/1";

    private final Texts texts = Texts.of(Reminders.class);
    private final Words words;

    public Reminders(Words words) {
        this.words = words;
    }

    /** A4, bilingual. */
    public Sheet sheet(Letterhead head, ReminderData reminder) {
        List<Block> blocks = new ArrayList<>(body(reminder, "it"));
        blocks.add(new Block.Barcode(OwnCode.BOOKING.encode(reminder.number())));
        String language = second(reminder);
        if (!language.equals("it")) {
            blocks.add(new Block.Heading(in(language).get("title")));
            blocks.addAll(body(reminder, language));
        }
        return new Sheet(
                in("it").get("title"),
                "it-IT",
                head.authority(),
                texts.get("origin", head.site(), head.desk()),
                texts.get("slip.footer", TEMPLATE, head.badge()),
                "",
                blocks);
    }

    /** Every key of the Italian template that a language lacks, for the test of completeness. */
    static Set<String> missing(String language) {
        Set<String> keys = new TreeSet<>(in("it").bundle().keySet());
        keys.removeAll(in(language).bundle().keySet());
        return keys;
    }

    private List<Block> body(ReminderData reminder, String language) {
        Texts own = in(language);
        List<Block> blocks = new ArrayList<>();
        if (reminder.provisional()) {
            blocks.add(new Block.Heading(own.get("provisional")));
        }
        blocks.add(new Block.Prominent(own.get("when"), moment(reminder, language)));
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(new Block.Pair(own.get("person"), reminder.person()));
        pairs.add(new Block.Pair(own.get("where"), reminder.site() + "\n" + reminder.address()));
        pairs.add(new Block.Pair(own.get("room"), reminder.room()));
        pairs.add(new Block.Pair(own.get("services"), String.join("\n", reminder.services())));
        reminder.preparation().ifPresent(text -> pairs.add(new Block.Pair(own.get("preparation"), text)));
        pairs.add(new Block.Pair(own.get("bring"), own.get("bring.text")));
        pairs.add(new Block.Pair(own.get("cost"), cost(reminder, own)));
        pairs.add(new Block.Pair(own.get("cancel"), own.get("cancel.text", day(reminder, language))));
        pairs.add(new Block.Pair(own.get("number"), reminder.number()));
        blocks.add(new Block.Pairs(pairs));
        blocks.add(new Block.Paragraph(own.get("arrive")));
        if (reminder.handOverDeferred()) {
            blocks.add(new Block.Paragraph(own.get("deferred")));
        }
        return blocks;
    }

    String cost(ReminderData reminder, Texts own) {
        return reminder.exemption()
                .filter(code -> reminder.cost().isZero())
                .map(code -> own.get("cost.exempt", code))
                .orElseGet(() -> words.money(reminder.cost()) + "\n" + own.get("cost.pay"));
    }

    static String moment(ReminderData reminder, String language) {
        return DateTimeFormatter.ofPattern(in(language).get("date.pattern"), Locale.forLanguageTag(language))
                .format(reminder.startsAt());
    }

    static String day(ReminderData reminder, String language) {
        return DateTimeFormatter.ofPattern(in(language).get("day.pattern"), Locale.forLanguageTag(language))
                .format(reminder.cancelBy());
    }

    static String second(ReminderData reminder) {
        return LANGUAGES.contains(reminder.language()) ? reminder.language() : "it";
    }

    static Texts in(String language) {
        return Texts.of(Reminders.class, "reminder_" + language + ".properties");
    }
}
