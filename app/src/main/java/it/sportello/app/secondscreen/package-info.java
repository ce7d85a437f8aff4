/** The second screen of a desk: the board of called numbers (S67), or what the citizen may read (S66). */
package it.sportello.app.secondscreen;
