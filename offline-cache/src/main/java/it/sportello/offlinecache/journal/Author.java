package it.sportello.offlinecache.journal;

/**
 * Who acts, where, in which session.
 *
 * @param epoch letters of the series of this installation, given at enrolment
 * @param sessionId session of the operator; an expired one never holds money back
 */
public record Author(String deskId, String installationId, String epoch, String operatorId, String sessionId) {}
