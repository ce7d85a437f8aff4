package it.sportello.offlinecache.remote;

import java.util.Optional;

/** What identifies desk and operator; asked anew for every request. */
public interface Credentials {
    /** The enrolled installation; absent before enrolment. */
    Optional<DeskIdentity> desk();

    /** Token of the signed-in operator; absent before sign-in and off-line. */
    Optional<String> operatorToken();

    /**
     * A desk as the server knows it.
     *
     * @param secret secret of the installation
     */
    record DeskIdentity(String deskId, String secret) {
        @Override
        public String toString() {
            return "DeskIdentity[" + deskId + "]";
        }
    }
}
