package it.sportello.app.acceptance;

import it.sportello.app.frame.Citizen.Chip;

/**
 * A booking of the day as the list shows it.
 *
 * @param label surname and initial
 * @param spoken the row as one sentence
 */
public record BookingRow(
        String id,
        String personId,
        String number,
        String time,
        String label,
        String services,
        String room,
        Chip state,
        String spoken) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "BookingRow[" + number + "]";
    }
}
