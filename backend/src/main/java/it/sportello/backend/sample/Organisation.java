package it.sportello.backend.sample;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authority, its places and its people at the desks. */
public record Organisation(
        String authorityCode,
        String authorityName,
        List<District> districts,
        List<Site> sites,
        List<Hours> hours,
        List<Desk> desks,
        List<Operator> operators,
        List<QueueCategory> categories) {

    /** A health district. */
    public record District(String code, String name) {}

    /**
     * A place where care is given.
     *
     * @param owner AUTHORITY or ACCREDITED
     * @param municipalityCode Belfiore code
     */
    public record Site(
            String id,
            String name,
            String districtCode,
            String owner,
            String municipalityCode,
            String municipality,
            String address) {}

    /** Opening hours of a site's counters; weekday 1 is Monday. */
    public record Hours(String siteId, int weekday, LocalTime opens, LocalTime closes) {}

    /** A counter; a desk without a till collects nothing. */
    public record Desk(
            String id,
            int number,
            String siteId,
            @Nullable String tillId,
            List<String> queueCategories,
            List<String> profiles) {}

    /** Who works there; the display name is invented. */
    public record Operator(String id, String userName, String badge, String displayName, List<String> roles) {}

    /** A letter of the queue at a site. */
    public record QueueCategory(String siteId, String code, String name) {}
}
