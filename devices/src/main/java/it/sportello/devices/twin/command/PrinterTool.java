package it.sportello.devices.twin.command;

import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.PrintedReceipt;
import it.sportello.devices.twin.printer.PrinterModel;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A receipt printer: every piece of paper that is cut off is shown as text, and put into a picture if that is wanted. */
final class PrinterTool extends LineTool {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_BAUD = 921_600;
    private static final int BITS = 10;
    private static final int MOST_MILLIS = 60_000;
    private static final Map<String, PaperState> PAPER =
            Map.of("ok", PaperState.OK, "low", PaperState.NEAR_END, "out", PaperState.END);

    private static final Map<String, PrinterModel> MODELS = Map.of(
            "epson-80", PrinterModel.EPSON,
            "custom-80", PrinterModel.CUSTOM,
            "clone-58", PrinterModel.CLONE_58);

    static final List<TwinOption> OPTIONS = List.of(
            new TwinOption("--profile", "NAME", "epson-80 (usual), custom-80, clone-58"),
            new TwinOption("--baud", "N", "its line carries a tenth of that in bytes each second"),
            new TwinOption("--pictures", "DIR", "puts a PNG picture of every receipt there"));

    private final VirtualPrinter printer;
    private final Optional<Path> pictures;
    private int receipts;
    private int pulses;

    private PrinterTool(VirtualPrinter printer, TwinArguments arguments, Optional<Path> pictures) {
        super(printer, arguments);
        this.printer = printer;
        this.pictures = pictures;
    }

    static PrinterTool open(TwinArguments arguments) throws IOException {
        Optional<Path> pictures = arguments.value("--pictures").map(Path::of);
        if (pictures.isPresent()) {
            Files.createDirectories(pictures.get());
        }
        PrinterModel model = arguments
                .choice("--profile", MODELS, PrinterModel.EPSON)
                .withBytesPerSecond(arguments.number("--baud", 0, MOST_BAUD, 0) / BITS);
        return new PrinterTool(new VirtualPrinter(arguments.plug(false), model), arguments, pictures);
    }

    @Override
    void addOwn(CommandList commands) {
        commands.add("paper ok|low|out [after LINES]", "the roll; out after LINES ends it while it prints", this::paper)
                .add("cover open|close", "the cover", words -> {
                    boolean open = words.choice("the cover", Map.of("open", true, "close", false));
                    return () -> printer.setCoverOpen(open);
                })
                .add("cutter jam|free", "the blade catches the paper at the next cut; takes it out", words -> {
                    boolean jam = words.choice("the cutter", Map.of("jam", true, "free", false));
                    return jam ? printer::jamAtNextCut : printer::freeCutter;
                })
                .add("drawer open|close", "with the key in its lock; pushes it shut", words -> {
                    boolean open = words.choice("the drawer", Map.of("open", true, "close", false));
                    return open ? printer::openDrawerWithKey : printer::closeDrawer;
                })
                .add("take", "takes the printed paper out of the mouth", printer::takePaper)
                .add("offline on|off", "the on-line button", words -> {
                    boolean offline = words.onOff("offline");
                    return () -> printer.setOffline(offline);
                })
                .add("mute on|off", "prints but answers nothing", words -> {
                    boolean mute = words.onOff("mute");
                    return () -> printer.setMute(mute);
                })
                .add("speed MILLIS", "how long a line takes", words -> {
                    int millis = words.number("the time", 0, MOST_MILLIS);
                    return () -> printer.setMillisPerLine(millis);
                })
                .add("power", "switches it off and on: what it had in its memory is lost", printer::powerCycle);
    }

    private Runnable paper(Words words) {
        PaperState paper = words.choice("the paper", PAPER);
        if (paper == PaperState.END && words.takes("after")) {
            int lines = words.number("the lines", 0, MOST_LINES);
            return () -> printer.paperEndsAfter(lines);
        }
        return () -> printer.setPaper(paper);
    }

    @Override
    List<String> ownNews() {
        List<String> lines = new ArrayList<>();
        List<PrintedReceipt> all = printer.receipts();
        for (PrintedReceipt receipt : all.subList(receipts, all.size())) {
            lines.add("receipt " + receipt.number());
            receipt.lines().forEach(line -> lines.add("| " + line));
            pictures.ifPresent(folder -> lines.add("picture " + picture(folder, receipt)));
        }
        receipts = all.size();
        for (int now = printer.drawerPulses(); pulses < now; pulses++) {
            lines.add("the drawer opens");
        }
        return lines;
    }

    private static Path picture(Path folder, PrintedReceipt receipt) {
        Path file = folder.resolve("receipt-" + receipt.number() + ".png").toAbsolutePath();
        try {
            Files.write(file, receipt.png());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
