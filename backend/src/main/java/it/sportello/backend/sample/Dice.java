package it.sportello.backend.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * The chance of one topic. Every topic has its own stream, so that a change in one table of the sample does not move the
 * others.
 */
final class Dice {
    private final RandomGenerator random;

    private Dice(RandomGenerator random) {
        this.random = random;
    }

    static Dice of(long seed, String topic) {
        CRC32 crc = new CRC32();
        crc.update(topic.getBytes(StandardCharsets.UTF_8));
        long mixed = seed * 0x9E3779B97F4A7C15L + crc.getValue();
        return new Dice(new SplittableRandom(mixed));
    }

    /** From 0 to bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean perThousand(int share) {
        return random.nextInt(1000) < share;
    }

    boolean perCent(int share) {
        return random.nextInt(100) < share;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** As {@link #pick}, with the front of the list much more frequent than its end, as surnames are. */
    <T> T pickFrequent(List<T> from) {
        int bound = from.size();
        int a = random.nextInt(bound);
        int b = random.nextInt(bound);
        return from.get(random.nextInt(3) == 0 ? a : Math.min(a, b));
    }

    /** The index of a weight, drawn in proportion. */
    int weighted(int[] cumulative) {
        int drawn = random.nextInt(cumulative[cumulative.length - 1]);
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (drawn < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    static int[] cumulative(int... weights) {
        int[] sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** So many digits, the first one any too. */
    String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
