package it.sportello.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pulled badge locks once, whether it was pulled before or after its owner was found out. */
@Tag("R-ACC-3")
class InsertedBadgeTest {
    private static final String BADGE = "9120000000042007";
    private static final String OTHER = "9120000000099005";

    private final InsertedBadge badge = new InsertedBadge();

    @Test
    void theOwnBadgeThatLeavesLocks() {
        badge.inserted(BADGE);
        assertEquals(Optional.of(BADGE), badge.cardId());
        assertFalse(badge.settle(BADGE, true), "it is still in");
        assertTrue(badge.removed());
        assertFalse(badge.removed(), "once");
    }

    @Test
    void aBadgePulledBeforeItsOwnerIsKnownLocksWhenHeIs() {
        badge.inserted(BADGE);
        assertFalse(badge.removed());
        assertTrue(badge.settle(BADGE, true));
        assertFalse(badge.settle(BADGE, true), "once");
    }

    @Test
    void theSameOperatorComingBackIsFoundOutAnew() {
        badge.inserted(BADGE);
        badge.settle(BADGE, true);
        badge.unsettle();
        assertFalse(badge.removed());
        assertTrue(badge.settle(BADGE, true));
    }

    @Test
    void aStrangersBadgeLocksNothing() {
        badge.inserted(OTHER);
        badge.settle(OTHER, false);
        assertFalse(badge.removed());
        assertFalse(badge.settle(OTHER, true), "its owner was known when it left");
    }

    @Test
    void aBadgePutBackIsNoLongerThePulledOne() {
        badge.inserted(BADGE);
        badge.removed();
        badge.inserted(BADGE);
        assertFalse(badge.settle(BADGE, true), "it is in again");
        assertTrue(badge.removed());
    }
}
