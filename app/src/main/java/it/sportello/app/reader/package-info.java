/** The code reader: its set-up sheet and its test. */
package it.sportello.app.reader;
