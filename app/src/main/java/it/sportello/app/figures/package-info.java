/** S58, the plain part: the waits of one day and site, and their extract. */
package it.sportello.app.figures;
