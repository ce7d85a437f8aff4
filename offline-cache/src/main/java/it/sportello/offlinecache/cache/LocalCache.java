package it.sportello.offlinecache.cache;

import it.sportello.api.Bookings;
import it.sportello.api.Dues;
import it.sportello.api.Feeds;
import it.sportello.api.Persons;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the desk knows of the server's world: the persons of its working set, the bookings of its site, parameters.
 * Everything is sealed; nothing here is the truth. If the file is damaged it is set aside and filled again.
 */
public interface LocalCache extends AutoCloseable {
    /** Block of the dated parameters of this desk, a {@code Sessions.ParameterTable}. */
    String PARAMETERS = "parameters";

    /** Stores the page of a person as the server just gave it: person, exemptions, bookings, dues. */
    void putPersonFile(Persons.PersonFile file);

    /** The page of a person with its age; what this desk settled or accepted lies over it (R-STATE-2). */
    Optional<Aged<Persons.PersonFile>> personFile(String personId);

    /** Exact look-up by code, whatever its case. */
    Optional<Aged<Persons.Hit>> byCode(String code);

    /** Exact look-up by telephone number, blanks and prefix +39 ignored. */
    List<Aged<Persons.Hit>> byPhone(String phone);

    /** Look-up by the beginnings of surname and names, accents and case ignored, with or without the birth date. */
    List<Aged<Persons.Hit>> byName(String surname, Optional<String> names, Optional<LocalDate> birthDate, int limit);

    /** Replaces the bookings of a day at a site. */
    void putDayList(String siteId, Bookings.DayList list);

    /** The bookings of a day at a site, with local acceptances laid over. */
    Optional<Aged<Bookings.DayList>> dayList(String siteId, LocalDate day);

    /** Lays what this desk did over dues that just came from the server. */
    List<DueSeen> overlay(List<Dues.DueView> fromServer);

    /** Stores a page of the feed and its cursor in one transaction. */
    void applyPage(Feeds.Page page);

    /** Cursor of the feed; empty before the first page. */
    String cursor();

    /** Forgets everything that came through the feed, to be filled again. */
    void reseed();

    /** Stores a block that belongs to no person, such as the parameters or the operators known here. */
    void putBlock(String name, Object record);

    <T> Optional<Aged<T>> block(String name, Class<T> form);

    /** Names of the blocks that begin with a text. */
    List<String> blocks(String beginning);

    /** Forgets persons and bookings not refreshed within a time, with their index entries. */
    int purgeOlderThan(Duration age);

    @Override
    void close();
}
