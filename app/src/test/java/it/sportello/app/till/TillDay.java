package it.sportello.app.till;

import it.sportello.api.Dues;
import it.sportello.api.Tills;
import it.sportello.app.frame.Background;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.Letterhead;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PrintDesk;
import it.sportello.devices.detector.CounterfeitDetector;
import it.sportello.devices.detector.NoteValidator;
import it.sportello.devices.terminal.PaymentTerminal;
import it.sportello.domain.operation.OperationType;
import it.sportello.domain.parameter.Parameters;
import it.sportello.domain.till.Count;
import it.sportello.domain.till.Denomination;
import it.sportello.offlinecache.desk.DeskStore;
import it.sportello.offlinecache.desk.DeskStoreOptions;
import it.sportello.offlinecache.journal.Author;
import it.sportello.offlinecache.journal.CrashPoint;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.sync.LineMonitor;
import it.sportello.offlinecache.sync.TillHistory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A desk with a till and its real journal, for the tests of the till. */
final class TillDay implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    final Path home;
    final Clock clock;
    final DeskStore store;
    final TillHistory history;
    final TillBook book;
    /** Never up unless a test says so. */
    final LineMonitor line;

    Function<String, Answer<Tills.LedgerSummary>> server = till -> {
        throw new IllegalStateException("the server is not asked off line");
    };
    boolean offline;
    Optional<String> operator = Optional.of("O1");
    String badge = "1042";
    Set<String> roles = Set.of("CASHIER");
    CrashPoint crash = CrashPoint.NONE;
    Parameters parameters = Parameters.shipped();

    TillDay(Path home, Instant now) {
        this.home = home;
        this.clock = Clock.fixed(now, ZoneId.of("Europe/Rome"));
        this.store = DeskStore.open(new DeskStoreOptions(
                home, clock, System::nanoTime, new SecureRandom(), what -> {}, step -> crash.passed(step)));
        this.line = new LineMonitor(store.clock(), Duration.ofDays(1), System::nanoTime);
        this.history = new TillHistory(store.journal(), till -> server.apply(till), line);
        this.book = new TillBook(store.journal(), new Desk(), history);
    }

    TillDay(Path home) {
        this(home, Instant.parse("2026-11-23T07:30:00Z"));
    }

    Journal journal() {
        return store.journal();
    }

    OpenTill openTill() {
        return new OpenTill(book, clock);
    }

    CollectDues collectDues() {
        return new CollectDues(book, new CollectionParameters(), clock);
    }

    CloseTill closeTill() {
        return new CloseTill(book, clock);
    }

    /** The card payments of this desk, their ends written on the calling thread. */
    CardDesk cards(Optional<PaymentTerminal> terminal, PrintDesk prints) {
        return CardDesk.of(book, clock, () -> terminal, prints, files(), Runnable::run);
    }

    /** The card in S21 at a desk without a terminal. */
    CardPanelModel noCard(PrintDesk prints, Background background, Texts texts) {
        return new CardPanelModel(cards(Optional.empty(), prints), background, Runnable::run, texts);
    }

    /** The notes of this desk, what becomes of them done on the calling thread. */
    NoteDesk notes(List<CounterfeitDetector> detectors, List<NoteValidator> validators) {
        return new NoteDesk(
                book, new CashPhase(), new NoteDesk.Devices(() -> detectors, () -> validators), clock, Runnable::run);
    }

    /** The notes in S21 at a desk that has nothing to judge them. */
    NotePanelModel noNotes(Texts texts) {
        return new NotePanelModel(notes(List.of(), List.of()), Runnable::run, texts, new Words());
    }

    ReceiptFiles files() {
        return new ReceiptFiles(
                store.journal(), book.desk(), new PdfSheets(clock), new Words(), home.resolve("stampe"));
    }

    void opened() {
        openTill().open(count(15_000), "Primo fondo");
    }

    static Count count(long cents) {
        Map<Denomination, Integer> pieces = new java.util.EnumMap<>(Denomination.class);
        long left = cents;
        for (Denomination denomination : Denomination.values()) {
            int number = (int) (left / denomination.cents());
            pieces.put(denomination, number);
            left -= (long) number * denomination.cents();
        }
        return new Count(pieces);
    }

    static Dues.DueView due(String id, String kind, String regime, long cents) {
        return new Dues.DueView(
                id,
                "P1",
                kind,
                regime,
                cents,
                "Visita",
                DAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "OPEN",
                1);
    }

    static CollectDues.Payment payment(long cash, Dues.DueView... dues) {
        return new CollectDues.Payment(
                "P1",
                "ROSSI MARIO",
                "RSSMRA80A01H501U",
                List.of(dues),
                it.sportello.domain.money.Money.ofCents(cash),
                false);
    }

    @Override
    public void close() {
        store.close();
    }

    /** Cash in the drawer as the operation tells it, in cents. */
    long drawerTold(OperationType type) {
        return journal().outbox().pending().stream()
                .filter(item -> item.type().equals(type.wireName()))
                .map(item -> journal().outbox().body(item.id()).orElseThrow())
                .findFirst()
                .orElseThrow()
                .link()
                .orElseThrow()
                .runningTotalCents();
    }

    private final class Desk implements DeskContext {
        @Override
        public Author author() {
            String who = operator.orElseThrow(() -> new IllegalStateException("nobody is signed in"));
            return new Author("D01", "I01", "A", who, "S1");
        }

        @Override
        public Set<String> roles() {
            return roles;
        }

        @Override
        public Optional<String> tillId() {
            return Optional.of("T01");
        }

        @Override
        public String siteId() {
            return "S1";
        }

        @Override
        public boolean offline() {
            return offline;
        }

        @Override
        public Parameters parameters() {
            return parameters;
        }

        @Override
        public Letterhead letterhead() {
            return new Letterhead("Azienda", "Sede", 1, badge);
        }
    }
}
