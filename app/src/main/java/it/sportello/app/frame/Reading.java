package it.sportello.app.frame;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Something a reader of the desk read: it goes to the current screen first, else to its usual place. */
public sealed interface Reading {
    /** A barcode or QR code, from the serial reader, the keyboard wedge, or the chip of a badge. */
    record Code(String text) implements Reading {
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
