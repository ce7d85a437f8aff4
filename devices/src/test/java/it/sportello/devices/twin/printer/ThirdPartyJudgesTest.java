package it.sportello.devices.twin.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.printer.EscPosEncoder;
import it.sportello.devices.printer.FontTextRasterizer;
import it.sportello.devices.printer.PrinterProfile;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.devices.printer.TextStyle;
import it.sportello.devices.twin.TwinPlug;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Programs of others judge ours: what our driver writes they read, what they write our twin prints. They are fetched by
 * npm into the build folder in exact versions; nothing of them is in this repository.
 */
@Tag("judge")
@Tag("Q36")
@Timeout(180)
class ThirdPartyJudgesTest {

    private static final Path SOURCES = Path.of("src", "test", "judges");
    private static final Path FOLDER = Path.of("target", "judges").toAbsolutePath();

    @BeforeAll
    static void fetch() throws Exception {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Path copy = FOLDER.resolve(file.getFileName().toString());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path seal = FOLDER.resolve("node_modules").resolve("installed.json");
        String wanted = Files.readString(FOLDER.resolve("package.json"));
        if (Files.exists(seal) && Files.readString(seal).equals(wanted)) {
            return;
        }
        run(
                new byte[0],
                "npm",
                "install",
                "--no-package-lock",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--fetch-retries=1",
                "--fetch-timeout=60000");
        Files.writeString(seal, wanted);
    }

    private static byte[] run(byte[] input, String... command) throws Exception {
        Path answer = FOLDER.resolve("answer.bin");
        Path trouble = FOLDER.resolve("error.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(answer.toFile())
                    .redirectError(trouble.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(command[0] + " is needed for the judges: install node and npm", e);
        }
        try (OutputStream out = process.getOutputStream()) {
            out.write(input);
        }
        boolean ended = process.waitFor(150, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(trouble);
        assertTrue(ended, () -> String.join(" ", command) + " did not end: " + said);
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + " failed: " + said);
        return Files.readAllBytes(answer);
    }

    private static ReceiptDocument receipt() {
        return ReceiptDocument.builder()
                .centered("RICEVUTA", TextStyle.LARGE)
                .columns("Perché no? Visita già pagata", "36,15")
                .columns("TOTALE €", "46,50", TextStyle.BOLD)
                .barcode("SP1B:2026000123")
                .qrCode("SP1R:SR-T01A/2026/000123")
                .text("Conservare")
                .cut()
                .build();
    }

    /** What npos made of a stream: the text, the first picture, the names of the commands. */
    private record Decoded(String text, List<String> pictures, String commands) {}

    private static Decoded decode(PrinterProfile profile, String charset) throws Exception {
        FontTextRasterizer font = new FontTextRasterizer(List.of(new Font(Font.MONOSPACED, Font.PLAIN, 20)));
        byte[] stream = new EscPosEncoder(profile, font).encode(receipt()).bytes();
        String answer = new String(run(stream, "node", "decode.mjs", charset), StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        List<String> pictures = new ArrayList<>();
        String commands = "";
        for (String line : answer.lines().toList()) {
            String rest = line.substring(2);
            switch (line.charAt(0)) {
                case 'T' -> text.append(new String(HexFormat.of().parseHex(rest), StandardCharsets.UTF_8));
                case 'P' -> pictures.add(rest);
                default -> commands = rest;
            }
        }
        return new Decoded(text.toString(), pictures, commands);
    }

    @Test
    void nposReadsTheTextOfOurReceipts() throws Exception {
        Decoded decoded = decode(PrinterProfile.EPSON_80, "cp858");
        assertTrue(decoded.text().contains("RICEVUTA"), decoded.text());
        assertTrue(decoded.text().contains("Perché no? Visita già pagata"), decoded.text());
        assertTrue(decoded.text().contains("TOTALE €"), decoded.text());
        assertTrue(decoded.text().contains("46,50"), decoded.text());
        assertTrue(decoded.commands().startsWith("ESC @"), decoded.commands());
    }

    @Test
    void nposReadsTheQrCodeOutOfOurPictures() throws Exception {
        Decoded decoded = decode(PrinterProfile.GENERIC_80, "win1252");
        assertTrue(decoded.text().contains("TOTALE €"), decoded.text());
        assertFalse(decoded.pictures().isEmpty());
        assertEquals(
                "SP1R:SR-T01A/2026/000123",
                ReadableCode.in(picture(decoded.pictures().getFirst())));
    }

    private static BufferedImage picture(String rows) {
        List<String> lines = List.of(rows.split("/", -1));
        BufferedImage image = new BufferedImage(lines.getFirst().length(), lines.size(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < lines.size(); y++) {
            for (int x = 0; x < lines.get(y).length(); x++) {
                image.setRGB(x, y, (lines.get(y).charAt(x) == '1' ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        return image;
    }

    private static PrintedReceipt printed(String script) throws Exception {
        byte[] stream = run(new byte[0], "node", script);
        try (VirtualPrinter printer = new VirtualPrinter(TwinPlug.tcp(0))) {
            int port = Integer.parseInt(
                    printer.address().substring(printer.address().lastIndexOf(':') + 1));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(stream);
                socket.getOutputStream().write(new byte[] {0x1D, 0x72, 0x01});
                socket.getInputStream().read();
            }
            assertEquals(1, printer.receipts().size());
            PrintedReceipt receipt = printer.receipts().getFirst();
            Files.write(FOLDER.resolve(script.replace(".mjs", ".png")), receipt.png());
            return receipt;
        }
    }

    @Test
    void theTwinPrintsWhatReceiptlineWrites() throws Exception {
        PrintedReceipt receipt = printed("receiptline.mjs");
        assertTrue(receipt.text().contains("Visita cardiologica è" + " ".repeat(22) + "36,15"), receipt.text());
        assertTrue(receipt.text().contains("TOTALE €"), receipt.text());
        assertTrue(receipt.text().contains("─".repeat(48)), receipt.text());
        assertTrue(receipt.text().contains("[CODE128 SP1B:2026000123]"), receipt.text());
        assertEquals("SP1R:SR-T01A/2026/000123", ReadableCode.in(receipt.image()));
    }

    @Test
    void theTwinPrintsWhatReceiptPrinterEncoderWrites() throws Exception {
        PrintedReceipt receipt = printed("encoder.mjs");
        assertTrue(receipt.text().contains("RICEVUTA"), receipt.text());
        assertTrue(receipt.text().contains("Totale €" + " ".repeat(35) + "46,50"), receipt.text());
        assertTrue(receipt.text().contains("[QR SP1R:SR-T01A/2026/000123]"), receipt.text());
        assertTrue(receipt.text().contains("[CODE128 SP1B:2026]"), receipt.text());
    }
}
