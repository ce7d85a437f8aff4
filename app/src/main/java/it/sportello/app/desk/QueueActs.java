package it.sportello.app.desk;

import it.sportello.api.Queues;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.CitizenContext.Called;
import it.sportello.app.frame.Confirmation;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.Texts;
import it.sportello.devices.scanner.Scan;
import it.sportello.domain.queue.QueueNumber;
import it.sportello.offlinecache.remote.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The acts of S05 beyond the call, each a short question that is answered by typing. */
public final class QueueActs {
    private static final int LAST_POSITION = 999;

    private final Frame frame;
    private final DeskQueue queue;
    private final QueueViewModel model;
    private final String deskId;
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final Texts texts = Texts.of(QueueActs.class);
    private final QueueWords words;

    public QueueActs(Frame frame, DeskQueue queue, QueueViewModel model, String deskId) {
        this.frame = frame;
        this.queue = queue;
        this.model = model;
        this.deskId = deskId;
        this.words = new QueueWords(frame, texts);
        paused.bind(model.lookProperty().map(look -> stand(look).isPresent()));
    }

    /** Whether this desk pauses, as the server said last. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    private Optional<Queues.DeskStand> stand(Optional<DeskQueue.Look> look) {
        return look.flatMap(DeskQueue.Look::site).stream()
                .flatMap(site -> site.desks().stream())
                .filter(desk ->
                        desk.deskId().equals(deskId) && desk.pausedSince().isPresent())
                .findFirst();
    }

    /** The chosen ticket of the list: the first is simply called, another one out of its order and with a reason. */
    public void call(Queues.Entry ticket) {
        if (isNext(ticket) || ticket.id().isEmpty()) {
            model.call(ticket, "");
            return;
        }
        ask("call", List.of(texts.get("queue.act.call.line", ticket.number())), reason -> model.call(ticket, reason));
    }

    /**
     * The code of a ticket was read: it is said where it stands, and one that waits for this desk may be called.
     *
     * @return whether it is a ticket
     */
    public boolean scanned(Reading reading) {
        if (reading instanceof Reading.Code code && code.scan() instanceof Scan.QueueNumberScan ticket) {
            frame.background().run(queue::look).onSuccess(look -> read(ticket.number(), look));
            return true;
        }
        return false;
    }

    private void read(String content, DeskQueue.Look look) {
        model.show(look);
        List<Optional<Called>> open = frame.navigator().works().stream()
                .map(work -> work.citizen().calledProperty().get())
                .toList();
        List<String> mine = model.waiting().stream().map(Queues.Entry::number).toList();
        switch (TicketStand.of(content, look, open, mine)) {
            case TicketStand.Here(String number, int work) -> {
                frame.navigator().switchTo(work);
                frame.messages().information(texts.get("queue.read.here", number));
            }
            case TicketStand.Waiting(Queues.Entry ticket) -> offer(ticket);
            case TicketStand.WaitingElsewhere(Queues.Entry ticket) ->
                frame.messages()
                        .attention(ticket.reservedFor()
                                .map(desk -> texts.get("queue.read.reserved", ticket.number(), desk))
                                .orElseGet(() -> texts.get("queue.read.category", ticket.number(), ticket.category())));
            case TicketStand.Absent(String number) ->
                frame.messages().attention(texts.get("queue.read.absent", number));
            case TicketStand.AlreadyCalled(Queues.Entry ticket) ->
                frame.messages()
                        .attention(texts.get(
                                "queue.read.called",
                                ticket.number(),
                                ticket.deskNumber().orElse(0)));
            case TicketStand.Unknown unknown -> frame.messages().attention(texts.get("queue.read.unknown"));
            case TicketStand.NotAsked silent -> frame.messages().attention(texts.get("queue.read.silent"));
        }
    }

    /** A reading alone calls nobody: the next one is confirmed, another one has its reason asked. */
    private void offer(Queues.Entry ticket) {
        if (!isNext(ticket)) {
            call(ticket);
            return;
        }
        Confirmation question = new Confirmation(
                Tone.INFORMATION,
                texts.get("queue.read.call.title", ticket.number()),
                "",
                List.of(texts.get("queue.read.call.line")),
                texts.get("queue.act.call.verb"),
                texts.get("queue.byhand.cancel"));
        frame.dialogs().confirm(question, () -> model.call(ticket, ""));
    }

    private boolean isNext(Queues.Entry ticket) {
        return model.waiting().stream().findFirst().filter(ticket::equals).isPresent();
    }

    /** The number of this work back into its queue, at a position. */
    public void requeue() {
        ask("requeue", List.of(texts.get("queue.act.requeue.line", number())), typed -> {
            Optional<Integer> position = position(typed);
            if (position.isEmpty()) {
                frame.messages().attention(texts.get("queue.act.requeue.wrong", typed));
                return;
            }
            model.step(
                    new QueueStep.Requeue(position.get()),
                    after -> model.leave(texts.get("queue.act.requeue.done", after.number(), position.get())));
        });
    }

    private static Optional<Integer> position(String typed) {
        String text = typed.strip();
        int position = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        return Optional.of(position).filter(it -> it >= 1 && it <= LAST_POSITION);
    }

