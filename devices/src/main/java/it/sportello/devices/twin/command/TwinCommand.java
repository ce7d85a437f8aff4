package it.sportello.devices.twin.command;

import it.sportello.devices.DeviceFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One twin as a program: says in one line where it listens, tells what happens to it, does what it is told on its standard
 * input, and runs until {@code quit} or until it is stopped. The end of the standard input does not stop it.
 */
public final class TwinCommand {
    /** All went well. */
    public static final int DONE = 0;
    /** The twin could not start. */
    public static final int FAILED = 1;
    /** The command line makes no sense; the usage was printed. */
    public static final int WRONG = 2;

    private static final int MOST_WAIT = 600_000;
    private static final long LOOK = 100;

    private final BufferedReader in;
    private final PrintStream errors;
    private final Notices notices;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * @param clock the terminal's time, and the day by which a card has expired
     */
    public TwinCommand(BufferedReader in, PrintStream out, PrintStream errors, Clock clock) {
        this.in = in;
        this.errors = errors;
        this.notices = new Notices(out);
        this.clock = clock;
    }

    /** Runs until the end and gives the exit code. */
    public int run(List<String> words) {
        if (words.isEmpty() || words.getFirst().equals("--help")) {
            (words.isEmpty() ? new Notices(errors) : notices).say(families());
            return words.isEmpty() ? WRONG : DONE;
        }
        String usage = families();
        try {
            TwinFamily family = Words.choice(words.getFirst(), "the twin", TwinFamily.NAMES);
            usage = usage(family);
            List<String> rest = words.subList(1, words.size());
            if (rest.contains("--help")) {
                notices.say(usage);
                return DONE;
            }
            return live(family, new TwinArguments(rest, family.options()));
        } catch (WrongWords wrong) {
            errors.println("sportello twin: " + wrong.text());
            errors.println(usage);
            return WRONG;
        } catch (DeviceFault unavailable) {
            errors.println("sportello twin: " + String.join(" ", unavailable.details()));
            return FAILED;
        } catch (IOException | UncheckedIOException failed) {
            errors.println("sportello twin: " + failed.getMessage());
            return FAILED;
        }
    }

    private static String families() {
        StringBuilder text = new StringBuilder("usage: sportello twin TWIN [options]; sportello twin TWIN --help");
        for (TwinFamily family : TwinFamily.values()) {
            text.append(String.format(Locale.ROOT, "%n  %-10s %s", family.word(), family.meaning()));
        }
        return text.toString();
    }

    private static String usage(TwinFamily family) {
        StringBuilder text =
                new StringBuilder("usage: sportello twin " + family.word() + " [options]: " + family.meaning());
        for (TwinOption option : family.options()) {
            text.append(String.format(Locale.ROOT, "%n  %-20s %s", option.form(), option.meaning()));
        }
        return text + System.lineSeparator() + "help on its standard input lists the commands it obeys while it runs.";
    }

    private TwinTool open(TwinFamily family, TwinArguments arguments) throws IOException {
        return switch (family) {
            case CARD -> CardTool.open(arguments, notices, clock);
            case SCANNER -> ScannerTool.open(arguments);
            case PRINTER -> PrinterTool.open(arguments);
            case DETECTOR -> DetectorTool.open(arguments, notices);
            case DISPLAY -> DisplayTool.open(arguments);
            case TERMINAL -> TerminalTool.open(arguments, clock);
        };
    }

    private int live(TwinFamily family, TwinArguments arguments) throws IOException {
        List<String> scenario = List.of();
        if (arguments.has("--scenario")) {
            scenario = Files.readAllLines(Path.of(arguments.value("--scenario").orElseThrow()));
        }
        TwinTool tool = open(family, arguments);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(tool), "unplug"));
        notices.say("twin " + family.word() + " listens on " + tool.where());
        Thread watch = new Thread(() -> watch(tool), "twin-news");
        watch.setDaemon(true);
        watch.start();
        CommandList commands = commands(tool);
        scenario.forEach(line -> obey(commands, line));
        String line = isRunning() ? in.readLine() : null;
        while (line != null) {
            obey(commands, line);
            line = isRunning() ? in.readLine() : null;
        }
        awaitEnd();
        end(tool);
        return DONE;
    }

    private CommandList commands(TwinTool tool) {
        CommandList commands = new CommandList();
        tool.addTo(commands);
        commands.add("wait MILLIS", "pauses, for scenarios", words -> {
            int millis = words.number("the time", 0, MOST_WAIT);
            return () -> pause(millis);
        });
        commands.add("help", "lists these", () -> notices.say(commands.help()));
        commands.add("quit", "ends the twin", stopped::countDown);
        return commands;
    }

    private void obey(CommandList commands, String line) {
        try {
            if (commands.obey(line)) {
                notices.say("ok");
            }
        } catch (WrongWords wrong) {
            notices.say(wrong.text());
        } catch (DeviceFault unavailable) {
            notices.say(String.join(" ", unavailable.details()));
        } catch (UncheckedIOException failed) {
            notices.say("not done: " + failed.getMessage());
        }
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void watch(TwinTool tool) {
        while (!pause(LOOK)) {
            notices.say(tool.news());
        }
        notices.say(tool.news());
    }

    /** Whether the twin was stopped meanwhile. */
    private boolean pause(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void awaitEnd() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once, whether it was told to quit or the system ends it. */
    private void end(TwinTool tool) {
        stopped.countDown();
        if (ended.compareAndSet(false, true)) {
            tool.close();
        }
    }
}
