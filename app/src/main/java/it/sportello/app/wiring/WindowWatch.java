package it.sportello.app.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/**
 * Hears the keys of every window of one workstation as windows come and go: dialogs, pop-ups, second windows. Another
 * workstation of the same program marks its own main window and is left alone.
 */
final class WindowWatch implements AutoCloseable {
    /** Between two windows of ours the keyboard is nowhere for a moment. */
    private static final long NOWHERE_NANOS = 500_000_000;

    private final Window main;
    private final BiConsumer<KeyEvent, Window> keys;
    private final Map<Window, Subscription> heard = new HashMap<>();
    private final ListChangeListener<Window> changes = change -> {
        while (change.next()) {
            change.getRemoved().forEach(this::leave);
            change.getAddedSubList().forEach(this::join);
        }
    };
    /** A workstation that is over hears nothing more, also not in the windows of others. */
    private final EventHandler<WindowEvent> whenHidden = event -> close();

    private Optional<Long> nowhereSince = Optional.empty();
    private boolean lost;

    WindowWatch(Window main, BiConsumer<KeyEvent, Window> keys) {
        this.main = main;
        this.keys = keys;
    }

    void start() {
        main.getProperties().put(WindowWatch.class, this);
        List.copyOf(Window.getWindows()).forEach(this::join);
        join(main);
        Window.getWindows().addListener(changes);
        main.addEventHandler(WindowEvent.WINDOW_HIDDEN, whenHidden);
    }

    @Override
    public void close() {
        main.removeEventHandler(WindowEvent.WINDOW_HIDDEN, whenHidden);
        Window.getWindows().removeListener(changes);
        List.copyOf(heard.keySet()).forEach(this::leave);
        main.getProperties().remove(WindowWatch.class);
    }

    /** The window that has the keyboard when a pop-up over it hears a key: the pop-up's owner. */
    static Window keyboardOf(Window window) {
        Window at = window;
        while (at instanceof PopupWindow popup && popup.getOwnerWindow() != null) {
            at = popup.getOwnerWindow();
        }
        return at;
    }

    /** Whether the keyboard has gone to another program: the rest of what was being read will not come. */
    boolean isKeyboardElsewhere(long nanoTime) {
        if (!lost || heard.keySet().stream().anyMatch(Window::isFocused)) {
            nowhereSince = Optional.empty();
            lost = false;
            return false;
        }
        nowhereSince = nowhereSince.or(() -> Optional.of(nanoTime));
        return nanoTime - nowhereSince.get() > NOWHERE_NANOS;
    }

    private void join(Window window) {
        if (heard.containsKey(window) || !isOurs(window)) {
            return;
        }
        EventHandler<KeyEvent> filter = event -> keys.accept(event, window);
        window.addEventFilter(KeyEvent.ANY, filter);
        Subscription focus = window.focusedProperty().subscribe((before, now) -> {
            if (!now) {
                lost = true;
            }
        });
        heard.put(window, focus.and(() -> window.removeEventFilter(KeyEvent.ANY, filter)));
    }

    private void leave(Window window) {
        Subscription hearing = heard.remove(window);
        if (hearing != null) {
            hearing.unsubscribe();
        }
    }

    private boolean isOurs(Window window) {
        Window at = window;
        while (owner(at).isPresent()) {
            at = owner(at).get();
        }
        Object mark = at.getProperties().get(WindowWatch.class);
        return mark == null || mark.equals(this);
    }

    private static Optional<Window> owner(Window window) {
        return switch (window) {
            case PopupWindow popup -> Optional.ofNullable(popup.getOwnerWindow());
            case Stage stage -> Optional.ofNullable(stage.getOwner());
            default -> Optional.empty();
        };
    }
}