    /** The number of this work to another service, by its letter, or to a desk, by its number. */
    public void transfer() {
        List<String> lines = new ArrayList<>(List.of(texts.get("queue.act.transfer.line", number())));
        site().ifPresent(site -> {
            site.categories().forEach(it -> lines.add(texts.get("queue.act.transfer.category", it.code(), it.name())));
            site.desks().stream()
                    .filter(it -> !it.deskId().equals(deskId))
                    .forEach(it -> lines.add(texts.get(
                            it.pausedSince().isPresent() ? "queue.act.transfer.desk.paused" : "queue.act.transfer.desk",
                            it.number(),
                            String.join(", ", it.categories()),
                            languages(it))));
        });
        ask("transfer", lines, this::transferTo);
    }

    private String languages(Queues.DeskStand desk) {
        return String.join(
                ", ",
                desk.languages().stream()
                        .map(it -> Locale.of(it).getDisplayLanguage(Locale.ITALIAN))
                        .toList());
    }

    private void transferTo(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        Optional<String> desk = site().stream()
                .flatMap(site -> site.desks().stream())
                .filter(it ->
                        String.valueOf(it.number()).equals(text) && !it.deskId().equals(deskId))
                .map(Queues.DeskStand::deskId)
                .findFirst();
        if (desk.isEmpty() && !text.matches("[A-Z]")) {
            frame.messages().attention(texts.get("queue.act.transfer.wrong", typed));
            return;
        }
        QueueStep step = new QueueStep.Transfer(desk.isPresent() ? Optional.empty() : Optional.of(text), desk);
        model.step(step, after -> model.leave(texts.get("queue.act.transfer.done", after.number(), text)));
    }

    /** Another ticket of the same person goes into the one of this work. */
    public void merge() {
        ask("merge", List.of(texts.get("queue.act.merge.line", number())), typed -> {
            Optional<Queues.Entry> other = find(
                    typed,
                    model.lookProperty().get().stream()
                            .flatMap(look -> look.waiting().stream())
                            .toList());
            if (other.isEmpty()) {
                frame.messages().attention(texts.get("queue.act.unknown", typed));
                return;
            }
            model.step(
                    new QueueStep.Merge(other.get().id()),
                    after -> frame.messages()
                            .good(texts.get("queue.act.merge.done", other.get().number(), after.number())));
        });
    }

    /** Somebody marked absent came back: the number is called, or waits in its place again. */
    public void restore() {
        List<Queues.Entry> absent = site().map(Queues.QueueState::absent).orElse(List.of());
        if (absent.isEmpty()) {
            frame.messages().information(texts.get("queue.act.restore.none"));
            return;
        }
        String numbers =
                String.join(", ", absent.stream().map(Queues.Entry::number).toList());
        ask("restore", List.of(texts.get("queue.act.restore.line", numbers)), typed -> {
            Optional<Queues.Entry> ticket = find(typed, absent);
            if (ticket.isEmpty()) {
                frame.messages().attention(texts.get("queue.act.unknown", typed));
                return;
            }
            frame.background()
                    .run(() -> queue.step(ticket.get(), new QueueStep.Requeue(1)))
                    .onSuccess(answer -> {
                        tell(
                                answer,
                                texts.get("queue.act.restore.done", ticket.get().number()));
                        model.refresh();
                    });
        });
    }

    /** This desk pauses with a reason, or resumes at once. */
    public void pause() {
        if (paused.get()) {
            pause(false, Optional.empty());
        } else {
            ask("pause", List.of(texts.get("queue.act.pause.line")), reason -> pause(true, Optional.of(reason)));
        }
    }

    private void pause(boolean pausing, Optional<String> reason) {
        frame.background().run(() -> queue.server().pause(pausing, reason)).onSuccess(answer -> {
            switch (answer) {
                case Answer.Done<Queues.DeskStand> done ->
                    frame.messages().good(texts.get(pausing ? "queue.act.pause.done" : "queue.act.resume.done"));
                case Answer.Refused<Queues.DeskStand>(it.sportello.api.Problem problem) ->
                    words.refuse(new QueueAnswer.Refused(
                            problem.code(),
                            problem.violations().stream().map(it -> it.code()).toList()));
                case Answer.NotConfirmed<Queues.DeskStand> silent ->
                    frame.messages().attention(texts.get("queue.server.only"));
            }
            model.refresh();
        });
    }

    private void tell(QueueAnswer answer, String done) {
        switch (answer) {
            case QueueAnswer.Done ticket -> frame.messages().good(done);
            case QueueAnswer.NobodyWaits gone -> frame.messages().attention(texts.get("queue.gone"));
            case QueueAnswer.Refused refused -> words.refuse(refused);
            case QueueAnswer.Silent silent -> frame.messages().attention(texts.get("queue.server.only"));
        }
    }

    private static Optional<Queues.Entry> find(String typed, List<Queues.Entry> among) {
        QueueNumber number = QueueNumber.parse(typed);
        return number == null
                ? Optional.empty()
                : among.stream()
                        .filter(it -> it.number().equals(number.printed()))
                        .findFirst();
    }

    private Optional<Queues.QueueState> site() {
        return model.lookProperty().get().flatMap(DeskQueue.Look::site);
    }

    private String number() {
        return model.ticket().map(Queues.Entry::number).orElse("");
    }

    private void ask(String act, List<String> lines, Consumer<String> answered) {
        String prefix = "queue.act." + act + ".";
        Confirmation question = new Confirmation(
                Tone.INFORMATION,
                texts.get(prefix + "title"),
                "",
                lines,
                texts.get(prefix + "verb"),
                texts.get("queue.byhand.cancel"));
        frame.dialogs().ask(question, texts.get(prefix + "field"), answered);
    }
}
