package it.sportello.app.practice;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Work;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.domain.exemption.ExemptionCatalogue;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.sync.Sync;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** The group of the practices: S36, S39. */
public final class PracticeScreens {
    /** Longer than the line takes on a bad day, shorter than a citizen's patience. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Texts texts = Texts.of(PracticeScreens.class);
    private final Needs needs;
    private final PrintNewsBoard board;
    private final ExemptionViewModel.Parts parts;

    /**
     * What the group needs.
     *
     * @param archive the same that {@code prints} has among its sources
     */
    public record Needs(
            Journal journal,
            Sync sync,
            PersonFiles files,
            DeskContext desk,
            ExemptionCatalogue catalogue,
            ExemptionArchive archive,
            PrintDesk prints,
            FxDoor door) {}

    private final Frame frame;

    /**
     * The group.
     *
     * @param saved where A4 forms are written when the operator asks for the file, such as {@code stampe} in the home
     */
    public PracticeScreens(Needs needs, Frame frame, Path saved) {
        this.needs = needs;
        this.frame = frame;
        this.board = new PrintNewsBoard(needs.prints(), needs.door());
        RegisterExemption register = new RegisterExemption(
                needs.journal(), needs.sync(), needs.desk(), needs.archive(), frame.clock(), PATIENCE);
        this.parts = new ExemptionViewModel.Parts(
                new OpenExemptions(needs.files(), needs.journal(), register),
                register,
                new SaveSheets(needs.archive(), saved),
                needs.prints(),
                needs.catalogue(),
                needs.desk(),
                UUID::randomUUID);
    }

    /** Makes the screens known. */
    public void register(Navigator navigator) {
        navigator.register(ScreenKeys.PRACTICES, (work, nothing) -> new PracticesView(work.citizen(), frame, texts));
        navigator.register(ScreenKeys.EXEMPTION, (work, nothing) -> exemption(work));
    }

    private ExemptionView exemption(Work work) {
        return new ExemptionView(
                new ExemptionViewModel(
                        work.citizen(),
                        parts,
                        frame.background(),
                        frame.refusals(),
                        texts,
                        frame.words(),
                        frame.clock()),
                new ReceiptPanel(needs.prints(), board, frame.refusals(), texts),
                frame,
                texts);
    }
}
