package it.sportello.app.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML file that belongs to a view. */
public final class Fxml {
    private Fxml() {}

    /**
     * Loads {@code SignInView.fxml} beside the class {@code SignInView}, with the view already made by its own
     * constructor as controller (the file names none) and the package's {@link Texts}. The view's {@code @FXML} fields
     * and its {@code initialize} method are package-private; its package is opened to {@code javafx.fxml}.
     */
    public static Parent load(Object view, Texts texts) {
        Class<?> type = view.getClass();
        URL location = type.getResource(type.getSimpleName() + ".fxml");
        if (location == null) {
            throw new IllegalStateException("no FXML for " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(location, texts.bundle());
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
