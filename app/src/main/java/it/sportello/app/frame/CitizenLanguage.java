package it.sportello.app.frame;

import java.util.Locale;
import java.util.Optional;

/** Languages in which a citizen is spoken to (specification §16): Italian, and the six of the desk's prints. */
public enum CitizenLanguage {
    IT("Italiano"),
    EN("English"),
    FR("Français"),
    ES("Español"),
    ZH("中文"),
    RO("Română"),
    RU("Русский");

    private final String ownName;

    CitizenLanguage(String ownName) {
        this.ownName = ownName;
    }

    /** As its speakers write it. */
    public String ownName() {
        return ownName;
    }

    /** ISO 639-1. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The language of a code; empty when the desk does not speak it. */
    public static Optional<CitizenLanguage> of(String code) {
        for (CitizenLanguage language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
