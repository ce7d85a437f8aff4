package it.sportello.app.practice;

import it.sportello.app.frame.ScreenKey;
import it.sportello.app.frame.ScreenKey.Nothing;
import it.sportello.app.frame.ScreenKeys;

/**
 * The sorts of practice, each with the digit that opens it after F11 (specification §5, S36): the digits do not move
 * when others are added.
 */
enum PracticeKind {
    EXEMPTION(2);

    private final int digit;

    PracticeKind(int digit) {
        this.digit = digit;
    }

    int digit() {
        return digit;
    }

    ScreenKey<Nothing> key() {
        return switch (this) {
            case EXEMPTION -> ScreenKeys.EXEMPTION;
        };
    }

    /** Key of its name and of its description in the texts. */
    String textKey() {
        return "practice." + name();
    }
}
