package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.printer.Alignment;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.scanner.OwnCode;

/** The short form of the reminder D01 on the roll of the receipt printer, bilingual too. */
public final class ReminderSlips {
    private final Texts texts = Texts.of(ReminderSlips.class);
    private final Reminders reminders;

    public ReminderSlips(Words words) {
        this.reminders = new Reminders(words);
    }

    /** The slip of a reminder, cut included. */
    public ReceiptDocument slip(Letterhead head, ReminderData reminder) {
        return slip(head, reminder, 0);
    }

    /**
     * The slip of a reminder or of a copy of it.
     *
     * @param copy 0 for the original, else the number of the copy, which stands on it
     */
    public ReceiptDocument slip(Letterhead head, ReminderData reminder, int copy) {
        ReceiptDocument.Builder slip = ReceiptDocument.builder()
                .centered(head.authority(), TextStyle.BOLD)
                .feed(1);
        if (copy > 0) {
            slip.centered(texts.get("copy", copy), TextStyle.BOLD);
        }
        part(slip, reminder, "it");
        String language = Reminders.second(reminder);
        if (!language.equals("it")) {
            slip.doubleSeparator();
            part(slip, reminder, language);
        }
        return slip.feed(1)
                .barcode(OwnCode.BOOKING.encode(reminder.number()))
                .centered(texts.get("slip.footer", Reminders.TEMPLATE, head.badge()), TextStyle.PLAIN)
                .cut()
                .build();
    }

    private void part(ReceiptDocument.Builder slip, ReminderData reminder, String language) {
        Texts own = Reminders.in(language);
        slip.centered(own.get("title"), TextStyle.BOLD);
        if (reminder.provisional()) {
            slip.centered(own.get("provisional"), TextStyle.BOLD);
        }
        slip.text(Reminders.moment(reminder, language), TextStyle.BOLD, Alignment.LEFT);
        slip.text(reminder.site()).text(reminder.address());
        slip.text(own.get("room")).text(reminder.room());
        reminder.services().forEach(slip::text);
        slip.separator();
        slip.text(reminders.cost(reminder, own));
        slip.text(own.get("cancel.text", Reminders.day(reminder, language)));
        if (reminder.handOverDeferred()) {
            slip.text(own.get("deferred"));
        }
    }
}
