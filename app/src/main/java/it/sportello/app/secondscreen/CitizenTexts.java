package it.sportello.app.secondscreen;

import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.Texts;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

/** The words of the second screen in every language of the desk: fixed and reviewed, never put together by a machine. */
final class CitizenTexts {
    private final Map<CitizenLanguage, Texts> texts = new EnumMap<>(CitizenLanguage.class);

    CitizenTexts() {
        for (CitizenLanguage language : CitizenLanguage.values()) {
            texts.put(language, Texts.of(CitizenTexts.class, "citizen_" + language.code() + ".properties"));
        }
    }

    String get(CitizenLanguage language, String key, Object... arguments) {
        Texts known = texts.get(language);
        if (known == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return known.get(key, arguments);
    }

    /** A moment written out in words, with 24 hours. */
    String moment(CitizenLanguage language, LocalDateTime moment) {
        return DateTimeFormatter.ofPattern(get(language, "date.pattern"), language.locale())
                .format(moment);
    }
}
