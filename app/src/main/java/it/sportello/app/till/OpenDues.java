package it.sportello.app.till;

import it.sportello.api.Dues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The dues of a person as the desk sees them: what the server last said, with what was settled here laid over it. */
@FunctionalInterface
public interface OpenDues {
    /** What asking comes to. */
    sealed interface Result {
        /**
         * They may be shown.
         *
         * @param asOf when the server confirmed them; empty when just now
         */
        record Known(List<Dues.DueView> dues, Optional<Instant> asOf) implements Result {
            public Known {
                dues = List.copyOf(dues);
            }
        }

        /**
         * Neither the server nor the desk can tell.
         *
         * @param code of the refusal or fault, which has its card
         */
        record Unknown(String code) implements Result {}
    }

    /** May wait for server or disk; the access log has its row before this answers. */
    Result of(String personId);
}
