package it.sportello.devices.printer;

/**
 * What a document of before may have left in the printer's memory.
 *
 * @param whole whether all of it was sent: then it may still come out complete
 */
record Unsettled(String jobId, boolean whole) {

    /** Whether the whole of this job may be there. */
    boolean isWhole(String wanted) {
        return whole && jobId.equals(wanted);
    }
}
