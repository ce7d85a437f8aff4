package it.sportello.app.citizen;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScanRouter;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Backend;

/** The group of the citizen: S06 and S07. */
public final class CitizenScreens {
    private final Texts texts = Texts.of(CitizenScreens.class);
    private final Frame frame;
    private final FindPerson find;
    private final OpenPage pages;
    private final PersonDoor door;

    /** The group; needs no more than it is given. */
    public CitizenScreens(Journal journal, Backend backend, LocalCache cache, DeskContext desk, Frame frame) {
        this.frame = frame;
        this.find = new FindPerson(journal, backend, cache, desk, frame.clock());
        this.pages = new OpenPage(new PersonFiles(journal, backend, cache, desk), journal, desk);
        this.door = new PersonDoor(frame.navigator());
    }

    /** Makes the screens known. */
    public void register(Navigator navigator) {
        navigator.register(
                ScreenKeys.FIND_PERSON,
                (work, typed) -> new PersonSearchView(
                        new PersonSearchViewModel(find, frame.background(), frame.refusals(), texts),
                        frame,
                        door,
                        texts,
                        typed));
        navigator.register(
                ScreenKeys.PERSON,
                (work, nothing) -> new PersonPageView(
                        new PersonPageViewModel(
                                work.citizen(),
                                pages,
                                frame.background(),
                                frame.refusals(),
                                frame.words(),
                                frame.clock()),
                        frame,
                        door,
                        texts));
    }

    /** Codes and cards of persons find their way from any screen. */
    public void routes(ScanRouter router) {
        router.route(new CitizenRoutes(frame, door, texts)::take);
    }
}
