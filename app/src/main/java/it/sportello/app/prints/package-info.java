/** S56: the printers of the desk, what waits for a decision, and what was printed today. */
package it.sportello.app.prints;
