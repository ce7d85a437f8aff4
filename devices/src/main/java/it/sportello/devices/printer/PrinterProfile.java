package it.sportello.devices.printer;

import java.util.List;

/**
 * What a model can do. The set-up screen chooses one; a wrong euro sign on paper means a wrong profile. Every difference
 * between models is here, as data: the driver knows no names.
 *
 * @param name how the settings call it
 * @param label how a person knows it: maker and models
 * @param columns characters of font A in a line
 * @param dots dots in a line
 * @param codePages its character tables, the preferred one first; a line uses the first that can write all of it
 * @param euro what becomes of the euro sign when no table has it
 * @param cutFeed dots to feed beyond the way to the blade
 * @param automaticStatus whether it reports changes by itself ({@code 1D 61 n}, for Custom {@code 1D E0 n})
 * @param nativeQr whether it draws QR codes by itself; otherwise they are sent as pictures
 * @param nativeBarcode whether it draws Code 128 by itself ({@code 1D 6B 49}); otherwise it is sent as a picture
 * @param whenMute what to do when it gives no status: printers that can only receive never do
 * @param afterStop what becomes of a document that the printer stopped in the middle of
 */
public record PrinterProfile(
        String name,
        String label,
        int columns,
        int dots,
        List<CodePage> codePages,
        EuroStrategy euro,
        Cutter cutter,
        int cutFeed,
        RasterCommand rasterCommand,
        boolean nativeQr,
        boolean nativeBarcode,
        StatusDialect statusDialect,
        boolean automaticStatus,
        WhenMute whenMute,
        AfterStop afterStop,
        DrawerPort drawer) {

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
        COLUMN,
        /** {@code 1D 28 4C}: store, then print; what newer models recommend. */
        GRAPHICS
    }

    /** How it answers {@code 10 04 n}. */
    public enum StatusDialect {
        EPSON,
        /** As Epson, but bit 7 of the first answer may be set, and {@code 10 04 14} tells all in six bytes. */
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

    /** What becomes of a document that paper end or the cutter stopped in the middle, once a person has seen to it. */
    public enum AfterStop {
        /** The printer keeps the rest and prints it by itself. */
        FINISH,
        /**
         * The printer's memory is emptied while it stands still ({@code 10 14 08}), and the document comes again from its
         * first line, after the piece on paper is marked as broken off. A model that does not confirm the emptying
         * finishes by itself.
         */
        RESTART
    }

    /**
     * Something that can be changed on a model, for the settings of a desk.
     *
     * @param values the only values there are, in small letters; empty when it is written freely
     */
    public record Option(String name, List<String> values) {
        public Option {
            values = List.copyOf(values);
        }
    }

    public PrinterProfile {
        codePages = List.copyOf(codePages);
        if (columns < 16 || dots > 1024 || dots < 8 * columns || codePages.isEmpty()) {
            throw new IllegalArgumentException("a profile needs columns, dots and a code page");
        }
        if (cutFeed < 0 || cutFeed > 255) {
            throw new IllegalArgumentException("the feed before the cut is 0 to 255 dots");
        }
    }

    /** Dots of one column of font A. */
    public int columnDots() {
        return dots / columns;
    }

    /** Epson TM of an unknown generation and faithful others, 80 mm at 203 dpi. */
    public static final PrinterProfile EPSON_80 = new PrinterProfile(
            "epson-80",
            "Epson TM 80 mm",
            48,
            576,
            List.of(CodePage.of(19, "IBM00858"), CodePage.of(16, "windows-1252")),
            EuroStrategy.LETTERS,
            Cutter.PARTIAL,
            0x10,
            RasterCommand.RASTER,
            true,
            true,
            StatusDialect.EPSON,
            true,
            WhenMute.REFUSE,
            AfterStop.FINISH,
            DrawerPort.USUAL);

    /** Epson TM-T20II and III: 203 dpi. */
    public static final PrinterProfile EPSON_T20 = EPSON_80.with("name", "epson-t20")
            .with("label", "Epson TM-T20II, TM-T20III")
            .with("codePage", "19:IBM00858,16:windows-1252,40:ISO-8859-15")
            .with("afterStop", "restart")
            .with("drawerRealTime", "on");

    /** Epson TM-T88III and IV: 180 dpi, no QR code of its own that can be counted on. */
    public static final PrinterProfile EPSON_T88_OLD = EPSON_80.with("name", "epson-t88iv")
            .with("label", "Epson TM-T88III, TM-T88IV")
            .with("columns", "42")
            .with("dots", "512")
            .with("qr", "picture")
            .with("drawerRealTime", "on");

    /** Epson TM-T88V and later: 180 dpi. */
    public static final PrinterProfile EPSON_T88 = EPSON_T20
            .with("name", "epson-t88v")
            .with("label", "Epson TM-T88V, TM-T88VI")
            .with("columns", "42")
            .with("dots", "512");

    /** Epson TM-m30 family: newest has no table 858; its drawer wants a status question behind the pulse. */
    public static final PrinterProfile EPSON_M30 = EPSON_T20
            .with("name", "epson-m30")
            .with("label", "Epson TM-m30, TM-m30II, TM-m30III")
            .with("codePage", "16:windows-1252,40:ISO-8859-15")
            .with("raster", "graphics")
            .with("drawerStatus", "on");

    /** Custom (Kube, KPM families), 80 mm. */
    public static final PrinterProfile CUSTOM_80 = EPSON_80.with("name", "custom-80")
            .with("label", "Custom Kube II")
            .with("codePage", "19:IBM00858")
            .with("cutter", "old_full")
            .with("status", "custom")
            .with("asb", "off");

    /** Custom KPM: the printer of totems, without drawer. */
    public static final PrinterProfile CUSTOM_KPM =
            CUSTOM_80.with("name", "custom-kpm").with("label", "Custom KPM").with("drawer", "none");

    /** A board of unknown make, 80 mm: pictures instead of native codes, no self-reports. */
    public static final PrinterProfile GENERIC_80 = EPSON_80.with("name", "generic-80")
            .with("label", "80 mm di altra marca")
            .with("codePage", "16:windows-1252")
            .with("euro", "picture")
            .with("qr", "picture")
            .with("asb", "off")
            .with("mute", "send");

    /** A small board of unknown make, 58 mm, without cutter. */
    public static final PrinterProfile GENERIC_58 = GENERIC_80
            .with("name", "generic-58")
            .with("label", "58 mm di altra marca")
            .with("columns", "32")
            .with("dots", "384")
            .with("codePage", "0:IBM437")
            .with("euro", "letters")
            .with("barcode", "picture")
            .with("cutter", "none");

    /** The profiles the settings offer. */
    public static List<PrinterProfile> known() {
        return List.of(
                EPSON_80,
                EPSON_T20,
                EPSON_T88_OLD,
                EPSON_T88,
                EPSON_M30,
                CUSTOM_80,
                CUSTOM_KPM,
                GENERIC_80,
                GENERIC_58);
    }

    /**
     * The profile of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PrinterProfile named(String name) {
        return known().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no printer profile " + name));
    }

    /**
     * The same model with one thing changed, as the settings of a desk write it; {@link ProfileChange} tells the names.
     *
     * @throws IllegalArgumentException when there is no such option or the value does not suit it
     */
    public PrinterProfile with(String option, String value) {
        return new ProfileChange(this).set(option, value).profile();
    }

    /** Everything {@link #with} can change. */
    public static List<Option> options() {
        return ProfileChange.OPTIONS;
    }

    /** The same model with one character table, as the test slip of the set-up finds it. */
    public PrinterProfile withCodePage(CodePage page) {
        return with("codePage", page.toString());
    }
}
