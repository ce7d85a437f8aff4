package it.sportello.app.till;

import it.sportello.app.frame.Texts;
import it.sportello.app.print.Letterhead;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.TillSheets;
import it.sportello.domain.ledger.EntryKind;
import it.sportello.domain.money.Money;
import it.sportello.domain.money.TenderKind;
import it.sportello.offlinecache.journal.PostedEntry;
import it.sportello.offlinecache.journal.StoredTillSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The sheets of a till's day as PDF/A files: opening check, closing check, cash journal. They name documents and
 * amounts, never a person, so that they may lie in a folder in clear. May wait for the disk.
 */
public final class DayFolder {
    private static final String OPENING = "verifica-apertura.pdf";
    private static final String CLOSING = "verifica-chiusura.pdf";
    private static final String JOURNAL = "giornale-di-cassa.pdf";

    private final TillBook book;
    private final TillSheets sheets;
    private final PdfSheets pdf;
    private final Path folder;
    private final Texts texts = Texts.of(DayFolder.class);

    /**
     * The folders of a till.
     *
     * @param folder where the folders of the days lie
     */
    public DayFolder(TillBook book, TillSheets sheets, PdfSheets pdf, Path folder) {
        this.book = book;
        this.sheets = sheets;
        this.pdf = pdf;
        this.folder = folder;
    }

    /** Writes the sheets of a closed session; writing again replaces them with the same content. */
    public synchronized List<Path> write(UUID sessionId) {
        List<StoredTillSession> sessions = sessions();
        for (int place = 0; place < sessions.size(); place++) {
            if (sessions.get(place).id().equals(sessionId)) {
                return write(sessions, place, book.desk().letterhead());
            }
        }
        throw new IllegalStateException("no such session of this till");
    }

    /**
     * Writes the sheets of every closed session that lacks one of them, as after a crash between a closing and its files
     * (R-TIL-17).
     *
     * @return what was written; empty when nothing lacked
     */
    public synchronized List<Path> writeMissing() {
        Letterhead now = book.desk().letterhead();
        List<StoredTillSession> sessions = sessions();
        List<Path> written = new ArrayList<>();
        for (int place = 0; place < sessions.size(); place++) {
            if (!sessions.get(place).open() && lacksSheets(sessions, place)) {
                written.addAll(write(sessions, place, now));
            }
        }
        return written;
    }

    private List<StoredTillSession> sessions() {
        return book.desk().tillId().map(book.journal()::tillSessions).orElse(List.of());
    }

    private boolean lacksSheets(List<StoredTillSession> sessions, int place) {
        Path folder = folderOf(sessions, place);
        String id = sessions.get(place).id().toString();
        return book.journal()
                        .document(StoredClosing.key(id), StoredClosing.class)
                        .isPresent()
                && (Files.notExists(folder.resolve(CLOSING))
                        || Files.notExists(folder.resolve(JOURNAL))
                        || (Files.notExists(folder.resolve(OPENING))
                                && book.journal()
                                        .document(StoredOpening.key(id), StoredOpening.class)
                                        .isPresent()));
    }

    private List<Path> write(List<StoredTillSession> sessions, int place, Letterhead now) {
        UUID id = sessions.get(place).id();
        StoredClosing closing = book.journal()
                .document(StoredClosing.key(id.toString()), StoredClosing.class)
                .orElseThrow(() -> new IllegalStateException("the session is not closed"));
        Letterhead openedBy = StoredSigner.ofOpening(book.journal(), id)
                .map(signer -> signer.head(now))
                .orElse(now);
        Letterhead closedBy = StoredSigner.ofClosing(book.journal(), id)
                .map(signer -> signer.head(now))
                .orElse(now);
        Path day = folderOf(sessions, place);
        List<Path> written = new ArrayList<>();
        book.journal()
                .document(StoredOpening.key(id.toString()), StoredOpening.class)
                .ifPresent(opening -> written.add(save(
                        day.resolve(OPENING),
                        pdf.render(sheets.opening(openedBy, opening.sheet(), container(id, true))))));
        written.add(save(day.resolve(CLOSING), pdf.render(sheets.closing(closedBy, closing.sheet(), notes(id)))));
        written.add(save(
                day.resolve(JOURNAL),
                pdf.render(sheets.journal(
                        closedBy,
                        closing.tillId(),
                        closing.day(),
                        movements(place),
                        cards(id.toString()),
                        closing.chainHead()))));
        return written;
    }

