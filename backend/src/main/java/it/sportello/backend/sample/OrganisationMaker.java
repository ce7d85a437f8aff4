package it.sportello.backend.sample;

import it.sportello.backend.sample.Organisation.Desk;
import it.sportello.backend.sample.Organisation.District;
import it.sportello.backend.sample.Organisation.Hours;
import it.sportello.backend.sample.Organisation.Operator;
import it.sportello.backend.sample.Organisation.QueueCategory;
import it.sportello.backend.sample.Organisation.Site;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lays out the authority; nothing here is left to chance. */
final class OrganisationMaker {
    static final String REGION = "050";
    static final String AUTHORITY = "050590";
    private static final String OWN = "AUTHORITY";
    private static final List<String> SSN = List.of("SSN");
    private static final List<String> SSN_AND_MULTI = List.of("SSN", "MULTIFUNCTION");
    private static final List<String> PRIVATE = List.of("PRIVATE_PRACTICE");

    Organisation make() {
        List<Site> sites = sites();
        List<Hours> hours = new ArrayList<>();
        List<QueueCategory> categories = new ArrayList<>();
        for (Site site : sites) {
            if (site.owner().equals(OWN)) {
                hours.addAll(hours(site));
                categories.addAll(categories(site.id()));
            }
        }
        return new Organisation(
                AUTHORITY, "Azienda ULSS Laguna Nord", districts(), sites, hours, desks(), operators(), categories);
    }

    private static List<District> districts() {
        return List.of(
                new District("D1", "Distretto Venezia e isole"),
                new District("D2", "Distretto Terraferma"),
                new District("D3", "Distretto Mirano e Riviera"),
                new District("D4", "Distretto Laguna Sud"));
    }

    private static List<Site> sites() {
        return List.of(
                new Site("S01", "Ospedale Santa Marta", "D1", OWN, "L736", "Venezia", "Dorsoduro 2137, Venezia"),
                new Site("S02", "Poliambulatorio Redentore", "D1", OWN, "L736", "Venezia", "Giudecca 610, Venezia"),
                new Site("S03", "Ospedale della Terraferma", "D2", OWN, "L736", "Venezia", "Via dei Tigli 11, Mestre"),
                new Site("S04", "Poliambulatorio di Marcon", "D2", OWN, "E936", "Marcon", "Viale Stazione 28, Marcon"),
                new Site("S05", "Ospedale della Riviera", "D3", OWN, "D325", "Dolo", "Riviera Silvio Trentin 40, Dolo"),
                new Site("S06", "Polo sanitario di Mirano", "D3", OWN, "F241", "Mirano", "Via dei Gelsi 5, Mirano"),
                new Site("S07", "Distretto di Noale", "D3", OWN, "F904", "Noale", "Via Ca' Bianca 3, Noale"),
                new Site(
                        "S08",
                        "Ospedale di Laguna Sud",
                        "D4",
                        OWN,
                        "C638",
                        "Chioggia",
                        "Viale Europa 120, Sottomarina"),
                new Site(
                        "S09",
                        "Centro diagnostico San Felice",
                        "D3",
                        "ACCREDITED",
                        "I908",
                        "Spinea",
                        "Via delle Industrie 17, Spinea"));
    }

    /** Hospitals open longer, and on Saturday morning too. */
    private static List<Hours> hours(Site site) {
        boolean hospital = site.name().startsWith("Ospedale");
        List<Hours> hours = new ArrayList<>();
        for (int weekday = 1; weekday <= 5; weekday++) {
            if (hospital) {
                hours.add(new Hours(site.id(), weekday, LocalTime.of(7, 30), LocalTime.of(18, 0)));
            } else {
                hours.add(new Hours(site.id(), weekday, LocalTime.of(7, 45), LocalTime.of(13, 0)));
                if (weekday % 2 == 0) {
                    hours.add(new Hours(site.id(), weekday, LocalTime.of(14, 0), LocalTime.of(17, 0)));
                }
            }
        }
        if (hospital) {
            hours.add(new Hours(site.id(), 6, LocalTime.of(7, 30), LocalTime.of(12, 30)));
        }
        return hours;
    }

