package it.sportello.devices.detector;

/** What a detector or counter tells. */
public sealed interface DetectorEvent {

    /** One note was judged. */
    record NoteRead(NoteReading reading) implements DetectorEvent {}

    /** A sum outside of a report. */
    record TotalRead(CountRow row) implements DetectorEvent {}

    /** A report came to its end, or broke off. Its notes were told one by one already. */
    record ReportClosed(DetectorReport report) implements DetectorEvent {}

    /**
     * The device complains.
     *
     * @param text its own words, shortened, printable characters only
     */
    record DeviceComplains(String text) implements DetectorEvent {}
}
