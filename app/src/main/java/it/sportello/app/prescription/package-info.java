/** What a prescription asks for, and what speaks for and against using it (S11). */
package it.sportello.app.prescription;
