package it.sportello.devices.printer;

import it.sportello.devices.printer.PrinterProfile.Cutter;
import java.util.List;
import java.util.Optional;

/**
 * Turns a receipt into ESC/POS for one model (command tables published by Epson). Every document begins with the
 * initialisation, so that nothing left behind by another job changes it.
 */
public final class EscPosEncoder {

    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int LF = 0x0A;
    private static final int TEAR_LINES = 5;

    /** White paper below a QR code, without which telephones take the next line for a part of it. */
    private static final int QUIET_DOTS = 24;

    private final PrinterProfile profile;
    private final TextRasterizer rasterizer;
    private final ReceiptLayout layout;
    private final LineCoder coder;

    public EscPosEncoder(PrinterProfile profile, TextRasterizer rasterizer) {
        this.profile = profile;
        this.rasterizer = rasterizer;
        this.layout = new ReceiptLayout(profile.columns());
        this.coder = new LineCoder(profile.codePages(), profile.euro());
    }

    public EncodedReceipt encode(ReceiptDocument document) {
        Run run = new Run();
        run.start();
        document.elements().forEach(run::element);
        return run.out.finished();
    }

    /** One document under way: what the printer is set to just now. */
    private final class Run {

        private final BlockWriter out = new BlockWriter();
        private TextStyle style = TextStyle.PLAIN;
        private Alignment alignment = Alignment.LEFT;
        private int page = -1;

        void start() {
            out.command(ESC, 0x40);
            out.command(ESC, 0x52, 0);
        }

        void element(ReceiptElement element) {
            switch (element) {
                case ReceiptElement.Text text -> layout.lines(coder.ready(text)).forEach(this::line);
                case ReceiptElement.Columns row ->
                    layout.lines(coder.ready(row)).forEach(this::line);
                case ReceiptElement.Separator separator -> line(layout.line(separator));
                case ReceiptElement.Feed feed -> feed(feed.lines());
                case ReceiptElement.QrCode code -> qrCode(code.content());
                case ReceiptElement.Barcode code -> barcode(code.content());
                case ReceiptElement.Picture picture -> picture(picture.bitmap(), picture.alignment());
                case ReceiptElement.Cut() -> cut();
            }
            out.border();
        }

        void line(LaidLine line) {
            Optional<LineCoder.Coded> coded = coder.encode(line);
            if (coded.isEmpty()) {
                picture(rasterizer.draw(line.spans(), profile.columnDots(), profile.dots()), line.alignment());
                return;
            }
            align(line.alignment());
            page(coded.get().page().number());
            for (int i = 0; i < line.spans().size(); i++) {
                style(line.spans().get(i).style());
                out.data(coded.get().spans().get(i));
            }
            style(TextStyle.PLAIN);
            out.command(LF);
            out.border();
        }

        void align(Alignment wanted) {
            if (wanted != alignment) {
                out.command(ESC, 0x61, wanted.code());
                alignment = wanted;
            }
        }

        void page(int wanted) {
            if (wanted != page) {
                out.command(ESC, 0x74, wanted);
                page = wanted;
            }
        }

        void style(TextStyle wanted) {
            if (wanted.bold() != style.bold()) {
                out.command(ESC, 0x45, wanted.bold() ? 1 : 0);
            }
            if (wanted.underline() != style.underline()) {
                out.command(ESC, 0x2D, wanted.underline() ? 1 : 0);
            }
            if (wanted.reverse() != style.reverse()) {
                out.command(GS, 0x42, wanted.reverse() ? 1 : 0);
            }
            if (wanted.width() != style.width() || wanted.height() != style.height()) {
                out.command(GS, 0x21, (wanted.width() - 1) << 4 | wanted.height() - 1);
            }
            style = wanted;
        }

        void feed(int lines) {
            if (lines > 0) {
                out.command(ESC, 0x64, lines);
            }
        }

        void qrCode(String content) {
            QrSize size = QrSize.fitting(content, profile.dots());
            if (!profile.nativeQr()) {
                picture(size.bitmap(), Alignment.CENTER);
                return;
            }
            align(Alignment.CENTER);
            out.data(EscPosCodes.qrCode(content, size.moduleDots()));
            out.command(ESC, 0x4A, QUIET_DOTS);
            out.border();
        }

        void barcode(String content) {
            Optional<byte[]> code = EscPosCodes.code128(content, profile.dots());
            if (code.isEmpty()) {
                qrCode(content);
                return;
            }
            if (!profile.nativeBarcode()) {
                picture(EscPosCodes.code128Picture(content, profile.dots()), Alignment.CENTER);
                line(new LaidLine(List.of(new Span(content, TextStyle.PLAIN)), Alignment.CENTER));
                return;
            }
            align(Alignment.CENTER);
            out.data(code.get());
            out.border();
        }

        void picture(Bitmap bitmap, Alignment where) {
            align(where);
            switch (profile.rasterCommand()) {
                case RASTER -> EscPosImages.raster(bitmap, out);
                case COLUMN -> EscPosImages.columns(bitmap, out);
                case GRAPHICS -> EscPosImages.graphics(bitmap, out);
            }
        }

        void cut() {
            align(Alignment.LEFT);
            Cutter cutter = profile.cutter();
            if (cutter == Cutter.NONE || cutter == Cutter.OLD_FULL) {
                feed(TEAR_LINES);
            }
            out.command(
                    switch (cutter) {
                        case NONE -> new int[0];
                        case PARTIAL -> new int[] {GS, 0x56, 0x42, profile.cutFeed()};
                        case FULL -> new int[] {GS, 0x56, 0x41, profile.cutFeed()};
                        case OLD_FULL -> new int[] {ESC, 0x69};
                    });
        }
    }
}
