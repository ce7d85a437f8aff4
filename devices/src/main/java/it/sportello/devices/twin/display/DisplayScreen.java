package it.sportello.devices.twin.display;

import java.util.List;

/** The electronics of one make of display: takes bytes, holds what is to be seen. */
interface DisplayScreen {

    /** Takes one byte and gives what it answers; empty for nothing. */
    byte[] accept(int b);

    /** The lines to be seen, top first, without blanks at their end. */
    List<String> lines();

    /** What switching on does. */
    void reset();
}
