package it.sportello.app;

import it.sportello.app.frame.Frame;
import it.sportello.app.signin.Access;
import it.sportello.app.signin.SignInView;
import it.sportello.app.wiring.DeskSession;
import it.sportello.app.wiring.InsertedBadge;
import java.util.Optional;

/**
 * What an operator's card in the reader does: it says who signs in (S01), and when the card of who works here is pulled
 * out the desk locks at once (S04). The password is always typed. Called on the window's thread.
 */
final class DeskBadge {
    private final Frame frame;
    private final Access access;
    private final DeskSession session;
    private final InsertedBadge badge;
    private final Runnable lock;

    DeskBadge(Frame frame, Access access, DeskSession session, InsertedBadge badge, Runnable lock) {
        this.frame = frame;
        this.access = access;
        this.session = session;
        this.badge = badge;
        this.lock = lock;
        // Who signs in, or comes back, with a card in the reader works with it from then on.
        session.operatorProperty().subscribe(now -> whose());
    }

    /** A card came, or with an empty text it went. */
    void changed(Optional<String> cardId) {
        if (cardId.isPresent()) {
            badge.inserted(cardId.get());
            if (frame.navigator().current().orElse(null) instanceof SignInView signIn) {
                signIn.badgeInserted(cardId.get());
            }
            whose();
        } else if (badge.removed()) {
            lock.run();
        }
    }

    private void whose() {
        badge.cardId().ifPresent(cardId -> {
            if (session.isSignedIn()) {
                badge.unsettle();
                String userName = session.operator().account().userName();
                frame.background()
                        .run(() -> access.userNameOfCard(cardId))
                        .onSuccess(owner -> answered(cardId, userName, owner));
            } else {
                badge.settle(cardId, false);
            }
        });
    }

    /** An answer that was asked for another operator says nothing: it is asked anew whenever the operator changes. */
    private void answered(String cardId, String userName, Optional<String> owner) {
        if (session.isSignedIn()
                && session.operator().account().userName().equals(userName)
                && badge.settle(cardId, owner.equals(Optional.of(userName)))) {
            lock.run();
        }
    }
}
