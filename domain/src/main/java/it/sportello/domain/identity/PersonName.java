package it.sportello.domain.identity;

/** Surname and given names as the registry writes them. {@code toString()} shows the initials only. */
public record PersonName(String surname, String names) {
    public PersonName {
        surname = surname.strip();
        names = names.strip();
    }

    /** {@code ROSSI MARIA}: as lists and prints show it. */
    public String full() {
        return (surname + " " + names).strip();
    }

    /** {@code R. M.}: for screens that the public can see. */
    public String initials() {
        return (initial(surname) + " " + initial(names)).strip();
    }

    private static String initial(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + ".";
    }

    @Override
    public String toString() {
        return initials();
    }
}
