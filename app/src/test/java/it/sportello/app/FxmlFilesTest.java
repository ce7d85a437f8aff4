package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import it.sportello.app.frame.Texts;
import it.sportello.app.window.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every FXML file loads, and it and its view mean the same nodes (architecture §3). */
class FxmlFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ID = Pattern.compile("fx:id=\"([^\"]+)\"");

    private static Desk desk;

    @BeforeAll
    static void openTheToolkit() {
        desk = Desk.open(640, 480);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            List<Path> found = all.filter(file -> file.toString().endsWith(".fxml"))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty());
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileAndViewMeanTheSameNodes(Path file) throws Exception {
        Class<?> view = view(file);
        Map<String, Object> nodes = Desk.onFx(() -> load(file, view));
        List<String> wrong = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (Field field : fields(view)) {
            wanted.add(field.getName());
            Object node = nodes.get(field.getName());
            if (node == null) {
                wrong.add("no fx:id for the field " + field.getName());
            } else if (!field.getType().isInstance(node)) {
                wrong.add(field.getName() + " is a " + node.getClass().getSimpleName());
            }
        }
        String text = Files.readString(file);
        Matcher ids = ID.matcher(text);
        while (ids.find()) {
            String id = ids.group(1);
            if (!wanted.contains(id) && !text.contains("\"$" + id + "\"")) {
                wrong.add("nobody uses fx:id " + id);
            }
        }
        assertEquals(List.of(), wrong, file.toString());
    }

    /** The class beside which the file lies, of the same name: that is how a view finds its file. */
    private static Class<?> view(Path file) throws ClassNotFoundException {
        String name = RESOURCES.relativize(file).toString();
        return Class.forName(name.substring(0, name.length() - ".fxml".length())
                .replace('/', '.')
                .replace('\\', '.'));
    }

    private static Map<String, Object> load(Path file, Class<?> view) {
        FXMLLoader loader = new FXMLLoader(
                view.getResource(file.getFileName().toString()), Texts.of(view).bundle());
        try {
            loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return loader.getNamespace();
    }

    private static List<Field> fields(Class<?> view) {
        return Stream.of(view.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .toList();
    }
}