    private static List<QueueCategory> categories(String siteId) {
        return List.of(
                new QueueCategory(siteId, "A", "Prenotazioni e accettazione"),
                new QueueCategory(siteId, "C", "Cassa"),
                new QueueCategory(siteId, "L", "Libera professione"),
                new QueueCategory(siteId, "M", "Anagrafe, esenzioni e scelta del medico"));
    }

    private static List<Desk> desks() {
        return List.of(
                desk(1, 1, "S01", true, "A C", SSN),
                desk(2, 2, "S01", true, "L", PRIVATE),
                desk(3, 1, "S02", true, "A C M", SSN_AND_MULTI),
                desk(4, 1, "S03", true, "C", SSN),
                desk(5, 2, "S03", true, "A C", SSN),
                desk(6, 3, "S03", true, "M", SSN_AND_MULTI),
                desk(7, 4, "S03", true, "L", PRIVATE),
                desk(8, 1, "S04", true, "A C M", SSN_AND_MULTI),
                desk(9, 1, "S05", true, "A C", SSN),
                desk(10, 2, "S05", true, "L", PRIVATE),
                desk(11, 1, "S06", true, "A C", SSN),
                desk(12, 2, "S06", true, "M", SSN_AND_MULTI),
                desk(13, 1, "S07", true, "A C M", SSN_AND_MULTI),
                desk(14, 2, "S07", false, "A", SSN),
                desk(15, 1, "S08", true, "A C", SSN),
                desk(16, 2, "S08", true, "M L", List.of("SSN", "MULTIFUNCTION", "PRIVATE_PRACTICE")));
    }

    private static Desk desk(
            int index, int number, String siteId, boolean till, String categories, List<String> profiles) {
        String two = String.format(Locale.ROOT, "%02d", index);
        return new Desk(
                "SP" + two, number, siteId, till ? "T" + two : null, Arrays.asList(categories.split(" ")), profiles);
    }

    private static List<Operator> operators() {
        List<Operator> operators = new ArrayList<>();
        add(
                operators,
                "cassa",
                List.of("CASHIER", "CUP"),
                "Ada Venier",
                "Bepi Tonon",
                "Carla Moro",
                "Dino Sartor",
                "Elsa Prandi",
                "Furio Lazzaro",
                "Gemma Nardi",
                "Ivo Barbaro");
        add(
                operators,
                "cup",
                List.of("CUP"),
                "Lia Contarin",
                "Marco Dandol",
                "Nora Zorzan",
                "Orso Grimaldi",
                "Pia Fosca",
                "Quinto Lando",
                "Rita Gradeni",
                "Sauro Tron",
                "Tea Morosin",
                "Ugo Bemba");
        add(
                operators,
                "multi",
                List.of("AUR", "CUP", "CASHIER"),
                "Vera Loredana",
                "Zeno Mocenich",
                "Alba Priuli",
                "Bruno Corner",
                "Cloe Badoer",
                "Delio Memmo");
        add(operators, "supervisore", List.of("SUPERVISOR", "CUP"), "Emma Falier", "Fosco Celsi");
        add(operators, "respcassa", List.of("CASH_RESPONSIBLE", "CASHIER"), "Gaia Malipier", "Italo Soranz");
        add(operators, "auditor", List.of("AUDITOR"), "Lena Querin", "Mosè Vendram");
        return operators;
    }

    private static void add(List<Operator> operators, String stem, List<String> roles, String... names) {
        for (int i = 0; i < names.length; i++) {
            String badge = String.format(Locale.ROOT, "%05d", 40_017 + operators.size() * 13);
            operators.add(new Operator(
                    String.format(Locale.ROOT, "OP%02d", operators.size() + 1),
                    stem + (i + 1),
                    badge,
                    names[i],
                    roles));
        }
    }
}
