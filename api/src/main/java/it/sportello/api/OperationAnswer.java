package it.sportello.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The stored, final answer to one operation: the same for every repetition of its id.
 *
 * @param operationId the operation answered
 * @param flags codes for the accountant, on facts that were stored although something is odd (answer 202)
 * @param receivedAt official time of arrival
 * @param result record of the type's result, such as {@link Bookings.BookingView}
 */
public record OperationAnswer(UUID operationId, List<String> flags, Instant receivedAt, Optional<JsonNode> result) {}
