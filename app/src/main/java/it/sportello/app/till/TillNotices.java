package it.sportello.app.till;

import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.domain.till.TillSession;
import it.sportello.domain.till.TillState;
import java.time.Instant;
import java.util.Optional;

/** How the till stands, for the top bar. On the window's thread. */
public final class TillNotices {
    private final DeskState state;
    private final Texts texts;
    private final Words words;

    public TillNotices(DeskState state, Texts texts, Words words) {
        this.state = state;
        this.texts = texts;
        this.words = words;
    }

    /** The session in course, opened by who works here now. */
    public void show(TillSession session) {
        show(session, Optional.empty());
    }

    /**
     * The session in course.
     *
     * @param otherHolder badge of who opened it, when that is not who works here now (S04)
     */
    public void show(TillSession session, Optional<String> otherHolder) {
        if (otherHolder.isPresent()) {
            state.tillProperty()
                    .set(Optional.of(new DeskState.TillNotice(
                            Tone.ATTENTION, texts.get("notice.other", session.tillId(), otherHolder.get()))));
            return;
        }
        boolean open = session.state() == TillState.OPEN;
        state.tillProperty()
                .set(Optional.of(new DeskState.TillNotice(
                        open ? Tone.GOOD : Tone.ATTENTION,
                        texts.get(
                                "notice." + session.state().name(),
                                session.tillId(),
                                words.date(session.accountingDay())))));
    }

    /** A till that is closed; nothing at a desk without one. */
    public void showClosed(Optional<String> tillId) {
        state.tillProperty()
                .set(tillId.map(id -> new DeskState.TillNotice(Tone.NEUTRAL, texts.get("notice.CLOSED", id))));
    }

    /** A session of an earlier day was left open. */
    public void showOverdue(TillSession session, Instant now) {
        if (session.isOverdue(now)) {
            state.tillProperty()
                    .set(Optional.of(new DeskState.TillNotice(
                            Tone.DANGER,
                            texts.get("notice.overdue", session.tillId(), words.date(session.accountingDay())))));
        }
    }
}
