package it.sportello.app.print;

import java.util.List;

/**
 * An A4 document before it meets paper.
 *
 * @param title title of the document; without personal data, it stands in the file's properties
 * @param language BCP 47 tag of the main language
 * @param issuer name of the authority, top left
 * @param origin site and desk, below the issuer
 * @param footer template and version, operator's badge number, time of print
 * @param mark large grey word across the page, such as FAC-SIMILE; empty for none
 */
public record Sheet(
        String title, String language, String issuer, String origin, String footer, String mark, List<Block> blocks) {
    public Sheet {
        blocks = List.copyOf(blocks);
    }
}
