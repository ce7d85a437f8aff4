package it.sportello.app.reader;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.ReaderSheet;
import java.nio.file.Path;

/** The group of the code reader: its test, reached from the devices and from the command palette. */
public final class ReaderScreens {
    private final Texts texts = Texts.of(ReaderScreens.class);
    private final Frame frame;
    private final SaveReaderSheet save;

    /**
     * The group.
     *
     * @param saved where the set-up sheet is written when the operator asks for it, such as {@code stampe} in the home
     */
    public ReaderScreens(Frame frame, Path saved) {
        this.frame = frame;
        this.save = new SaveReaderSheet(new ReaderSheet(), new PdfSheets(frame.clock()), saved);
    }

    /** Makes the screen known. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.READER_TEST,
                (work, nothing) ->
                        new ReaderTestView(new ReaderTestViewModel(save, frame.background(), texts), frame, texts));
    }
}
