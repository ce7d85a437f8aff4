package it.sportello.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.sportello.app.frame.Look;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.util.Subscription;

/** What every state of a screen has to hold at every size and text size promised (R-A11-2, R-A11-4, R-A11-5, R-KEY-4). */
public final class Promised {
    private record Size(int width, int height, int percent) {}

    private static final List<Size> SIZES = List.of(
            new Size(1366, 768, 100), new Size(1366, 768, 125), new Size(1920, 1080, 100), new Size(1920, 1080, 200));

    private Promised() {}

    /** Looks at the window in each size, and leaves it as small as it was. */
    public static void check(Desk desk, String name) {
        for (Size size : SIZES) {
            size(desk, Look.standard().withTextPercent(size.percent()), size.width(), size.height());
            look(desk, "%s-%d-%d".formatted(name, size.width(), size.percent()));
        }
        size(desk, Look.standard(), 1366, 768);
    }

    /** Looks at the window as it is. */
    public static void look(Desk desk, String name) {
        desk.picture(name);
        none(desk, name, "cut", Layout::cutTexts);
        none(desk, name, "outside", Layout::outside);
        none(desk, name, "nameless", Layout::nameless);
        none(desk, name, "without a letter", Layout::withoutLetter);
        none(desk, name, "by colour only", Layout::byColourOnly);
    }

    private static void none(Desk desk, String name, String what, Function<Parent, List<String>> found) {
        assertEquals(List.of(), Desk.onFx(() -> found.apply(desk.window.scene().getRoot())), name + ": " + what);
    }

    /** Gives the window a look and a size; the display answers a new size in its own time. */
    public static void size(Desk desk, Look look, int width, int height) {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        Subscription following =
                Desk.onFx(() -> desk.window.scene().widthProperty().subscribe(now -> {
                    if (Math.round(now.doubleValue()) == width) {
                        reached.complete(true);
                    }
                }));
        Desk.run(() -> {
            desk.parts.appearance().lookProperty().set(look);
            desk.resize(width, height);
        });
        reached.orTimeout(30, TimeUnit.SECONDS).join();
        Desk.run(following::unsubscribe);
        desk.settle();
    }
}
