package it.sportello.app.frame;

import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a window: base theme, our sheets, font, root size. Follows the operator's {@link Look} and the width. */
public final class Appearance {
    private static final String FOLDER = "/it/sportello/app/theme/";
    private static final List<String> FONTS =
            List.of("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf");

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.standard());

    /** The standard look until the operator's own is known. */
    public Appearance() {}

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    public Look look() {
        return look.get();
    }

    /** Dresses a scene now and after every change of look or width. */
    public void dress(Scene scene) {
        FONTS.forEach(Appearance::loadFont);
        look.addListener((observed, before, after) -> apply(scene, after));
        scene.widthProperty().addListener((observed, before, after) -> applySize(scene, look.get()));
        apply(scene, look.get());
    }

    private static void apply(Scene scene, Look wanted) {
        scene.setUserAgentStylesheet(wanted.theme().base());
        scene.getStylesheets().setAll(address("sportello.css"), address(wanted.theme().file()));
        applySize(scene, wanted);
    }

    private static void applySize(Scene scene, Look wanted) {
        Parent root = scene.getRoot();
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %dpx;", wanted.rootPixels(scene.getWidth())));
    }

    private static String address(String file) {
        return resource(FOLDER + file).toExternalForm();
    }

    private static void loadFont(String file) {
        Font loaded = Font.loadFont(resource("/it/sportello/app/fonts/" + file).toExternalForm(), 14);
        Objects.requireNonNull(loaded, "font cannot be read");
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Appearance.class.getResource(path), path);
    }
}
