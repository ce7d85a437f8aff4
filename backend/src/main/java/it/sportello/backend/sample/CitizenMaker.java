package it.sportello.backend.sample;

import it.sportello.backend.sample.Registry.Citizen;
import it.sportello.backend.sample.Registry.Contacts;
import it.sportello.backend.sample.Registry.Home;
import it.sportello.domain.identity.Place;
import it.sportello.domain.identity.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the citizens: first the people of the cast, then everybody else by chance. */
final class CitizenMaker {
    private static final int FOREIGN_BORN = 130;
    private static final int FOREIGN_NAMES_BORN_HERE = 40;
    private static final int WITHOUT_CARD = 60;
    private static final int PROVISIONAL = 40;
    private static final int STP = 30;
    private static final int ENI = 25;
    private static final int HOMOCODE_COUPLES = 8;
    private static final int HOMONYM_COUPLES = 14;
    private static final int OVER_100 = 9;
    private static final int NEWBORN = 60;

    private final Dice dice;
    private final LocalDate today;
    private final NameSource names = new NameSource();
    private final BirthPlaces birthPlaces = new BirthPlaces(Places.shipped());
    private final CodeIssuer codes = new CodeIssuer();
    private final Homes homes = new Homes();
    private final DoctorMaker doctors;
    private final List<Citizen> citizens = new ArrayList<>();
    private final Map<CastRole, List<Citizen>> cast = new EnumMap<>(CastRole.class);

    CitizenMaker(long seed, LocalDate today, DoctorMaker doctors) {
        this.dice = Dice.of(seed, "citizens");
        this.today = today;
        this.doctors = doctors;
    }

    /** So many citizens, the cast included. */
    List<Citizen> make(int count) {
        for (CastRole role : CastRole.values()) {
            for (int i = 0; i < role.people(); i++) {
                cast.computeIfAbsent(role, key -> new ArrayList<>()).add(play(role, i));
            }
        }
        couples();
        for (int i = 0; i < PROVISIONAL; i++) {
            issue(foreignOrNewborn(i % 2 == 0), "PROVISIONAL");
        }
        for (int i = 0; i < STP; i++) {
            issue(foreigner(adult()), "STP");
        }
        for (int i = 0; i < ENI; i++) {
            issue(european(), "ENI");
        }
        for (int i = 0; i < OVER_100; i++) {
            issue(italian(Ages.within(dice, today, 100, 7)), "CODICE_FISCALE");
        }
        for (int i = 0; i < NEWBORN; i++) {
            issue(italian(today.minusDays(dice.below(30))), "CODICE_FISCALE");
        }
        while (citizens.size() < count) {
            issue(anybody(), "CODICE_FISCALE");
        }
        return citizens;
    }

    Map<CastRole, List<Citizen>> cast() {
        return cast;
    }

    private void couples() {
        for (int i = 0; i < HOMOCODE_COUPLES; i++) {
            CitizenDraft one = italian(adult());
            issue(one, "CODICE_FISCALE");
            issue(one, "CODICE_FISCALE");
        }
        for (int i = 0; i < HOMONYM_COUPLES; i++) {
            CitizenDraft one = italian(adult());
            issue(one, "CODICE_FISCALE");
            LocalDate other = one.birthDate().withDayOfYear(1 + dice.below(365));
            issue(italian(other).named(one.surname(), one.names()), "CODICE_FISCALE");
        }
    }

    private Citizen play(CastRole role, int index) {
        LocalDate birthDate = role.age() == 0
                ? today.minusDays(9)
                : Ages.within(dice, today, role.age() + (role.people() > 2 ? dice.below(12) : 0), 1);
        String country = role.birthCountry();
        String sex = role == CastRole.ORDINARY && index % 2 == 1 ? "M" : role.sex();
        CitizenDraft draft = country == null ? italian(birthDate, sex) : foreignerFrom(country, birthDate, sex);
        draft = switch (role) {
            case LONG_NAME -> draft.named("DELL'ACQUA VISCONTI DI SANT'ANDREA", "GIANFRANCESCO MARIA NICOLÒ");
            case HOMOCODE -> twin();
            case HOMONYM -> index == 1 ? homonym() : draft;
            default -> draft;
        };
        String kind = switch (role) {
            case PROVISIONAL -> "PROVISIONAL";
            case STP -> "STP";
            case ENI -> "ENI";
            default -> "CODICE_FISCALE";
        };
        return issue(atHome(draft), kind, role);
    }

    private CitizenDraft twin() {
        Citizen first = cast.getOrDefault(CastRole.HOMOCODE_TWIN, List.of()).getFirst();
        return new CitizenDraft(
                first.surname(),
                first.names(),
                first.birthDate(),
                first.sex(),
                birthPlaces.of(first.birthPlaceCode()),
                first.language(),
                first.home());
    }

    private CitizenDraft homonym() {
        Citizen first = cast.getOrDefault(CastRole.HOMONYM, List.of()).getFirst();
        LocalDate other = first.birthDate().withDayOfYear(1 + (first.birthDate().getDayOfYear() + 90) % 365);
        return italian(other, first.sex()).named(first.surname(), first.names());
    }

    private CitizenDraft atHome(CitizenDraft draft) {
        Home home = new Home("Via dei Tigli " + (citizens.size() + 3) + ", Mestre", "L736", "Venezia", "D2");
        return new CitizenDraft(
                draft.surname(),
                draft.names(),
                draft.birthDate(),
                draft.sex(),
                draft.birthPlace(),
                draft.language(),
                home);
    }

