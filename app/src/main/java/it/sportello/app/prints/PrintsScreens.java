package it.sportello.app.prints;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.DrawerBook;
import it.sportello.app.service.PrintDesk;
import it.sportello.offlinecache.journal.Journal;
import java.util.Map;

/** The group of the prints: S56. */
public final class PrintsScreens {
    private final Texts texts = Texts.of(PrintsScreens.class);
    private final Needs needs;
    private final Frame frame;
    private final NewsOfPrints news;

    /** What the group needs. */
    public record Needs(Journal journal, PrintDesk prints, DrawerBook drawer, FxDoor door) {}

    public PrintsScreens(Needs needs, Frame frame) {
        this.needs = needs;
        this.frame = frame;
        this.news = new NewsOfPrints(needs.prints(), needs.door());
        needs.prints()
                .onDrawerTrouble(code -> needs.door()
                        .later(() -> frame.messages()
                                .attention(texts.get(
                                        "drawer.trouble",
                                        frame.refusals().cause(code, Map.of()),
                                        frame.refusals().next(code, Map.of())))));
    }

    /** Makes the screen known. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.PRINTS,
                (work, nothing) -> new PrintsView(
                        new PrintsViewModel(needs.journal(), needs.prints(), needs.drawer(), news, frame, texts),
                        texts));
    }
}
