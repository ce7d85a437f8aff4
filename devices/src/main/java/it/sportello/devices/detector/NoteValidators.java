package it.sportello.devices.detector;

import it.sportello.devices.detector.internal.CcTalkProtocol;
import it.sportello.devices.detector.internal.LinkNoteValidator;
import it.sportello.devices.detector.internal.SspProtocol;
import it.sportello.devices.link.Link;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Makes the drivers of note validators, one for each protocol. */
public final class NoteValidators {

    private NoteValidators() {}

    /**
     * ITL SSP without encryption (NV9, NV10, BV and alike; GA138), usually 9600 8N2.
     *
     * @param links a new link for every connection
     */
    public static NoteValidator ssp(
            String id, Supplier<Link> links, ValidatorSettings settings, ValidatorMemory memory, InstantSource clock) {
        return new LinkNoteValidator(id, links, settings, memory, clock, SspProtocol::new);
    }

    /**
     * A ccTalk bill validator without encryption, usually 9600 8N1 on one data wire.
     *
     * @param links a new link for every connection
     */
    public static NoteValidator ccTalk(
            String id,
            Supplier<Link> links,
            ValidatorSettings settings,
            CcTalkSettings line,
            ValidatorMemory memory,
            InstantSource clock) {
        return new LinkNoteValidator(id, links, settings, memory, clock, desk -> new CcTalkProtocol(desk, line));
    }
}
