package it.sportello.backend.booking;

import it.sportello.backend.store.Columns;
import it.sportello.domain.agenda.Activity;
import it.sportello.domain.agenda.Agenda;
import it.sportello.domain.agenda.AgendaRegime;
import it.sportello.domain.agenda.Channel;
import it.sportello.domain.agenda.GroupingClass;
import it.sportello.domain.agenda.Session;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** Agendas as the rules of the domain read them, with the place each one is at. */
final class AgendaRows {
    private AgendaRows() {}

    /** An agenda and where it is. */
    record Placed(
            Agenda agenda,
            String siteName,
            String address,
            String room,
            String districtCode,
            String municipalityCode,
            boolean accredited) {}

    private record Header(
            String id,
            String name,
            String siteId,
            String regime,
            @Nullable String doctor) {}

    private record PlacedHeader(Header header, Placed place) {}

    private record ActivityRow(String id, String agendaId, String name, Set<Channel> channels) {}

    private record Pair(String owner, String value) {}

    private record ClassService(String classId, String service, String rule) {}

    /** The agendas, whole, by id. */
    static Map<String, Placed> load(Handle handle, Set<String> ids) {
        List<ActivityRow> activities = activities(handle, ids);
        Map<String, Set<String>> classes = pairs(handle, ids, """
                select ac.activity_id as owner, ac.class_id as value from activity_class ac
                join activity a on a.id = ac.activity_id where a.agenda_id = any(:ids)""");
        Map<String, Set<String>> single = pairs(handle, ids, """
                select s.activity_id as owner, s.service_code as value from activity_service s
                join activity a on a.id = s.activity_id where a.agenda_id = any(:ids)""");
        Map<String, GroupingClass> groupings = groupings(handle, ids);
        Map<String, List<Session>> sessions = sessions(handle, ids);
        Map<String, Placed> loaded = new LinkedHashMap<>();
        for (PlacedHeader row : headers(handle, ids)) {
            String id = row.header().id();
            List<Activity> own = activities.stream()
                    .filter(it -> it.agendaId().equals(id))
                    .map(it -> activity(it, classes, single, groupings))
                    .toList();
            Set<String> attached =
                    own.stream().flatMap(it -> it.groupingClasses().stream()).collect(Collectors.toSet());
            Agenda agenda = agenda(
                    row.header(),
                    own,
                    sessions.getOrDefault(id, List.of()),
                    attached.stream().sorted().map(groupings::get).toList());
            loaded.put(id, withAgenda(row.place(), agenda));
        }
        return loaded;
    }

    private static Placed withAgenda(Placed place, Agenda agenda) {
        return new Placed(
                agenda,
                place.siteName(),
                place.address(),
                place.room(),
                place.districtCode(),
                place.municipalityCode(),
                place.accredited());
    }

    private static Agenda agenda(
            Header header, List<Activity> activities, List<Session> sessions, List<GroupingClass> groupings) {
        return new Agenda(
                header.id(),
                header.name(),
                header.siteId(),
                header.siteId(),
                AgendaRegime.valueOf(header.regime()),
                header.doctor(),
                activities,
                sessions,
                groupings);
    }

    /** Services bookable one by one: those listed, and those of the classes attached. */
    private static Activity activity(
            ActivityRow row,
            Map<String, Set<String>> classes,
            Map<String, Set<String>> single,
            Map<String, GroupingClass> groupings) {
        Set<String> attached = classes.getOrDefault(row.id(), Set.of());
        Set<String> services = new HashSet<>(single.getOrDefault(row.id(), Set.of()));
        attached.forEach(
                id -> services.addAll(Objects.requireNonNull(groupings.get(id)).services()));
        return new Activity(
                row.id(),
                row.name(),
                services,
                attached,
                Duration.ofMinutes(1),
                1,
                row.channels(),
                null,
                Duration.ZERO);
    }

