package it.sportello.app.citizen;

import it.sportello.app.service.AccessReason;
import it.sportello.app.service.DeskContext;
import it.sportello.app.service.PersonFiles;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.journal.Journal;

/** Loads what the page of a person shows; the access is in the log before (R-SEC-3). May wait for disk and network. */
public final class OpenPage {
    private final PersonFiles files;
    private final Journal journal;
    private final DeskContext desk;

    public OpenPage(PersonFiles files, Journal journal, DeskContext desk) {
        this.files = files;
        this.journal = journal;
        this.desk = desk;
    }

    /** What opening comes to. */
    public sealed interface Result {
        record Page(PersonFiles.Result.Loaded loaded, TillStanding till) implements Result {}

        /** Not found, refused or out of reach. */
        record Without(PersonFiles.Result why) implements Result {}

        /** The access could not be written down, so nothing may be shown. */
        record NotWritten(StoreFault.Code code) implements Result {}
    }

    public Result open(String personId) {
        try {
            return switch (files.load(personId, "S07", AccessReason.SERVED_AT_DESK)) {
                case PersonFiles.Result.Loaded loaded -> new Result.Page(loaded, TillStanding.of(journal, desk));
                case PersonFiles.Result other -> new Result.Without(other);
            };
        } catch (StoreFault failed) {
            return new Result.NotWritten(failed.code());
        }
    }
}
