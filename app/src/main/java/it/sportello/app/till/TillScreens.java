package it.sportello.app.till;

import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.SuspectSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PrintDesk;
import it.sportello.domain.till.TillSession;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.sync.TillHistory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The group of the till: S20, S21, S22, S28. */
public final class TillScreens {
    private final Texts texts = Texts.of(TillScreens.class);
    private final TillBook book;
    private final Clock clock;
    private final Frame frame;
    private final FxDoor door;
    private final PrintDesk prints;
    private final OpenDues dues;
    private final ReceiptFiles files;
    private final DayFolder folder;
    private final TillNotices notices;
    private final CardDesk cards;
    private final NoteDesk notes;
    private final SuspectForms forms;
    private final ContainerBook container;
    private final OpenBaskets baskets = new OpenBaskets();
    private final CitizenFacts facts;

    /** What the group needs. */
    public record Needs(
            Journal journal,
            TillHistory history,
            DeskContext desk,
            DeskState state,
            Clock clock,
            Frame frame,
            FxDoor door,
            PrintDesk prints,
            OpenDues dues,
            ReceiptFiles files,
            CardDesk cards,
            NoteDesk notes) {}

    /**
     * The group.
     *
     * @param folders where the folders of the days lie
     */
    public TillScreens(Needs needs, Path folders) {
        this.book = new TillBook(needs.journal(), needs.desk(), needs.history());
        this.clock = needs.clock();
        this.frame = needs.frame();
        this.door = needs.door();
        this.prints = needs.prints();
        this.dues = needs.dues();
        this.files = needs.files();
        this.cards = needs.cards();
        this.notes = needs.notes();
        this.container = new ContainerBook(needs.journal(), notes.validators());
        this.forms = new SuspectForms(book, new SuspectSheets(frame.words()), new PdfSheets(clock), folders);
        this.folder = new DayFolder(book, new TillSheets(frame.words()), new PdfSheets(clock), folders);
        this.facts = new CitizenFacts(frame.words());
        this.notices = new TillNotices(needs.state(), texts, frame.words());
    }

    /** Makes the screens known. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.TILL_OPENING,
                (work, nothing) -> new TillOpeningView(
                        new TillOpeningViewModel(
                                new OpenTill(book, clock, container), frame.background(), texts, frame.words()),
                        frame,
                        notices,
                        this::tillOpened,
                        texts));
        navigator.register(
                ScreenKeys.CARD_PAYMENTS,
                (work, nothing) -> new CardPaymentsView(
                        new CardPaymentsViewModel(cards, frame.background(), door::later, texts, frame.words()),
                        frame,
                        texts));
        navigator.register(ScreenKeys.CASH_IN, (work, nothing) -> collection(work.citizen()));
        navigator.register(
                ScreenKeys.TILL_CLOSING,
                (work, nothing) -> new TillClosingView(
                        new TillClosingViewModel(
                                new CloseTill(book, clock, container),
                                folder,
                                baskets,
                                cards::totals,
                                frame.background(),
                                frame.refusals(),
                                texts,
                                frame.words()),
                        frame,
                        notices,
                        book.desk().tillId(),
                        texts));
    }

    private PrintPanel panel() {
        return new PrintPanel(prints, door, frame.refusals(), texts);
    }

    private CollectionView collection(CitizenContext citizen) {
        CollectionViewModel model = new CollectionViewModel(
                new CollectDues(book, new CollectionParameters(), clock),
                prints,
                files,
                new CardPanelModel(cards, frame.background(), door::later, texts),
                new NotePanelModel(notes, door::later, texts, frame.words()),
                frame.background(),
                texts,
                frame.words());
        citizen.citizen()
                .ifPresent(person -> frame.background()
                        .run(() -> new Loaded(dues.of(person.personId()), frozen()))
                        .onSuccess(loaded -> model.fill(
                                new CollectionViewModel.Payer(
                                        person.personId(),
                                        texts.get("payer.name", person.surname(), person.names()),
                                        person.code()),
                                loaded.dues(),
                                loaded.frozen(),
                                frame.refusals())));
        Runnable header = () -> citizen.citizen()
                .ifPresent(person -> citizen.serve(facts.withDues(person, model.listedCents(), model.leftCents())));
        return new CollectionView(model, baskets, panel(), frame, header, this::suspectForm, texts);
    }

    private void suspectForm(List<JudgedNote> judged) {
        frame.background()
                .run(() -> forms.make(judged))
                .onSuccess(file -> frame.messages().good(texts.get("notes.form.done", file)));
    }

    private record Loaded(OpenDues.Result dues, Set<String> frozen) {}

    /** The dues that hang on a payment by card whose end is not known. */
    private Set<String> frozen() {
        return cards.open().stream()
                .flatMap(attempt -> attempt.attempt().dueIds().stream())
                .collect(Collectors.toSet());
    }

