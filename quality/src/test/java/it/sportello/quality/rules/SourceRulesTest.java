package it.sportello.quality.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules read off the sources: the four doors, sizes of FXML, texts as keys, names of the glossary. */
class SourceRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("domain", "api", "devices", "offline-cache", "backend", "app");
    private static final Set<String> DOORS =
            Set.of("ThreadedBackground.java", "DeviceLane.java", "SyncLoop.java", "ProblemMapper.java");
    private static final Pattern BROAD = Pattern.compile(
            "catch\\s*\\(\\s*(final\\s+)?([\\w.]+\\s*\\|\\s*)*(Exception|Throwable|RuntimeException)\\b");
    private static final Pattern FLAG_SET = Pattern.compile("\\.set\\(true\\);");
    private static final Pattern BACKGROUND_WORK = Pattern.compile("\\bbackground(\\(\\))?\\s*\\.(run|does)\\(");
    private static final Pattern LITERAL_TEXT =
            Pattern.compile("\\b(text|promptText|accessibleText|accessibleHelp)=\"(?!%)[^\"]*\\p{L}");

    @Test
    void onlyFourDoorsCatchBroadly() {
        assertEquals(List.of(), broadCatches(sources(".java")));
    }

    @Test
    void fxmlIsShortAndItsTextsAreKeys() {
        assertEquals(List.of(), fxmlFaults(sources(".fxml")));
    }

    @Test
    void aKeyThatIsDeadWhileWorkRunsLivesAgainHoweverTheWorkEnds() {
        assertEquals(List.of(), deadKeys(sources(".java")));
    }

    @Test
    @Tag("R-I18-1")
    void plantedFaultsAreSeen(@TempDir Path planted) throws IOException {
        Path java = Files.writeString(
                planted.resolve("Other.java"), "try { run(); } catch (IOException | RuntimeException e) { }");
        Path fxml = Files.writeString(
                planted.resolve("Long.fxml"), "<Label text=\"Incassa\"/>\n" + "<Label text=\"%key\"/>\n".repeat(160));
        Path dead = Files.writeString(planted.resolve("Dead.java"), """
                class Dead {
                    void press() {
                        busy.set(true);
                        background
                                .run(work)
                                .onSuccess(done -> busy.set(false));
                    }

                    void pressAgain() {
                        busy.set(true);
                        frame.background().does(work).whenOver(() -> busy.set(false)).onSuccess(this::show);
                    }
                }
                """);
        assertEquals(1, deadKeys(List.of(dead)).size());
        assertEquals(1, broadCatches(List.of(java)).size());
        assertEquals(2, fxmlFaults(List.of(fxml)).size());
        assertFalse(forbiddenNames(List.of(Path.of("PrinterManager.java"), Path.of("Ticket.java")))
                .isEmpty());
    }

    @Test
    void namesComeFromTheGlossary() {
        assertEquals(List.of(), forbiddenNames(sources(".java")));
    }

    @Test
    void moduleDescriptorsAreClosed() {
        List<String> faults = new ArrayList<>();
        for (Path file : sources("module-info.java")) {
            String text = read(file);
            if (text.contains("open module")) {
                faults.add(file + " is an open module");
            }
            Pattern.compile("\\bopens\\s+([\\w.]+)(\\s+to\\s+([^;]+))?;")
                    .matcher(text)
                    .results()
                    .filter(opens -> !"javafx.fxml".equals(opens.group(3)))
                    .forEach(opens -> faults.add(file + ": " + opens.group()));
            if (!text.contains("@org.jspecify.annotations.NullMarked")) {
                faults.add(file + " is not null-marked");
            }
        }
        assertEquals(List.of(), faults);
    }

    private static List<String> broadCatches(List<Path> files) {
        return files.stream()
                .filter(file -> !DOORS.contains(file.getFileName().toString()))
                .filter(file -> BROAD.matcher(read(file)).find())
                .map(Path::toString)
                .toList();
    }

    /** Methods that set a flag and begin work in the background without taking the flag back in {@code whenOver}. */
    private static List<String> deadKeys(List<Path> files) {
        return files.stream()
                .flatMap(file -> Stream.of(read(file).split("\\R    }\\R"))
                        .filter(method -> FLAG_SET.matcher(method).find()
                                && BACKGROUND_WORK.matcher(method).find()
                                && !method.contains(".whenOver("))
                        .map(method -> file.toString()))
                .toList();
    }

    private static List<String> fxmlFaults(List<Path> files) {
        List<String> faults = new ArrayList<>();
        for (Path file : files) {
            String text = read(file);
            if (text.lines().count() > 150) {
                faults.add(file + " has more than 150 lines");
            }
            if (LITERAL_TEXT.matcher(text).find()) {
                faults.add(file + " has a literal text");
            }
        }
        return faults;
    }

    private static List<String> forbiddenNames(List<Path> files) {
        List<String> forbidden = read(ROOT.resolve("docs/glossary.md"))
                .replaceFirst("(?s).*## Forbidden names", "")
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).strip())
                .toList();
        return files.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> forbidden.stream().anyMatch(word -> forbids(word, name)))
                .toList();
    }

    private static boolean forbids(String word, String name) {
        return word.endsWith("*") ? name.endsWith(word.substring(0, word.length() - 1)) : name.equals(word);
    }

    private static List<Path> sources(String ending) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .filter(Files::isDirectory)
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(folder)) {
                        return files
                                .filter(file -> file.getFileName().toString().endsWith(ending))
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