    private static List<PlacedHeader> headers(Handle handle, Set<String> ids) {
        RowMapper<PlacedHeader> mapper = (row, context) -> {
            Header header = new Header(
                    row.getString("id"),
                    row.getString("name"),
                    row.getString("site_id"),
                    row.getString("regime"),
                    Columns.nullableText(row, "doctor_name"));
            Placed place = new Placed(
                    agenda(header, List.of(), List.of(), List.of()),
                    row.getString("site_name"),
                    row.getString("address"),
                    row.getString("room"),
                    row.getString("district_code"),
                    row.getString("municipality_code"),
                    row.getString("owner").equals("ACCREDITED"));
            return new PlacedHeader(header, place);
        };
        return handle.createQuery("""
                        select a.id, a.name, a.site_id, a.room, a.regime, a.doctor_name, s.name as site_name,
                               s.address, s.district_code, s.municipality_code, s.owner
                        from agenda a join site s on s.id = a.site_id where a.id = any(:ids) order by a.id""").bind("ids", array(ids)).map(mapper).list();
    }

    private static List<ActivityRow> activities(Handle handle, Set<String> ids) {
        return handle.createQuery(
                        "select id, agenda_id, name, channels from activity where agenda_id = any(:ids) order by id")
                .bind("ids", array(ids))
                .map((row, context) -> new ActivityRow(
                        row.getString("id"),
                        row.getString("agenda_id"),
                        row.getString("name"),
                        Columns.texts(row, "channels").stream()
                                .map(Channel::valueOf)
                                .collect(Collectors.toSet())))
                .list();
    }

    private static Map<String, Set<String>> pairs(Handle handle, Set<String> ids, String query) {
        Map<String, Set<String>> grouped = new HashMap<>();
        handle.createQuery(query)
                .bind("ids", array(ids))
                .map((row, context) -> new Pair(row.getString("owner"), row.getString("value")))
                .forEach(pair -> grouped.computeIfAbsent(pair.owner(), owner -> new TreeSet<>())
                        .add(pair.value()));
        return grouped;
    }

    private static Map<String, GroupingClass> groupings(Handle handle, Set<String> ids) {
        List<ClassService> rows = handle.createQuery("""
                        select g.class_id, g.service_code, g.rule from grouping_class_service g
                        where g.class_id in (select ac.class_id from activity_class ac
                                             join activity a on a.id = ac.activity_id where a.agenda_id = any(:ids))""")
                .bind("ids", array(ids))
                .map((row, context) -> new ClassService(
                        row.getString("class_id"), row.getString("service_code"), row.getString("rule")))
                .list();
        Map<String, GroupingClass> groupings = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(ClassService::classId))
                .forEach((id, services) -> groupings.put(
                        id,
                        new GroupingClass(
                                id,
                                services(services, "OPTIONAL", "MANDATORY"),
                                services(services, "MANDATORY"),
                                services(services, "EXCLUDED"))));
        return groupings;
    }

    private static Set<String> services(List<ClassService> rows, String... rules) {
        return rows.stream()
                .filter(row -> Arrays.asList(rules).contains(row.rule()))
                .map(ClassService::service)
                .collect(Collectors.toSet());
    }

    private static Map<String, List<Session>> sessions(Handle handle, Set<String> ids) {
        record Row(String agendaId, Session session) {}
        return handle
                .createQuery("""
                        select id, agenda_id, valid_from, valid_to, weekdays, starts, ends
                        from agenda_session where agenda_id = any(:ids) order by id""")
                .bind("ids", array(ids))
                .map((row, context) -> new Row(
                        row.getString("agenda_id"),
                        new Session(
                                row.getString("id"),
                                row.getString("agenda_id"),
                                Columns.date(row, "valid_from"),
                                Columns.date(row, "valid_to"),
                                Arrays.stream((Integer[])
                                                row.getArray("weekdays").getArray())
                                        .map(DayOfWeek::of)
                                        .collect(Collectors.toSet()),
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::agendaId, Collectors.mapping(Row::session, Collectors.toList())));
    }

    private static String[] array(Set<String> ids) {
        return ids.toArray(String[]::new);
    }
}