    /** The terminal is looked at when the till opens, and what a closed till could not book is booked now (Q56). */
    private void tillOpened() {
        cards.resume();
        TerminalWords words = new TerminalWords(texts);
        frame.background().run(cards::look).onSuccess(status -> {
            String standing = words.standing(status);
            if (status.isPresent() && !standing.isEmpty()) {
                frame.messages().attention(standing);
            }
        });
    }

    /** Tells on any screen what happened to notes beyond its basket. */
    public void announceNotes() {
        notes.onNews(news -> door.later(() -> {
            switch (news) {
                case NoteNews.Outside(JudgedNote note)
                when note.kept() -> frame.messages().waiting(texts.get("notes.news.kept", amount(note)));
                case NoteNews.Outside(JudgedNote note) ->
                    frame.messages()
                            .attention(texts.get(
                                    "notes.news.outside." + note.verdict().name()));
                case NoteNews.Suspect suspect -> frame.messages().waiting(texts.get("notes.news.suspect"));
                case NoteNews.NotStored not -> frame.messages().danger(texts.get("notes.news.notStored"));
                case NoteNews.CountContainer count -> frame.messages().waiting(texts.get("notes.news.count"));
                case NoteNews.ContainerRemoved removed -> frame.messages().waiting(texts.get("notes.news.removed"));
                case NoteNews.ReportBroken broken -> frame.messages().attention(texts.get("notes.news.report"));
            }
        }));
    }

    private String amount(JudgedNote note) {
        return note.note().map(one -> frame.words().money(one.value())).orElse("");
    }

    /** Tells on any screen what became of a payment by card: its own screen may be gone. */
    public void announceCards() {
        TerminalWords words = new TerminalWords(texts);
        cards.onNews(news -> door.later(() -> {
            switch (news) {
                case CardNews.Collected collected ->
                    frame.messages()
                            .good(texts.get(
                                    "card.news.collected",
                                    String.join(", ", collected.collected().documents())));
                case CardNews.Refused refused ->
                    frame.messages()
                            .attention(texts.get("card.news.refused", words.refusal(refused.cause(), refused.words())));
                case CardNews.InDoubt doubt -> frame.messages().waiting(texts.get("card.news.doubt"));
                case CardNews.Progress progress -> {}
                case CardNews.Asked asked -> {}
            }
        }));
    }

    /** Writes the files that a crash left out between a commit and its file; the desk is open. */
    public void writeMissingFiles() {
        frame.background().does(() -> {
            folder.writeMissing();
            book.desk().tillId().ifPresent(files::keepMissing);
        });
    }

    /** The session in course, and who opened it when that is not who works here now. */
    private record Stand(Optional<TillSession> session, Optional<String> otherHolder) {}

    private Stand stand(String operatorId) {
        Optional<TillSession> open = book.open();
        return new Stand(open, open.flatMap(session -> book.otherHolder(session, operatorId)));
    }

    /**
     * Shows in the top bar how the till stands, after a start or a sign-in.
     *
     * @param whenClosed told when this desk has a till and it is closed
     */
    public void showTill(Runnable whenClosed) {
        String operatorId = book.desk().author().operatorId();
        frame.background().run(() -> stand(operatorId)).onSuccess(stand -> {
            if (stand.session().isPresent()) {
                notices.show(stand.session().get(), stand.otherHolder());
                notices.showOverdue(stand.session().get(), clock.instant());
            } else {
                notices.showClosed(book.desk().tillId());
                book.desk().tillId().ifPresent(till -> whenClosed.run());
            }
        });
    }
}
