package it.sportello.app.print;

/**
 * Who issues a document: on citizen copies the operator is a badge number, never a name.
 *
 * @param authority name of the health authority
 * @param site name of the site
 * @param desk number of the desk
 * @param badge badge number of the operator
 */
public record Letterhead(String authority, String site, int desk, String badge) {}
