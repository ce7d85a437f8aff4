package it.sportello.app.acceptance;

import it.sportello.app.frame.CitizenContext;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;
import it.sportello.app.service.CitizenFacts;
import it.sportello.app.service.CoPayments;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.PersonFiles;
import it.sportello.app.service.PrintDesk;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.remote.Backend;
import java.time.Clock;
import java.util.Optional;

/** The group of acceptance: S17. */
public final class AcceptanceScreens {
    private final Texts texts = Texts.of(AcceptanceScreens.class);
    private final Frame frame;
    private final Clock clock;
    private final CitizenFacts facts;
    private final AcceptanceViewModel.Uses uses;

    /** What the group needs. */
    public record Needs(
            Journal journal,
            Backend backend,
            LocalCache cache,
            PersonFiles persons,
            DeskContext desk,
            CoPayments prices,
            Clock clock,
            LabelDesk labels,
            PrintDesk prints) {}

    public AcceptanceScreens(Needs needs, Frame frame) {
        this.frame = frame;
        this.clock = needs.clock();
        this.facts = new CitizenFacts(frame.words());
        this.uses = new AcceptanceViewModel.Uses(
                new FindBookings(
                        needs.journal(), needs.backend(), needs.cache(), needs.persons(), needs.desk(), needs.clock()),
                new AcceptBookings(
                        needs.journal(),
                        needs.desk(),
                        Optional.of(new AcceptBookings.Labels(needs.labels(), needs.prints()))),
                new Checks(texts, frame.words(), needs.prices()),
                needs.desk());
    }

    /** Makes the screen known. */
    public void register(Navigator navigator) {
        navigator.register(ScreenKeys.ACCEPTANCE, (work, asked) -> screen(work.citizen(), asked));
    }

    private AcceptanceView screen(CitizenContext citizen, String asked) {
        AcceptanceViewModel model = new AcceptanceViewModel(
                uses,
                frame.background(),
                texts,
                frame.words(),
                frame.refusals(),
                clock,
                citizen.citizen().map(person -> person.personId()));
        return new AcceptanceView(model, asked, citizen, facts, frame, texts);
    }
}
