package it.sportello.devices.twin.printer;

/** One printed character: where it stands and how it looks. Dots are those of the print head (8 per millimetre). */
record Glyph(int character, int x, int width, int height, boolean bold, boolean underline, boolean reverse) {}
