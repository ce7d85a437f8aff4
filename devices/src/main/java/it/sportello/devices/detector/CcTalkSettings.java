package it.sportello.devices.detector;

import java.time.Duration;

/**
 * What a ccTalk line needs to be told.
 *
 * @param checksum how frames are secured
 * @param echo whether the line gives back what is sent on it
 * @param address of the validator, 2 to 255; 40 as shipped
 * @param gap a pause inside a frame that makes it void; 50 ms by the standard, more behind a serial server
 */
public record CcTalkSettings(Checksum checksum, Echo echo, int address, Duration gap) {

    public static final CcTalkSettings USUAL = new CcTalkSettings(Checksum.AUTO, Echo.AUTO, 40, Duration.ofMillis(50));

    /** How frames are secured. */
    public enum Checksum {
        /** Asks first with the one, then with the other. */
        AUTO,
        SIMPLE,
        CRC
    }

    /** Whether the line gives back what is sent on it, as one data wire does. */
    public enum Echo {
        /** Decided by what comes first. */
        AUTO,
        YES,
        NO
    }

    public CcTalkSettings {
        if (address < 2 || address > 255) {
            throw new IllegalArgumentException("an address is 2 to 255");
        }
    }
}
