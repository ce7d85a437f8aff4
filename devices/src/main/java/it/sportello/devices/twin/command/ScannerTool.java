package it.sportello.devices.twin.command;

import it.sportello.devices.twin.scanner.VirtualScanner;
import it.sportello.devices.twin.scanner.VirtualScanner.Setup;
import it.sportello.devices.twin.scanner.VirtualScanner.Suffix;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/** A barcode reader. */
final class ScannerTool extends LineTool {
    static final List<TwinOption> OPTIONS = List.of(
            new TwinOption("--suffix", "NAME", "what it sends behind a code: cr (usual), lf, crlf, tab, etx, none"),
            new TwinOption("--stx", "", "sends 02 before a code"),
            new TwinOption("--identifiers", "", "sends AIM identifiers, such as ]C0"));

    private final VirtualScanner scanner;

    private ScannerTool(VirtualScanner scanner, TwinArguments arguments) {
        super(scanner, arguments);
        this.scanner = scanner;
    }

    static ScannerTool open(TwinArguments arguments) throws IOException {
        Suffix suffix = arguments.choice("--suffix", TwinArguments.names(Suffix.values()), Suffix.CR);
        Setup setup = new Setup(suffix, arguments.has("--stx"), arguments.has("--identifiers"));
        return new ScannerTool(new VirtualScanner(arguments.plug(true), setup), arguments);
    }

    @Override
    void addOwn(CommandList commands) {
        commands.add("scan CODE", "reads a code (a Code 128)", words -> {
                    String code = words.rest("the code");
                    return () -> scanner.scan(code);
                })
                .add("symbol AIM CODE", "reads a code of another kind, such as: symbol A0 RSSMRA80A41H501Y", words -> {
                    String kind = words.next("the AIM identifier");
                    String code = words.rest("the code");
                    return () -> scanner.scan(kind, code);
                })
                .add("noise HEX", "sends these bytes as they are", words -> {
                    byte[] bytes = bytes(words.rest("the bytes"));
                    return () -> scanner.noise(bytes);
                });
    }

    private static byte[] bytes(String text) {
        try {
            return HexFormat.of().parseHex(text.replace(" ", ""));
        } catch (IllegalArgumentException notHex) {
            throw new WrongWords("bytes are written in pairs of hexadecimal digits, not " + text);
        }
    }

    @Override
    List<String> ownNews() {
        return List.of();
    }
}
