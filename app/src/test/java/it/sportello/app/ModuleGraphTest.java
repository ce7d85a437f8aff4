package it.sportello.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tests run on the class path, the workstation on the module path: what would be missing only there. */
class ModuleGraphTest {
    private static final List<String> OF_TESTS = List.of("test-classes", "testfx", "verapdf", "junit", "archunit");

    /** A library without descriptor finds only what somebody else asked for. */
    @Test
    void whatPdfboxLogsToIsThere() {
        Path[] libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OF_TESTS.stream().noneMatch(entry::contains))
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new);
        Configuration modules = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(libraries), ModuleFinder.of(), Set.of("it.sportello.app"));
        assertTrue(modules.findModule("org.apache.pdfbox").isPresent());
        assertTrue(modules.findModule("org.apache.commons.logging").isPresent());
    }
}