    private TillSheets.ClosingNotes notes(UUID sessionId) {
        Optional<StoredSigner> opener = StoredSigner.ofOpening(book.journal(), sessionId);
        Optional<StoredSigner> closer = StoredSigner.ofClosing(book.journal(), sessionId);
        Optional<String> forHolder = opener.filter(
                        by -> closer.isPresent() && !closer.get().operatorId().equals(by.operatorId()))
                .map(StoredSigner::badge);
        List<String> carried = book.journal()
                .document(StoredCarried.key(sessionId.toString()), StoredCarried.class)
                .map(StoredCarried::documents)
                .orElse(List.of());
        return new TillSheets.ClosingNotes(
                forHolder,
                carried,
                carriedCards(sessionId.toString()),
                cards(sessionId.toString()),
                container(sessionId, false));
    }

    private List<TillSheets.CarriedCard> carriedCards(String sessionId) {
        return book
                .journal()
                .document(StoredCarried.cardsKey(sessionId), StoredCarried.class)
                .map(StoredCarried::documents)
                .orElse(List.of())
                .stream()
                .map(UUID::fromString)
                .flatMap(id -> book.journal().cardAttempts().find(id, StoredAttempt.class).stream())
                .map(attempt -> new TillSheets.CarriedCard(attempt.createdAt(), attempt.amount()))
                .toList();
    }

    private Optional<TillSheets.Cards> cards(String sessionId) {
        return book.journal()
                .document(StoredCards.key(sessionId), StoredCards.class)
                .map(cards -> cards.sheet(carriedCards(sessionId).size()));
    }

    private Optional<TillSheets.ContainerLine> container(UUID sessionId, boolean opening) {
        return book.journal()
                .document(StoredContainer.key(sessionId.toString(), opening), StoredContainer.class)
                .map(StoredContainer::line);
    }

    /** A till opened again on the same day has a folder of its own for each session. */
    private Path folderOf(List<StoredTillSession> sessions, int place) {
        StoredTillSession session = sessions.get(place);
        long before = sessions.subList(0, place).stream()
                .filter(earlier -> earlier.accountingDay().equals(session.accountingDay()))
                .count();
        String name = before == 0 ? session.tillId() : session.tillId() + "-" + (before + 1);
        return folder.resolve(session.accountingDay().toString()).resolve(name);
    }

    /** The lines of one session: each session begins its part of the book with the float, in the order of sessions. */
    private List<TillSheets.Movement> movements(int place) {
        List<PostedEntry> all = book.journal().entries(book.tillId());
        List<Integer> begins = IntStream.range(0, all.size())
                .filter(line -> all.get(line).entry().kind() == EntryKind.FLOAT_OPENING)
                .boxed()
                .toList();
        int end = place + 1 < begins.size() ? begins.get(place + 1) : all.size();
        return all.subList(begins.get(place), end).stream()
                .map(posted -> new TillSheets.Movement(
                        posted.entry().sequence(),
                        posted.entry().at(),
                        description(posted),
                        Optional.ofNullable(posted.entry().documentNumber()),
                        posted.entry().cash(),
                        posted.runningTotal()))
                .toList();
    }

    /** What was paid by card moves no cash: the line says how much it was. */
    private String description(PostedEntry posted) {
        String kind = texts.get("entry." + posted.entry().kind().name());
        Money card = posted.entry().amounts().getOrDefault(TenderKind.CARD, Money.ZERO);
        return card.isZero() ? kind : texts.get("entry.card", kind, card.plain());
    }

    private static Path save(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".part");
            Files.write(beside, bytes);
            return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
