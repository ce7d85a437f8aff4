package it.sportello.backend.sample;

/** What opens the doors of the sample authority: known to everybody, so good for trying the program and nothing else. */
public final class SampleCredentials {
    /** The password of every operator of the sample. */
    public static final String PASSWORD = "Sportello-2026";

    private SampleCredentials() {}

    /** The code with which a workstation is enrolled on a desk of the sample. */
    public static String enrolmentCode(String deskId) {
        return "LAGUNA-" + deskId;
    }
}
