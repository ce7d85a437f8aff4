package it.sportello.devices.twin.command;

import it.sportello.devices.twin.PseudoTerminal;
import it.sportello.devices.twin.TwinPlug;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The options somebody gave. */
final class TwinArguments {
    private static final int MOST_PORT = 65_535;

    private final Map<String, String> given = new HashMap<>();

    /** Takes the words behind the name of the family; throws {@link WrongWords} for what none of the options is. */
    TwinArguments(List<String> words, List<TwinOption> options) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            TwinOption option = options.stream()
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new WrongWords("there is no option " + word));
            String value = "";
            if (!option.argument().isEmpty()) {
                if (at == words.size()) {
                    throw new WrongWords(word + " needs " + option.argument());
                }
                value = words.get(at++);
            }
            if (given.put(word, value) != null) {
                throw new WrongWords(word + " is given twice");
            }
        }
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    <T> T choice(String name, Map<String, T> choices, T usual) {
        String word = given.get(name);
        return word == null ? usual : Words.choice(word, name, choices);
    }

    int number(String name, int from, int to, int usual) {
        String word = given.get(name);
        return word == null ? usual : Words.number(word, name, from, to);
    }

    /** The choices of an enumeration, written small and with dashes. */
    static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> names = new HashMap<>();
        for (E value : values) {
            names.put(word(value), value);
        }
        return names;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The channel.
     *
     * @param line whether the real device usually hangs on a serial line
     */
    TwinPlug plug(boolean line) {
        if ((has("--tcp") ? 1 : 0) + (has("--pty") ? 1 : 0) + (has("--link") ? 1 : 0) > 1) {
            throw new WrongWords("--tcp, --pty and --link exclude one another");
        }
        boolean wantsLine = has("--pty") || has("--link");
        if (wantsLine && !PseudoTerminal.isSupported()) {
            throw new WrongWords("this system has no pseudo-terminals: use --tcp PORT");
        }
        if (wantsLine || (line && !has("--tcp") && PseudoTerminal.isSupported())) {
            return value("--link")
                    .map(name -> TwinPlug.line(Path.of(name).toAbsolutePath()))
                    .orElseGet(TwinPlug::line);
        }
        return TwinPlug.tcp(number("--tcp", 0, MOST_PORT, 0));
    }
}
