/** Acceptance of bookings on the day S17. */
package it.sportello.app.acceptance;
