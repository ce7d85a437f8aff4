package it.sportello.devices.scanner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys in any order and rhythm: none that a person pressed is lost without a reading, and none comes twice. */
public final class WedgeFuzz {
    private static final long MILLISECOND = 1_000_000L;
    private static final List<KeyInput.Kind> KINDS =
            List.of(KeyInput.Kind.PRESSED, KeyInput.Kind.TYPED, KeyInput.Kind.RELEASED);
    private static final List<String> KEYS =
            List.of("A", "B", "DIGIT1", "ENTER", "TAB", "F13", "F2", "SHIFT", "CONTROL", "ESCAPE", "J", "SPACE");
    private static final List<String> CHARACTERS = List.of("a", "B", "1", "|", "\r", "\n", "\t", "", "\u001d", "è");

    private WedgeFuzz() {}

    /** Two bytes for each event: what it is, and how long after the one before. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        boolean prefix = (input[0] & 1) != 0;
        WedgeDecoder<Integer> decoder =
                new WedgeDecoder<>(prefix ? WedgeSettings.withPrefix("F13") : WedgeSettings.BY_SPEED);
        Set<Integer> out = new HashSet<>();
        long now = 0;
        for (int i = 1; i + 1 < input.length; i += 2) {
            now += (input[i + 1] & 0xFF) * MILLISECOND;
            decoder.tick(now).ifPresent(verdict -> follow(verdict, -1, out));
            follow(decoder.accept(event(input[i] & 0xFF, now), i), i, out);
        }
        Optional<WedgeVerdict<Integer>> last = decoder.tick(now + 60_000 * MILLISECOND);
        last.ifPresent(verdict -> follow(verdict, -1, out));
        if (decoder.isWaiting()) {
            throw new IllegalStateException("something is held for ever");
        }
    }

    private static KeyInput event(int b, long now) {
        KeyInput.Kind kind = KINDS.get(b % KINDS.size());
        int which = b / KINDS.size();
        boolean typed = kind == KeyInput.Kind.TYPED;
        return new KeyInput(
                kind,
                typed ? "" : KEYS.get(which % KEYS.size()),
                typed ? CHARACTERS.get(which % CHARACTERS.size()) : "",
                which > 60,
                now);
    }

    private static void follow(WedgeVerdict<Integer> verdict, int event, Set<Integer> out) {
        List<Integer> released = new ArrayList<>();
        if (verdict instanceof WedgeVerdict.Release<Integer>(List<Integer> events)) {
            released.addAll(events);
        } else if (verdict instanceof WedgeVerdict.Pass<Integer>) {
            released.add(event);
        }
        for (Integer each : released) {
            if (!out.add(each)) {
                throw new IllegalStateException("an event came twice");
            }
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                new byte[] {0, 1, 5, 4, 5, 7, 5, 1, 5, 4, 5, 7, 5, 9, 5, 13, 0},
                new byte[] {1, 15, 5, 1, 5, 4, 5, 7, 5, 9, 5, 13, 0},
                new byte[] {0, 0, 100, 1, 100, 2, 100});
    }
}
