package it.sportello.app.window;

import it.sportello.app.frame.Actions;
import it.sportello.app.frame.Appearance;
import it.sportello.app.frame.DeskState;
import it.sportello.app.frame.Frame;
import it.sportello.app.frame.FrameParts;
import it.sportello.app.frame.FxDoor;
import it.sportello.app.frame.InPlaceBackground;
import it.sportello.app.frame.KeyMap;
import it.sportello.app.frame.Messages;
import it.sportello.app.frame.Navigator;
import it.sportello.app.frame.Refusals;
import it.sportello.app.frame.Window;
import it.sportello.app.frame.Words;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A real window on the test display, with its frame and nothing behind it; for tests of any group of screens. */
public final class Desk implements AutoCloseable {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T08:20:00Z"), ZoneId.of("Europe/Rome"));

    private final FxDoor door = new FxDoor();
    public final FrameParts parts;
    public final Window window;
    public final Frame frame;
    public final InPlaceBackground background = new InPlaceBackground();
    private @Nullable Stage stage;

    private Desk() {
        Messages messages = new Messages(CLOCK);
        Navigator navigator = new Navigator(() -> {});
        parts = new FrameParts(
                navigator, new Actions(navigator), new KeyMap(), messages, new DeskState(), new Appearance());
        window = new Window(parts, CLOCK, door);
        frame = new Frame(navigator, background, messages, window.dialogs(), new Refusals(), new Words(), CLOCK);
    }

    /** Opens the toolkit when needed, and the window at a size in pixels. */
    public static Desk open(int width, int height) {
        try {
            new FxDoor().open();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return onFx(() -> {
            Desk desk = new Desk();
            Stage stage = new Stage();
            stage.initStyle(javafx.stage.StageStyle.UNDECORATED);
            desk.stage = stage;
            desk.window.show(stage);
            desk.resize(width, height);
            return desk;
        });
    }

    /** To be called on the window's thread. */
    public void resize(int width, int height) {
        Stage shown = java.util.Objects.requireNonNull(stage);
        shown.setX(0);
        shown.setY(0);
        shown.setWidth(width);
        shown.setHeight(height);
    }

    /** Runs on the window's thread and waits for the result. */
    public static <T> T onFx(Supplier<T> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new FxDoor().later(() -> {
            try {
                result.complete(action.get());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("on the window's thread", failed);
        }
    }

    /** Runs on the window's thread and waits. */
    public static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return Boolean.TRUE;
        });
    }

    /** Lets layout, styles and what was put off take place. */
    public void settle() {
        settle(window.scene());
    }

    private static void settle(Scene scene) {
        for (int i = 0; i < 3; i++) {
            run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
        }
    }

    /** A picture of the window. */
    public void picture(String name) {
        picture(window.scene(), name);
    }

    /** A picture of a scene, in {@code target/pictures}. */
    public static void picture(Scene scene, String name) {
        settle(scene);
        WritableImage image = onFx(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        java.awt.image.BufferedImage copy =
                new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            File file = new File("target/pictures/" + name + ".png");
            file.getParentFile().mkdirs();
            javax.imageio.ImageIO.write(copy, "png", file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        run(() -> {
            window.close();
            if (stage != null) {
                stage.close();
            }
        });
    }
}
