package it.sportello.backend.session;

import it.sportello.api.Sessions.Desk;

/**
 * An installation that proved who it is by its secret.
 *
 * @param epoch letters of the series that this installation may write
 */
public record DeskIdentity(Desk desk, String installationId, String epoch) {
    public String deskId() {
        return desk.id();
    }
}
