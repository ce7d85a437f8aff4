package it.sportello.offlinecache.sync;

import it.sportello.api.Bookings;
import it.sportello.api.Feeds;
import it.sportello.api.Problem;
import it.sportello.api.Sessions;
import it.sportello.offlinecache.cache.LocalCache;
import it.sportello.offlinecache.remote.Answer;
import it.sportello.offlinecache.remote.Backend;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Fetches news for the cache: the feed often, today's bookings and the parameters now and then. */
final class Puller {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Duration REFRESH = Duration.ofMinutes(5);
    private static final int GONE = 410;
    private static final int MOST_PAGES = 100;

    private final Backend backend;
    private final LocalCache cache;
    private final Supplier<Optional<DeskScope>> scope;
    private final DeskClock clock;
    private final LongSupplier nanos;
    private final int page;
    private Optional<Long> refreshedAt = Optional.empty();

    Puller(SyncParts parts, DeskClock clock, int page) {
        this.backend = parts.backend();
        this.cache = parts.cache();
        this.scope = parts.scope();
        this.nanos = parts.nanos();
        this.clock = clock;
        this.page = page;
    }

    /** One round; also the way to find out that the line is back. */
    void pull() {
        Optional<DeskScope> desk = scope.get();
        if (desk.isEmpty()) {
            backend.health();
            return;
        }
        if (feed() && isRefreshDue()) {
            refresh(desk.get());
        }
    }

    private boolean feed() {
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Answer<Feeds.Page> answer = backend.feed(cache.cursor(), page);
            if (answer instanceof Answer.Done<Feeds.Page>(Feeds.Page news)) {
                cache.applyPage(news);
                if (!news.more()) {
                    return true;
                }
            } else if (answer instanceof Answer.Refused<Feeds.Page>(Problem problem) && problem.status() == GONE) {
                cache.reseed();
                refreshedAt = Optional.empty();
            } else {
                return false;
            }
        }
        return true;
    }

    private boolean isRefreshDue() {
        return refreshedAt.isEmpty() || nanos.getAsLong() - refreshedAt.get() >= REFRESH.toNanos();
    }

    private void refresh(DeskScope desk) {
        LocalDate today = LocalDate.ofInstant(clock.corrected(), ROME);
        if (backend.bookings(desk.siteId(), today) instanceof Answer.Done<Bookings.DayList>(Bookings.DayList list)) {
            cache.putDayList(desk.siteId(), list);
            refreshedAt = Optional.of(nanos.getAsLong());
        }
        if (backend.parameters(desk.deskId())
                instanceof Answer.Done<Sessions.ParameterTable>(Sessions.ParameterTable table)) {
            cache.putBlock(LocalCache.PARAMETERS, table);
        }
    }
}
