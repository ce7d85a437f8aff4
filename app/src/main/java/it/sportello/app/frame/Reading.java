package it.sportello.app.frame;

import it.sportello.devices.scanner.RawScan;
import it.sportello.devices.scanner.Scan;
import it.sportello.devices.scanner.ScanContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something a reader of the desk read: it goes to the current screen first, else to its usual place. */
public sealed interface Reading {
    /**
     * A code, from the serial reader, the keyboard wedge, or a magnetic stripe: told by its content once, where it comes
     * in. A view hands it to its view model, which alone looks at the kind.
     */
    record Code(Scan scan) implements Reading {
        /** What a reader gave, still to be told. */
        public Code(String received) {
            this(ScanContent.classify(new RawScan("", received)));
        }

        /** What it says without its frame, as an operator would type it: the number of a booking, a tax code. */
        public String text() {
            return scan.content();
        }

        @Override
        public String toString() {
            return "Code[***]";
        }
    }

    /**
     * The public data of a health card that was put into the reader.
     *
     * @param code codice fiscale as the card holds it, not yet checked
     * @param warnings what the operator should know of a card that was read all the same, such as its expiry; Italian
     */
    record Card(String code, String surname, String names, Optional<LocalDate> birthDate, List<String> warnings)
            implements Reading {
        public Card {
            warnings = List.copyOf(warnings);
        }

        /** A card without warnings. */
        public Card(String code, String surname, String names, Optional<LocalDate> birthDate) {
            this(code, surname, names, birthDate, List.of());
        }

        @Override
        public String toString() {
            return "Card[***]";
        }
    }

    /** The card left the reader. */
    record CardRemoved() implements Reading {}

    /**
     * A card could not be read.
     *
     * @param code stable code of the fault, such as {@code DEV-101}
     * @param sentence what happened and what to do, in Italian
     */
    record CardFault(String code, String sentence) implements Reading {}
}