    private LocalDate adult() {
        return Ages.within(dice, today, 20, 55);
    }

    private CitizenDraft anybody() {
        LocalDate birthDate = Ages.birthDate(dice, today);
        int age = today.getYear() - birthDate.getYear();
        int foreign = age < 15 ? FOREIGN_BORN / 3 : age < 66 ? FOREIGN_BORN * 13 / 10 : FOREIGN_BORN / 3;
        return dice.perThousand(foreign) ? foreigner(birthDate) : italian(birthDate);
    }

    private CitizenDraft italian(LocalDate birthDate) {
        return italian(birthDate, Ages.sex(dice, birthDate, today));
    }

    private CitizenDraft italian(LocalDate birthDate, String sex) {
        Place place = birthPlaces.italian(dice, birthDate);
        Home home = homes.draw(dice);
        boolean young = birthDate.isAfter(today.minusYears(25));
        if (young && dice.perThousand(FOREIGN_NAMES_BORN_HERE * 3)) {
            NameSource.Country country = names.country(dice);
            return new CitizenDraft(
                    names.surname(dice, country), names.names(dice, country, sex), birthDate, sex, place, "it", home);
        }
        return new CitizenDraft(
                names.surname(dice), names.names(dice, sex, birthDate), birthDate, sex, place, "it", home);
    }

    private CitizenDraft foreigner(LocalDate birthDate) {
        return foreigner(names.country(dice), birthDate, dice.perCent(50) ? "F" : "M");
    }

    private CitizenDraft foreignerFrom(String place, LocalDate birthDate, String sex) {
        NameSource.Country country = names.country(dice);
        while (!country.place().equals(place)) {
            country = names.country(dice);
        }
        CitizenDraft draft = foreigner(country, birthDate, sex);
        return new CitizenDraft(
                draft.surname(), draft.names(), birthDate, sex, draft.birthPlace(), country.language(), draft.home());
    }

    private CitizenDraft foreigner(NameSource.Country country, LocalDate birthDate, String sex) {
        String language = dice.perCent(50) ? country.language() : "it";
        return new CitizenDraft(
                names.surname(dice, country),
                names.names(dice, country, sex),
                birthDate,
                sex,
                birthPlaces.of(country.place()),
                language,
                homes.draw(dice));
    }

    private CitizenDraft european() {
        return foreignerFrom(dice.perCent(80) ? "Z129" : "Z127", adult(), dice.perCent(50) ? "F" : "M");
    }

    private CitizenDraft foreignOrNewborn(boolean newborn) {
        return newborn ? italian(today.minusDays(dice.below(40))) : foreigner(adult());
    }

    private void issue(CitizenDraft draft, String kind) {
        issue(draft, kind, null);
    }

    private Citizen issue(CitizenDraft draft, String kind, @Nullable CastRole role) {
        String id = String.format(Locale.ROOT, "P%07d", citizens.size() + 1);
        String code = switch (kind) {
            case "PROVISIONAL" -> codes.provisional();
            case "STP", "ENI" -> codes.foreigner(kind);
            default ->
                codes.taxCode(
                        draft.surname(),
                        draft.names(),
                        draft.birthDate(),
                        draft.sex(),
                        draft.birthPlace().code());
        };
        boolean registered = kind.equals("CODICE_FISCALE");
        boolean card = registered && (role != null || !dice.perThousand(WITHOUT_CARD));
        List<String> missing = missing(role);
        Home home = missing.contains("address")
                ? new Home(
                        "",
                        draft.home().municipalityCode(),
                        draft.home().municipality(),
                        draft.home().districtCode())
                : draft.home();
        Citizen made = new Citizen(
                id,
                code,
                kind,
                card ? codes.cardNumber() : null,
                draft.surname(),
                draft.names(),
                draft.birthDate(),
                draft.sex(),
                draft.birthPlace().code(),
                draft.birthPlace().name(),
                home,
                contacts(draft, missing),
                draft.language(),
                kind.equals("STP") || kind.equals("ENI")
                        ? null
                        : doctors.choose(draft.birthDate(), home.districtCode()),
                until(draft, kind),
                missing);
        citizens.add(made);
        return made;
    }

    private List<String> missing(@Nullable CastRole role) {
        if (role == CastRole.INCOMPLETE) {
            return List.of("address", "phone");
        }
        if (role != null || !dice.perThousand(25)) {
            return List.of();
        }
        return dice.perCent(70) ? List.of("phone") : List.of("address", "phone");
    }

    private Contacts contacts(CitizenDraft draft, List<String> missing) {
        int number = citizens.size() + 1;
        boolean mobile = draft.birthDate().isAfter(today.minusYears(82)) || number % 3 == 0;
        String phone = missing.contains("phone")
                ? null
                : (mobile ? "399 0" : "041 00") + String.format(Locale.ROOT, "%06d", number);
        String email = mobile && dice.perCent(65) ? mailName(draft) + number + "@example.org" : null;
        return new Contacts(phone, email);
    }

    private static String mailName(CitizenDraft draft) {
        String plain =
                java.text.Normalizer.normalize(draft.names() + "." + draft.surname(), java.text.Normalizer.Form.NFD);
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "") + ".";
    }

    private @Nullable LocalDate until(CitizenDraft draft, String kind) {
        return switch (kind) {
            case "STP", "ENI" -> today.plusDays(dice.between(5, 180));
            case "PROVISIONAL" -> today.plusDays(dice.between(20, 360));
            default -> draft.isForeign() && dice.perCent(30) ? today.plusDays(dice.between(-40, 700)) : null;
        };
    }
}
