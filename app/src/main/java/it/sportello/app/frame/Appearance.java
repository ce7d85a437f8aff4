package it.sportello.app.frame;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses a window: base theme, our sheets, font, root size. Follows the operator's {@link Look} and the width. */
public final class Appearance {
    private static final String FOLDER = "/it/sportello/app/theme/";
    private static final double ICON = 1.1;
    private static final double TITLE_ICON = 1.6;
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
        scene.widthProperty().addListener((observed, before, after) -> applySize(scene, before, after));
        apply(scene, look.get());
    }

    private static void apply(Scene scene, Look wanted) {
        scene.setUserAgentStylesheet(wanted.theme().base());
        int pixels = wanted.rootPixels(scene.getWidth());
        scene.getStylesheets()
                .setAll(address("sportello.css"), address(wanted.theme().file()), icons(pixels));
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %dpx;", pixels));
    }

    private void applySize(Scene scene, Number before, Number after) {
        if (look().rootPixels(before.doubleValue()) != look().rootPixels(after.doubleValue())) {
            apply(scene, look());
        }
    }

    // An em of an icon is the icon's own size, so its size has to be said in pixels.
    private static String icons(int rootPixels) {
        String css = String.format(
                Locale.ROOT,
                ".ikonli-font-icon { -fx-icon-size: %dpx; } .text-title .ikonli-font-icon { -fx-icon-size: %dpx; }",
                Math.round(rootPixels * ICON),
                Math.round(rootPixels * TITLE_ICON));
        String encoded = Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
        return "data:text/css;base64," + encoded;
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
