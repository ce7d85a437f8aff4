package it.sportello.app.citizen;

import it.sportello.app.frame.Frame;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Reading;
import it.sportello.app.frame.ScreenKeys;
import it.sportello.app.frame.Texts;

/**
 * Where codes and cards of persons go from any screen: to the page of that person, in a work of its own when the current
 * one serves somebody else; drafts stay where they are (Q52). On the window's thread.
 */
final class CitizenRoutes {
    private final Frame frame;
    private final PersonDoor door;
    private final Texts texts;

    CitizenRoutes(Frame frame, PersonDoor door, Texts texts) {
        this.frame = frame;
        this.door = door;
        this.texts = texts;
    }

    /** Whether a scanned code leads to a person. */
    static boolean isForPerson(Reading.Code code) {
        return QueryReader.isForPerson(code.scan());
    }

    /** Takes a reading when it is about a person. */
    boolean take(Reading reading) {
        return switch (reading) {
            case Reading.Code code -> isForPerson(code) && code(code.text());
            case Reading.Card card -> card(card);
            case Reading.CardFault fault -> {
                frame.messages().attention(fault.sentence());
                yield true;
            }
            case Reading.CardRemoved removed -> false;
        };
    }

    private boolean code(String code) {
        if (door.isServed(code)) {
            frame.navigator().open(ScreenKeys.PERSON);
        } else if (door.makeRoom()) {
            frame.navigator().open(ScreenKeys.FIND_PERSON, code);
        }
        return true;
    }

    private boolean card(Reading.Card card) {
        Navigator navigator = frame.navigator();
        if (door.isServed(card.code())) {
            card.warnings().forEach(frame.messages()::attention);
            frame.messages().information(texts.get("page.same"));
        } else if (door.makeRoom()) {
            navigator.open(ScreenKeys.FIND_PERSON, "");
            navigator.current().ifPresent(screen -> screen.scanned(card));
        }
        return true;
    }
}
