/** Booking: first valid places S12, hold and booking S13, with the reminder D01. */
package it.sportello.app.booking;
