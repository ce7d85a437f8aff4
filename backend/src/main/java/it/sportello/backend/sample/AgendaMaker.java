package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Activity;
import it.sportello.backend.sample.Offer.Agenda;
import it.sportello.backend.sample.Offer.Price;
import it.sportello.backend.sample.Offer.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the agendas from their table and gives them activities, classes and sessions. */
final class AgendaMaker {
    static final int DAYS_BACK = 10;
    static final int DAYS_AHEAD = 180;
    private static final List<String> DESK_AND_PHONE = List.of("DESK", "PHONE");
    private static final List<String> ALL_CHANNELS = List.of("DESK", "PHONE", "WEB", "PHARMACY");

    private final Nomenclature nomenclature;
    private final LocalDate today;

    /** An agenda with the two figures its slots are cut by. */
    record Plan(Agenda agenda, int minutes, int capacity) {}

    AgendaMaker(Nomenclature nomenclature, LocalDate today) {
        this.nomenclature = nomenclature;
        this.today = today;
    }

    List<Plan> plans() {
        return SampleResource.rows("agendas.csv").stream().map(this::plan).toList();
    }

    private Plan plan(List<String> row) {
        String id = row.get(0);
        boolean privatePractice = row.get(4).equals("PRIVATE_PRACTICE");
        List<Activity> activities = new ArrayList<>();
        for (String text : SampleResource.parts(row.get(10))) {
            activities.add(activity(id + "-" + (activities.size() + 1), text, privatePractice));
        }
        Agenda agenda = new Agenda(
                id,
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                orNull(row.get(5)),
                activities,
                sessions(id, row.get(8), row.get(9)),
                prices(row.get(11), activities.getFirst().services()));
        return new Plan(agenda, Integer.parseInt(row.get(6)), Integer.parseInt(row.get(7)));
    }

    private Activity activity(String id, String text, boolean privatePractice) {
        String kind = text.substring(0, text.indexOf(':'));
        List<String> services = services(text.substring(kind.length() + 1));
        return switch (kind) {
            case "first" -> new Activity(id, kind, "Primi accessi", DESK_AND_PHONE, services);
            case "control" -> new Activity(id, kind, "Controlli", DESK_AND_PHONE, services);
            case "web" -> new Activity(id, kind, "Prenotazioni online", List.of("WEB", "PHARMACY"), services);
            case "internal" -> new Activity(id, kind, "Percorsi interni", List.of("CLINIC"), services);
            case "any" ->
                new Activity(
                        id,
                        kind,
                        privatePractice ? "Libera professione" : "Attività ordinaria",
                        privatePractice ? DESK_AND_PHONE : ALL_CHANNELS,
                        services);
            default -> throw new IllegalStateException("activity " + text);
        };
    }

    private List<String> services(String text) {
        if (text.equals("LAB")) {
            return nomenclature.all().stream()
                    .filter(service -> service.kind().equals("LABORATORY"))
                    .map(Nomenclature.Service::code)
                    .toList();
        }
        List<String> codes = List.of(text.split(",", -1));
        codes.forEach(nomenclature::of);
        return codes;
    }

    private List<Session> sessions(String agendaId, String weekdays, String hours) {
        List<Integer> days = weekdays.chars().map(digit -> digit - '0').boxed().toList();
        List<Session> sessions = new ArrayList<>();
        for (String span : SampleResource.parts(hours)) {
            sessions.add(new Session(
                    agendaId + "-S" + (sessions.size() + 1),
                    today.minusDays(DAYS_BACK),
                    today.plusDays(DAYS_AHEAD),
                    days,
                    LocalTime.parse(span.substring(0, 5)),
                    LocalTime.parse(span.substring(6))));
        }
        return sessions;
    }

    private static List<Price> prices(String text, List<String> services) {
        List<Price> prices = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String cents : text.split(",", -1)) {
                prices.add(new Price(services.get(prices.size()), Long.parseLong(cents)));
            }
        }
        return prices;
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
