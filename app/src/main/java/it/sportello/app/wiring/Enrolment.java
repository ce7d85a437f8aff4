package it.sportello.app.wiring;

import it.sportello.api.Sessions;

/**
 * What the server gave this installation when it was enrolled; kept sealed in the journal.
 *
 * @param installationId identifier of this installation of the program
 * @param secret secret of the installation
 * @param epoch letters of the series of this installation
 */
public record Enrolment(Sessions.Desk desk, String installationId, String secret, String epoch) {
    /** Name of the setting in the journal. */
    public static final String SETTING = "enrolment";

    @Override
    public String toString() {
        return "Enrolment[" + desk.id() + "]";
    }
}
