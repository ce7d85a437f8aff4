package it.sportello.devices.printer;

import java.util.List;

/**
 * What a model can do. The set-up screen chooses one; a wrong euro sign on paper means a wrong profile.
 *
 * @param columns characters of font A in a line
 * @param dots dots in a line
 * @param codePages its character tables, the preferred one first; a line uses the first that can write all of it
 * @param euro what becomes of the euro sign when no table has it
 * @param automaticStatus whether it reports changes by itself during a job ({@code 1D 61 n})
 * @param nativeQr whether it draws QR codes by itself; otherwise they are sent as pictures
 * @param whenMute what to do when it gives no status: printers that can only receive never do
 */
public record PrinterProfile(
        String name,
        int columns,
        int dots,
        List<CodePage> codePages,
        EuroStrategy euro,
        Cutter cutter,
        RasterCommand rasterCommand,
        boolean nativeQr,
        StatusDialect statusDialect,
        boolean automaticStatus,
        WhenMute whenMute,
        DrawerPulse drawerPulse) {

    /** What to do with a euro sign that the tables lack. */
    public enum EuroStrategy {
        /** Write EUR. */
        LETTERS,
        /** Send the whole line as a picture. */
        PICTURE
    }

    /** How the paper is cut. */
    public enum Cutter {
        /** There is none: feed far enough to tear. */
        NONE,
        /** {@code 1D 56 42 n}: feed to the blade, leave a bridge. */
        PARTIAL,
        /** {@code 1D 56 41 n}: feed to the blade, cut through. */
        FULL,
        /** {@code 1B 69}, the old total cut of Custom and several clones. */
        OLD_FULL
    }

    /** How pictures are sent. */
    public enum RasterCommand {
        /** {@code 1D 76 30}. */
        RASTER,
        /** {@code 1B 2A 21}, stripes of 24 dots, for old units. */
        COLUMN
    }

    /** How it answers {@code 10 04 n}. */
    public enum StatusDialect {
        EPSON,
        /** As Epson, but bit 7 of the first answer may be set. */
        CUSTOM,
        /** It does not answer at all. */
        NONE
    }

    /** What a missing answer means. */
    public enum WhenMute {
        /** It is off or broken: nothing is sent. */
        REFUSE,
        /** It may be one that only receives: print, without proof. */
        SEND
    }

    /**
     * The pulse that opens the drawer.
     *
     * @param pin 0 for pin 2, 1 for pin 5
     * @param on and off in units of 2 ms
     */
    public record DrawerPulse(int pin, int on, int off) {
        public static final DrawerPulse USUAL = new DrawerPulse(0, 0x19, 0xFA);
    }

    public PrinterProfile {
        codePages = List.copyOf(codePages);
        if (columns < 16 || dots < 8 * columns || codePages.isEmpty()) {
            throw new IllegalArgumentException("a profile needs columns, dots and a code page");
        }
    }

    /** Dots of one column of font A. */
    public int columnDots() {
        return dots / columns;
    }

    /** Epson TM and faithful others, 80 mm at 203 dpi. */
    public static final PrinterProfile EPSON_80 = new PrinterProfile(
            "epson-80",
            48,
            576,
            List.of(CodePage.of(19, "IBM00858"), CodePage.of(16, "windows-1252")),
            EuroStrategy.LETTERS,
            Cutter.PARTIAL,
            RasterCommand.RASTER,
            true,
            StatusDialect.EPSON,
            true,
            WhenMute.REFUSE,
            DrawerPulse.USUAL);

    /** Custom (Kube, KPM families), 80 mm. */
    public static final PrinterProfile CUSTOM_80 = new PrinterProfile(
            "custom-80",
            48,
            576,
            List.of(CodePage.of(19, "IBM00858")),
            EuroStrategy.LETTERS,
            Cutter.OLD_FULL,
            RasterCommand.RASTER,
            true,
            StatusDialect.CUSTOM,
            false,
            WhenMute.REFUSE,
            DrawerPulse.USUAL);

    /** A board of unknown make, 80 mm: pictures instead of native codes, no self-reports. */
    public static final PrinterProfile GENERIC_80 = new PrinterProfile(
            "generic-80",
            48,
            576,
            List.of(CodePage.of(16, "windows-1252")),
            EuroStrategy.PICTURE,
            Cutter.PARTIAL,
            RasterCommand.RASTER,
            false,
            StatusDialect.EPSON,
            false,
            WhenMute.SEND,
            DrawerPulse.USUAL);

    /** A small board of unknown make, 58 mm, without cutter. */
    public static final PrinterProfile GENERIC_58 = new PrinterProfile(
            "generic-58",
            32,
            384,
            List.of(CodePage.of(0, "IBM437")),
            EuroStrategy.LETTERS,
            Cutter.NONE,
            RasterCommand.RASTER,
            false,
            StatusDialect.EPSON,
            false,
            WhenMute.SEND,
            DrawerPulse.USUAL);

    /** The profiles the settings offer. */
    public static List<PrinterProfile> known() {
        return List.of(EPSON_80, CUSTOM_80, GENERIC_80, GENERIC_58);
    }

    /** The same model with another character table first, as the test slip of the set-up finds it. */
    public PrinterProfile withCodePage(CodePage page) {
        return new PrinterProfile(
                name,
                columns,
                dots,
                List.of(page),
                euro,
                cutter,
                rasterCommand,
                nativeQr,
                statusDialect,
                automaticStatus,
                whenMute,
                drawerPulse);
    }
}
