package it.sportello.devices.twin.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a running twin understands on its standard input. */
final class CommandList {

    /** Reads the words of a command and gives what it does, which happens only if no word was too many. */
    @FunctionalInterface
    interface Reading {
        Runnable read(Words words);
    }

    private record Entry(String form, String meaning, Reading reading) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * Adds a command.
     *
     * @param form how it is written, its name first
     */
    CommandList add(String form, String meaning, Reading reading) {
        entries.put(form.split(" ", 2)[0], new Entry(form, meaning, reading));
        return this;
    }

    /** Adds a command of its name alone. */
    CommandList add(String name, String meaning, Runnable action) {
        return add(name, meaning, words -> action);
    }

    /**
     * Does what a line says.
     *
     * @return false for an empty line or a remark behind {@code #}
     */
    boolean obey(String line) {
        Words words = new Words(line);
        if (!words.any() || line.strip().startsWith("#")) {
            return false;
        }
        String name = words.next("a command").toLowerCase(Locale.ROOT);
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new WrongWords("there is no command " + name + "; help lists them");
        }
        Runnable action;
        try {
            action = entry.reading().read(words);
            words.end();
        } catch (WrongWords wrong) {
            throw new WrongWords(wrong.text() + " (it is written: " + entry.form() + ")");
        }
        action.run();
        return true;
    }

    /** One line for each command. */
    String help() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries.values()) {
            text.append(String.format(Locale.ROOT, "  %-34s %s%n", entry.form(), entry.meaning()));
        }
        return text.toString().stripTrailing();
    }
}
