package it.sportello.backend.sample;

import it.sportello.backend.sample.Registry.Doctor;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The doctors and who chose them. Ceilings are those of the agreements (MMG 1,500, with a regional increase 1,800; PLS
 * 880); a list counts people outside the sample too, so its length stands beside the choices and is never below them.
 */
final class DoctorMaker {
    private static final int DOCTORS = 80;
    private static final int MMG_CEILING = 1_500;
    private static final int MMG_RAISED = 1_800;
    private static final int PLS_CEILING = 880;
    private static final List<String> DISTRICTS = List.of("D1", "D2", "D3", "D4");
    private static final int[] DISTRICT_WEIGHTS = Dice.cumulative(14, 28, 28, 10);
    private static final int PLS_UNTIL_AGE = 14;

    private final Dice dice;
    private final LocalDate today;
    private final List<Doctor> doctors = new ArrayList<>();
    private final Map<String, List<String>> byTypeAndDistrict = new HashMap<>();

    DoctorMaker(long seed, LocalDate today) {
        this.dice = Dice.of(seed, "doctors");
        this.today = today;
        NameSource names = new NameSource();
        for (int i = 0; i < DOCTORS; i++) {
            add(names, i);
        }
    }

    List<Doctor> all() {
        return doctors;
    }

    /** A fifth are paediatricians; the first of each kind go round the districts, so that none is without. */
    private void add(NameSource names, int index) {
        boolean paediatrician = index % 5 == 4;
        int round = paediatrician ? index / 5 : index - index / 5;
        String district =
                round < DISTRICTS.size() ? DISTRICTS.get(round) : DISTRICTS.get(dice.weighted(DISTRICT_WEIGHTS));
        String kind = paediatrician ? "PLS" : "MMG";
        int ceiling = paediatrician ? PLS_CEILING : dice.perCent(10) ? MMG_RAISED : MMG_CEILING;
        String id = String.format(Locale.ROOT, "M%03d", index + 1);
        String sex = dice.perCent(52) ? "F" : "M";
        LocalDate birthDate = Ages.within(dice, today, 32, 38);
        doctors.add(new Doctor(
                id,
                names.surname(dice),
                names.names(dice, sex, birthDate),
                kind,
                district,
                ceiling,
                enrolled(ceiling)));
        byTypeAndDistrict
                .computeIfAbsent(kind + district, key -> new ArrayList<>())
                .add(id);
    }

    /** A quarter at the ceiling, two fifths just below it, few above it, as after family reunifications. */
    private int enrolled(int ceiling) {
        int kind = dice.below(100);
        if (kind < 25) {
            return ceiling;
        }
        if (kind < 65) {
            return ceiling - dice.between(1, 20);
        }
        return kind < 68 ? ceiling + dice.between(1, 8) : ceiling * dice.between(60, 95) / 100;
    }

    /** Who looks after a newborn, a child, a grown-up; few have chosen nobody. */
    @Nullable
    String choose(LocalDate birthDate, String district) {
        int age = Period.between(birthDate, today).getYears();
        if (dice.perThousand(age < 1 ? 300 : 20)) {
            return null;
        }
        boolean child = age < 6 || (age < PLS_UNTIL_AGE && dice.perCent(80));
        List<String> possible = byTypeAndDistrict.getOrDefault((child ? "PLS" : "MMG") + district, List.of());
        return dice.pick(possible);
    }
}
