/** What reaches the log of the server. */
package it.sportello.backend.log;
