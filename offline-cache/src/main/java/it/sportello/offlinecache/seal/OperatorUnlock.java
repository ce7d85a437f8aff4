package it.sportello.offlinecache.seal;

import java.time.Instant;

/** What an attempt to open an operator's slot came to. */
public sealed interface OperatorUnlock {
    record Unlocked(DataKey key) implements OperatorUnlock {}

    record WrongPassphrase(int triesLeft) implements OperatorUnlock {}

    /** Too many wrong tries: only an on-line sign-in sets a new passphrase. */
    record Blocked() implements OperatorUnlock {}

    /** The last on-line sign-in lies too far back. */
    record Expired(Instant since) implements OperatorUnlock {}

    /** This operator never set a passphrase at this desk. */
    record Unknown() implements OperatorUnlock {}
}
