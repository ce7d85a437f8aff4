package it.sportello.app.prints;

import it.sportello.app.frame.FxDoor;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintNews;
import it.sportello.devices.printer.PrinterCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the prints wait for, and who wants to hear of changes. On the window's thread. */
final class NewsOfPrints {
    private final Map<UUID, PrinterCause> waiting = new HashMap<>();
    private final List<Runnable> readers = new ArrayList<>();

    NewsOfPrints(PrintDesk prints, FxDoor door) {
        prints.onNews(news -> door.later(() -> heard(news)));
    }

    private void heard(PrintNews news) {
        news.waitingFor()
                .ifPresentOrElse(
                        cause -> waiting.put(news.job().id(), cause),
                        () -> waiting.remove(news.job().id()));
        List.copyOf(readers).forEach(Runnable::run);
    }

    Optional<PrinterCause> waitingFor(UUID jobId) {
        return Optional.ofNullable(waiting.get(jobId));
    }

    /** Told of every change until the answer is run. */
    Runnable follow(Runnable reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }
}
