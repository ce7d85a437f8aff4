package it.sportello.quality.day.place;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a process of the day: the same Java and the same class path as the day itself. */
public final class JavaCommand {
    private JavaCommand() {}

    /** The command for a class with a main method and options of the virtual machine. */
    public static List<String> plain(Class<?> main, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED"));
        command.addAll(List.of(options));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        return command;
    }
}
