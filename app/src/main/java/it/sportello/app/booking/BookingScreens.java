package it.sportello.app.booking;

import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintNews;
import it.sportello.domain.operation.UuidV7;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Backend;
import it.sportello.offlinecache.sync.Sync;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The group of booking: S12 and S13. */
public final class BookingScreens {
    /** Opened only from S12, which holds the places first. */
    static final ScreenKey<HeldOffer> SUMMARY = ScreenKey.citizen("S13", HeldOffer.class);

    /** The operator waits this long before the outcome counts as not confirmed. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Texts texts = Texts.of(BookingScreens.class);
    private final Needs needs;
    private final Frame frame;
    private final FxDoor door;
    private final AvailabilityViewModel.Uses search;
    private final SummaryViewModel.Uses summary;
    private final CitizenFacts facts;
    private final List<SummaryView> open = new ArrayList<>();

    /**
     * What the group needs.
     *
     * @param reminders also a source of slips of the print desk
     * @param clock the desk's clock
     */
    public record Needs(
            Journal journal,
            Backend backend,
            Sync sync,
            PersonFiles persons,
            DeskContext desk,
            CoPayments prices,
            ReminderArchive reminders,
            Clock clock) {}

    public BookingScreens(Needs needs, Frame frame, FxDoor door, PrintDesk prints) {
        this.needs = needs;
        this.frame = frame;
        this.door = door;
        this.facts = new CitizenFacts(frame.words());
        BookingIntents intents = new BookingIntents(needs.journal());
        HoldPlaces hold = new HoldPlaces(needs.backend(), needs.desk());
        UuidV7 ids = new UuidV7(needs.clock(), new SecureRandom());
        this.search = new AvailabilityViewModel.Uses(
                new LoadCase(needs.backend(), needs.persons(), intents, needs.desk(), needs.clock()),
                new FindOffers(needs.backend(), needs.desk()),
                hold,
                ids::next);
        this.summary = new SummaryViewModel.Uses(
                hold,
                new BookPlaces(needs.journal(), needs.sync(), needs.desk(), intents, needs.reminders(), PATIENCE),
                needs.prices(),
                prints);
        prints.onNews(news -> door.later(() -> heard(news)));
    }

    /** Makes the screens known. */
    public void register(Navigator navigator) {
        navigator.register(ScreenKeys.AVAILABILITY, (work, number) -> availability(work.citizen(), number));
        navigator.register(SUMMARY, (work, held) -> summary(held));
    }

    /** The desk was locked: every place held and not yet booked goes back (R-BOO-1). On the window's thread. */
    public void locked() {
        List.copyOf(open).forEach(SummaryView::locked);
    }

    private AvailabilityView availability(CitizenContext citizen, String number) {
        AvailabilityViewModel model = new AvailabilityViewModel(
                search,
                frame.background(),
                texts,
                frame.words(),
                frame.refusals(),
                needs.clock(),
                number,
                citizen.citizen().map(person -> person.personId()));
        return new AvailabilityView(model, citizen, facts, frame, door, texts);
    }

    private SummaryView summary(HeldOffer held) {
        SummaryViewModel model = new SummaryViewModel(
                summary, frame.background(), texts, frame.words(), frame.refusals(), needs.clock(), held);
        SummaryView view = new SummaryView(model, frame, door, texts, open::remove);
        open.add(view);
        return view;
    }

    private void heard(PrintNews news) {
        open.forEach(view -> view.heard(news));
    }
}
