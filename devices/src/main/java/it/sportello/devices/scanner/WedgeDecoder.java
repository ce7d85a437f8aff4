package it.sportello.devices.scanner;

import it.sportello.devices.scanner.KeyInput.Kind;
import it.sportello.devices.scanner.WedgeVerdict.Hold;
import it.sportello.devices.scanner.WedgeVerdict.Pass;
import it.sportello.devices.scanner.WedgeVerdict.Read;
import it.sportello.devices.scanner.WedgeVerdict.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the readings of a barcode reader that acts as a keyboard. With a prefix key everything from the prefix to ENTER
 * belongs to the reading, control characters and chords included. Without one, characters are held back for a moment: a
 * burst is a reading, anything slower goes to the field it was meant for.
 *
 * <p>Belongs to one thread. The window calls {@link #tick} about every ten milliseconds while {@link #isWaiting()}. In a
 * password field the window uses the decoder only with a prefix.
 *
 * @param <E> the toolkit's event, kept to be sent on
 */
public final class WedgeDecoder<E> {

    private static final int LONG = 30;
    private static final Set<String> ENDS = Set.of("ENTER", "TAB");
    private static final Set<String> MODIFIERS =
            Set.of("SHIFT", "CONTROL", "ALT", "ALT_GRAPH", "META", "WINDOWS", "COMMAND", "CAPS", "NUM_LOCK");
    private static final Set<String> OTHER_KEYS = Set.of(
            "ESCAPE",
            "BACK_SPACE",
            "DELETE",
            "INSERT",
            "HOME",
            "END",
            "PAGE_UP",
            "PAGE_DOWN",
            "UP",
            "DOWN",
            "LEFT",
            "RIGHT",
            "KP_UP",
            "KP_DOWN",
            "KP_LEFT",
            "KP_RIGHT",
            "CONTEXT_MENU",
            "PRINTSCREEN",
            "PAUSE");

    private enum State {
        IDLE,
        /** Between prefix and suffix. */
        ANNOUNCED,
        /** Fast characters, not known yet whose. */
        HOLDING,
        /** Just after a reading: the rest of ENTER, a second one, a line feed. */
        TAIL
    }

    private final WedgeSettings settings;
    private final long gap;
    private final long total;
    private final StringBuilder text = new StringBuilder();
    private final List<E> held = new ArrayList<>();
    private final Set<String> down = new HashSet<>();
    private State state = State.IDLE;
    private long first;
    private long last;

    public WedgeDecoder(WedgeSettings settings) {
        this.settings = settings;
        this.gap = settings.gap().toNanos();
        this.total = settings.total().toNanos();
    }

    /** Takes one event, in the order in which they come. */
    public WedgeVerdict<E> accept(KeyInput input, E event) {
        if (state == State.TAIL && input.nanoTime() - last > gap) {
            state = State.IDLE;
        }
        // A long code takes its time; between two keys of an announced reading no reader rests so long.
        boolean late = state == State.ANNOUNCED && input.nanoTime() - last > total;
        if (late) {
            reset();
        }
        if (input.kind() == Kind.PRESSED && settings.hasPrefix() && input.key().equals(settings.prefixKey())) {
            reset();
            state = State.ANNOUNCED;
            first = input.nanoTime();
            last = first;
            return new Hold<>();
        }
        return switch (state) {
            case IDLE -> settings.hasPrefix() ? new Pass<>() : idle(input, event);
            case ANNOUNCED -> announced(input);
            case HOLDING -> holding(input, event);
            case TAIL -> tail(input, event);
        };
    }

    /** Whether {@link #tick} has something to do. */
    public boolean isWaiting() {
        return state != State.IDLE;
    }

    /** Whether the next event may still belong to what came before it. */
    public boolean isBusy(long nanoTime) {
        return state != State.IDLE && !(state == State.TAIL && nanoTime - last > gap);
    }

    /**
     * Time passes without events.
     *
     * @return what to do now; empty for nothing. There is no present event to consume
     */
    public Optional<WedgeVerdict<E>> tick(long nanoTime) {
        long pause = nanoTime - last;
        return switch (state) {
            case IDLE -> Optional.empty();
            case TAIL -> {
                if (pause > gap) {
                    reset();
                }
                yield Optional.empty();
            }
            case ANNOUNCED -> pause > 3 * gap ? finished() : Optional.empty();
            case HOLDING -> {
                if (text.length() < settings.minimum()) {
                    yield pause > gap ? Optional.of(new Release<>(taken())) : Optional.empty();
                }
                yield pause > 3 * gap ? finished() : Optional.empty();
            }
        };
    }

    /** A reading was taken elsewhere: its ENTER, and what a CR LF adds to it, are still to come. */
    public void swallowTail(long nanoTime) {
        reset();
        state = State.TAIL;
        last = nanoTime;
    }

    /** Forgets everything: the window lost the keyboard. Held events are lost with it. */
    public void reset() {
        state = State.IDLE;
        text.setLength(0);
        held.clear();
        down.clear();
    }

    private Optional<WedgeVerdict<E>> finished() {
        String read = text.toString();
        reset();
        RawScan scan = ScanText.of(read);
        return scan.text().isEmpty() ? Optional.empty() : Optional.of(new Read<>(scan));
    }

    private WedgeVerdict<E> announced(KeyInput input) {
        last = input.nanoTime();
        if (input.kind() == Kind.TYPED) {
            type(input);
        } else if (input.kind() == Kind.PRESSED && input.key().equals("ENTER") && !text.isEmpty()) {
            return complete(input);
        }
        return new Hold<>();
    }

    private WedgeVerdict<E> complete(KeyInput input) {
        RawScan scan = ScanText.of(text.toString());
        reset();
        state = State.TAIL;
        last = input.nanoTime();
        return scan.text().isEmpty() ? new Hold<>() : new Read<>(scan);
    }

    private void type(KeyInput input) {
        input.character().codePoints().forEach(c -> {
            if (c == settings.separator() && c != 0) {
                text.append('\u001D');
            } else if ((c >= 0x20 && c != 0x7F) || c == 0x1D) {
                text.appendCodePoint(c);
            }
        });
    }

    private WedgeVerdict<E> idle(KeyInput input, E event) {
        boolean mayBegin = !input.chord() && isCharacterKey(input);
        if (!mayBegin || input.kind() == Kind.RELEASED) {
            return new Pass<>();
        }
        state = State.HOLDING;
        first = input.nanoTime();
        return keep(input, event);
    }

    private static boolean isCharacterKey(KeyInput input) {
        if (input.kind() == Kind.TYPED) {
            return !input.character().isEmpty() && input.character().charAt(0) >= 0x20;
        }
        String key = input.key();
        boolean function = key.matches("F[0-9]{1,2}");
        return !ENDS.contains(key) && !MODIFIERS.contains(key) && !OTHER_KEYS.contains(key) && !function;
    }

    private WedgeVerdict<E> keep(KeyInput input, E event) {
        last = input.nanoTime();
        held.add(event);
        if (input.kind() == Kind.TYPED) {
            type(input);
        }
        return new Hold<>();
    }

    private WedgeVerdict<E> holding(KeyInput input, E event) {
        if (input.kind() == Kind.RELEASED) {
            down.remove(input.key());
            held.add(event);
            return new Hold<>();
        }
        boolean slow = input.nanoTime() - last > gap;
        // Beyond this length nobody keeps up the speed, and a postal code has 256 characters.
        boolean tooLong = text.length() < LONG && input.nanoTime() - first > total;
        boolean repeating = input.kind() == Kind.PRESSED && isCharacterKey(input) && !down.add(input.key());
        if (slow || tooLong || repeating) {
            return human(input, event);
        }
        if (input.kind() == Kind.PRESSED && ENDS.contains(input.key())) {
            return text.length() >= settings.minimum() ? complete(input) : releaseWith(event);
        }
        if (isCharacterKey(input) && !input.chord()) {
            return keep(input, event);
        }
        boolean control = input.chord() || input.kind() == Kind.TYPED || MODIFIERS.contains(input.key());
        if (!control) {
            return releaseWith(event);
        }
        // A group separator comes as a chord; the characters of other chords are not text.
        if (input.kind() == Kind.TYPED && input.character().equals("\u001D")) {
            type(input);
        }
        last = input.nanoTime();
        held.add(event);
        return new Hold<>();
    }

    /** What was held goes on, and the present event is judged anew. */
    private WedgeVerdict<E> human(KeyInput input, E event) {
        List<E> before = taken();
        WedgeVerdict<E> now = idle(input, event);
        if (now instanceof Pass) {
            before.add(event);
        }
        return new Release<>(before);
    }

    private WedgeVerdict<E> releaseWith(E event) {
        List<E> all = taken();
        all.add(event);
        return new Release<>(all);
    }

    private List<E> taken() {
        List<E> all = new ArrayList<>(held);
        reset();
        return all;
    }

    /** ENTER comes as a press and as a typed character; a CR LF may add a second ENTER, or Ctrl+J. */
    private WedgeVerdict<E> tail(KeyInput input, E event) {
        boolean rest = input.kind() == Kind.RELEASED
                || (input.kind() == Kind.PRESSED && (ENDS.contains(input.key()) || MODIFIERS.contains(input.key())))
                || (input.kind() == Kind.TYPED && input.character().codePoints().allMatch(c -> c < 0x20))
                || input.chord();
        if (rest) {
            last = input.nanoTime();
            return new Hold<>();
        }
        reset();
        return settings.hasPrefix() ? new Pass<>() : idle(input, event);
    }
}
