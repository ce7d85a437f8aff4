package it.sportello.app.till;

import it.sportello.api.Dues;
import java.util.List;

/** The dues of a person as the desk sees them: what the server last said, with what was settled here laid over it. */
@FunctionalInterface
public interface OpenDues {
    /** May wait for server or disk; the access log has its row before this answers. */
    List<Dues.DueView> of(String personId);
}
