package it.sportello.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Linked appointments: a place for each service, in order, each beginning within the gaps after the end of the one
 * before. From every place of the first service, the chain whose last appointment begins soonest. Taking the earliest
 * next place instead would miss chains, because a later one may be the only one from which the rest can be done.
 */
final class LinkedPlaces {
    private static final int NONE = -1;

    private LinkedPlaces() {}

    /**
     * The chains, at most one for each place of the first service.
     *
     * @param byService the places of each service by start, the preferred first among those of one start
     */
    static List<List<Candidate>> chains(List<List<Candidate>> byService, Duration leastGap, Duration mostGap) {
        int last = byService.size() - 1;
        List<int[]> next = new ArrayList<>();
        List<Instant> ends =
                byService.get(last).stream().map(one -> one.slot().start()).toList();
        for (int row = last - 1; row >= 0; row--) {
            List<Candidate> after = byService.get(row + 1);
            Soonest soonest = new Soonest(ends);
            List<Instant> endsFromHere = new ArrayList<>();
            int[] chosen = new int[byService.get(row).size()];
            for (int i = 0; i < chosen.length; i++) {
                Instant end = byService.get(row).get(i).slot().end();
                chosen[i] = soonest.between(
                        firstFrom(after, end.plus(leastGap)),
                        firstFrom(after, end.plus(mostGap).plusNanos(1)));
                endsFromHere.add(chosen[i] == NONE ? Instant.MAX : ends.get(chosen[i]));
            }
            next.add(0, chosen);
            ends = endsFromHere;
        }
        return follow(byService, next);
    }

    private static List<List<Candidate>> follow(List<List<Candidate>> byService, List<int[]> next) {
        List<List<Candidate>> chains = new ArrayList<>();
        for (int anchor = 0; anchor < byService.get(0).size(); anchor++) {
            List<Candidate> chain = new ArrayList<>();
            int at = anchor;
            for (int row = 0; at != NONE; row++) {
                chain.add(byService.get(row).get(at));
                at = row < next.size() ? next.get(row)[at] : NONE;
            }
            if (chain.size() == byService.size()) {
                chains.add(chain);
            }
        }
        return chains;
    }

    /** The index of the first place that does not begin before a moment. */
    private static int firstFrom(List<Candidate> byStart, Instant from) {
        int low = 0;
        int high = byStart.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byStart.get(middle).slot().start().isBefore(from)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Finds the soonest end in any range of places, in logarithmic time. */
    private static final class Soonest {
        private final List<Instant> ends;
        private final int[] best;

        /** Places from which the rest cannot be done end at {@link Instant#MAX}. */
        Soonest(List<Instant> ends) {
            this.ends = ends;
            best = new int[2 * ends.size()];
            for (int i = best.length - 1; i > 0; i--) {
                best[i] = i >= ends.size() ? i - ends.size() : sooner(best[2 * i], best[2 * i + 1]);
            }
        }

        /** The index of the soonest end from one index, included, to another, excluded; NONE when there is none. */
        int between(int from, int to) {
            int found = NONE;
            for (int low = from + ends.size(), high = to + ends.size(); low < high; low /= 2, high /= 2) {
                if (low % 2 == 1) {
                    found = sooner(found, best[low++]);
                }
                if (high % 2 == 1) {
                    found = sooner(found, best[--high]);
                }
            }
            return found == NONE || ends.get(found).equals(Instant.MAX) ? NONE : found;
        }

        private int sooner(int one, int other) {
            if (one == NONE) {
                return other;
            }
            int byEnd = ends.get(one).compareTo(ends.get(other));
            return byEnd < 0 || (byEnd == 0 && one < other) ? one : other;
        }
    }
}
