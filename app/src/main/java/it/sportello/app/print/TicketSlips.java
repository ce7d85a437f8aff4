package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.scanner.OwnCode;
import java.time.Instant;
import java.util.Optional;

/** The ticket of the queue on the roll of the receipt printer: number, service, time, people before; nobody's name. */
public final class TicketSlips {
    /** {@code 1D 21 77}: eight times as wide and as high. */
    private static final TextStyle HUGE = new TextStyle(true, false, false, 8, 8);

    private final Texts texts = Texts.of(TicketSlips.class);
    private final Words words;

    public TicketSlips(Words words) {
        this.words = words;
    }

    /**
     * What a ticket says.
     *
     * @param id of the ticket, for the code that a desk's reader reads
     * @param number as called, such as {@code A042}
     * @param before how many wait before it
     * @param appointmentAt time of a booked counter appointment
     */
    public record TicketData(
            String id, String number, String service, Instant issuedAt, int before, Optional<Instant> appointmentAt) {}

    /** The slip of a ticket, cut included. */
    public ReceiptDocument slip(String authority, String site, TicketData ticket) {
        ReceiptDocument.Builder slip = ReceiptDocument.builder()
                .centered(authority, TextStyle.BOLD)
                .centered(site, TextStyle.PLAIN)
                .feed(1)
                .centered(texts.get("ticket.title"), TextStyle.PLAIN)
                .centered(ticket.number(), HUGE)
                .centered(ticket.service(), TextStyle.TALL)
                .feed(1);
        ticket.appointmentAt()
                .ifPresent(at -> slip.centered(texts.get("ticket.booked", words.time(at)), TextStyle.BOLD));
        return slip.centered(
                        texts.get("ticket.moment", words.date(ticket.issuedAt()), words.time(ticket.issuedAt())),
                        TextStyle.PLAIN)
                .centered(texts.get("ticket.before", ticket.before()), TextStyle.PLAIN)
                .feed(1)
                .qrCode(OwnCode.QUEUE_NUMBER.encode(ticket.id()))
                .centered(texts.get("ticket.wait"), TextStyle.PLAIN)
                .cut()
                .build();
    }
}
