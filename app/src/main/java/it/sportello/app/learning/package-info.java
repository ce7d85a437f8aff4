/** The rules of a detector that writes lines, learnt on the spot. */
package it.sportello.app.learning;
