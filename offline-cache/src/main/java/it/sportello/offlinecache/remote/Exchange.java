package it.sportello.offlinecache.remote;

import java.util.Optional;

/**
 * A whole answer of a server of the contract.
 *
 * @param body JSON, empty when there is no content
 * @param expectedSequence position that the server expects next, on a hole in a lane
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package
record Exchange(int status, byte[] body, Optional<Long> expectedSequence) {}
