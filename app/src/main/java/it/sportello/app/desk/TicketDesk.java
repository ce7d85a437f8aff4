package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Texts;
import it.sportello.app.print.TicketSlips;
import it.sportello.app.wiring.DeskSession;
import it.sportello.devices.printer.PrintJob;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrintProgress;
import it.sportello.devices.printer.ReceiptPrinter;
import it.sportello.domain.queue.QueueNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** New numbers given at the desk, as reception does: the server gives the number, the receipt printer the ticket. */
public final class TicketDesk {
    private static final int PRIORITY = 5;
    private static final int LONGEST_NOTE = 80;

    private final Frame frame;
    private final DeskQueue queue;
    private final QueueViewModel model;
    private final DeskSession session;
    private final Supplier<Optional<ReceiptPrinter>> printer;
    private final Executor door;
    private final TicketSlips slips;
    private final Texts texts = Texts.of(TicketDesk.class);
    private final QueueWords words;

    /** Gives numbers; the door brings the printer's answer back to the window's thread. */
    public TicketDesk(
            Frame frame,
            DeskQueue queue,
            QueueViewModel model,
            DeskSession session,
            Supplier<Optional<ReceiptPrinter>> printer,
            Executor door) {
        this.frame = frame;
        this.queue = queue;
        this.model = model;
        this.session = session;
        this.printer = printer;
        this.door = door;
        this.slips = new TicketSlips(frame.words());
        this.words = new QueueWords(frame, texts);
    }

    /** What one fills in. */
    public record Wish(String category, boolean priority, String appointment, String note) {}

    /** The services of the site; only the server knows them. */
    public List<Queues.Category> categories() {
        return model.lookProperty().get().stream()
                .flatMap(look -> look.site().stream())
                .flatMap(site -> site.categories().stream())
                .toList();
    }

    /** Opens the form over the screen. */
    public void open() {
        if (categories().isEmpty()) {
            frame.messages().attention(texts.get("queue.server.only"));
            return;
        }
        TicketForm form = new TicketForm(this, texts);
        form.closeWith(frame.dialogs().show(texts.get("ticket.form.title"), form.node(), form.first()));
    }

    /** What is wrong in the form, in words; empty when nothing is. */
    public Optional<String> problem(Wish wish) {
        if (!wish.appointment().isBlank() && appointment(wish).isEmpty()) {
            return Optional.of(texts.get("ticket.form.time.wrong", wish.appointment()));
        }
        return wish.note().strip().length() > LONGEST_NOTE
                ? Optional.of(texts.get("ticket.form.note.long", LONGEST_NOTE))
                : Optional.empty();
    }

    private Optional<Instant> appointment(Wish wish) {
        String text = wish.appointment().strip().replace(',', '.').replace(':', '.');
        if (!text.matches("[0-9]{1,2}\\.[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            String[] parts = text.split("\\.", -1);
            LocalTime time = LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            return Optional.of(frame.clock()
                    .instant()
                    .atZone(frame.clock().getZone())
                    .toLocalDate()
                    .atTime(time)
                    .atZone(frame.clock().getZone())
                    .toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Asks the server for the number, and prints its ticket. */
    public void issue(Wish wish) {
        Queues.Issue issue = new Queues.Issue(
                UUID.randomUUID(),
                wish.category(),
                wish.priority() ? PRIORITY : 0,
                appointment(wish),
                Optional.of(wish.note().strip()).filter(it -> !it.isEmpty()));
        frame.background().run(() -> queue.server().issue(issue)).onSuccess(answer -> {
            switch (answer) {
                case QueueAnswer.Done(Queues.Entry entry) -> issued(entry);
                case QueueAnswer.NobodyWaits none -> frame.messages().attention(texts.get("queue.server.only"));
                case QueueAnswer.Refused refused -> words.refuse(refused);
                case QueueAnswer.Silent silent -> frame.messages().attention(texts.get("queue.server.only"));
            }
            model.refresh();
        });
    }

    private void issued(Queues.Entry entry) {
        frame.messages().good(texts.get("ticket.issued", entry.number()));
        print(entry)
                .thenAcceptAsync(
                        printed -> {
                            if (!printed) {
                                frame.messages().attention(texts.get("ticket.not.printed", entry.number()));
                            }
                        },
                        door)
                .exceptionally(failure -> null);
    }

    private CompletableFuture<Boolean> print(Queues.Entry entry) {
        Optional<ReceiptPrinter> real = printer.get();
        if (real.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        TicketSlips.TicketData data = new TicketSlips.TicketData(
                entry.id(),
                entry.number(),
                name(entry.category()),
                entry.issuedAt(),
                before(entry),
                entry.appointmentAt());
        return real.get()
                .print(
                        new PrintJob(
                                entry.id(),
                                slips.slip(
                                        session.place().authorityName(),
                                        session.place().siteName(),
                                        data)),
                        PrintProgress.NONE)
                .thenApply(PrintOutcome.Printed.class::isInstance)
                .exceptionally(fault -> false);
    }

    private String name(String category) {
        return categories().stream()
                .filter(it -> it.code().equals(category))
                .map(Queues.Category::name)
                .findFirst()
                .orElse(category);
    }

    private int before(Queues.Entry entry) {
        QueueNumber number = QueueNumber.parse(entry.number());
        return (int) model.lookProperty().get().stream()
                .flatMap(look -> look.waiting().stream())
                .filter(it -> it.category().equals(entry.category()) && number != null)
                .filter(it -> !it.number().equals(entry.number()))
                .count();
    }
}
