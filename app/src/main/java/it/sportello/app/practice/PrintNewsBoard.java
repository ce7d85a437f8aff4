package it.sportello.app.practice;

import it.sportello.app.frame.FxDoor;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintNews;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The news of the printer for the screens that are alive: each leaves when it closes. On the window's thread. */
final class PrintNewsBoard {
    private final List<Consumer<PrintNews>> readers = new ArrayList<>();

    PrintNewsBoard(PrintDesk prints, FxDoor door) {
        prints.onNews(news -> door.later(() -> List.copyOf(readers).forEach(reader -> reader.accept(news))));
    }

    /** Hears every piece of news until the answer is run. */
    Runnable read(Consumer<PrintNews> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }
}
