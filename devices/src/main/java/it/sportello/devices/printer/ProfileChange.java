package it.sportello.devices.printer;

import it.sportello.devices.printer.DrawerPort.Pins;
import it.sportello.devices.printer.DrawerPort.Sensor;
import it.sportello.devices.printer.PrinterProfile.AfterStop;
import it.sportello.devices.printer.PrinterProfile.Cutter;
import it.sportello.devices.printer.PrinterProfile.EuroStrategy;
import it.sportello.devices.printer.PrinterProfile.Option;
import it.sportello.devices.printer.PrinterProfile.RasterCommand;
import it.sportello.devices.printer.PrinterProfile.StatusDialect;
import it.sportello.devices.printer.PrinterProfile.WhenMute;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A profile in the making: the options of the settings, by name.
 *
 * <p>{@code columns}, {@code dots}, {@code codePage} (number:charset, several by comma), {@code euro} (letters, picture),
 * {@code cutter} (none, partial, full, old_full), {@code cutFeed}, {@code raster} (raster, column, graphics), {@code qr}
 * and {@code barcode} (native, picture), {@code status} (epson, custom, none), {@code asb} (on, off), {@code mute}
 * (refuse, send), {@code afterStop} (finish, restart), {@code drawer} (none, pin_2, pin_5, both), {@code pulse} (on,off
 * in 2 ms), {@code drawerStatus} (on, off), {@code drawerSensor} (none, high_when_open, low_when_open),
 * {@code drawerRealTime} (on, off).
 */
final class ProfileChange {
    static final List<Option> OPTIONS = List.of(
            new Option("columns", List.of()),
            new Option("dots", List.of()),
            new Option("codePage", List.of()),
            new Option("euro", names(EuroStrategy.values())),
            new Option("cutter", names(Cutter.values())),
            new Option("cutFeed", List.of()),
            new Option("raster", names(RasterCommand.values())),
            new Option("qr", List.of("native", "picture")),
            new Option("barcode", List.of("native", "picture")),
            new Option("status", names(StatusDialect.values())),
            new Option("asb", List.of("on", "off")),
            new Option("mute", names(WhenMute.values())),
            new Option("afterStop", names(AfterStop.values())),
            new Option("drawer", names(Pins.values())),
            new Option("pulse", List.of()),
            new Option("drawerStatus", List.of("on", "off")),
            new Option("drawerSensor", names(Sensor.values())),
            new Option("drawerRealTime", List.of("on", "off")));

    private static final int LEAST_COLUMN = 8;

    private String name;
    private String label;
    private int columns;
    private int dots;
    private List<CodePage> codePages;
    private EuroStrategy euro;
    private Cutter cutter;
    private int cutFeed;
    private RasterCommand raster;
    private boolean nativeQr;
    private boolean nativeBarcode;
    private StatusDialect dialect;
    private boolean automatic;
    private WhenMute mute;
    private AfterStop afterStop;
    private DrawerPort drawer;

    ProfileChange(PrinterProfile from) {
        name = from.name();
        label = from.label();
        columns = from.columns();
        dots = from.dots();
        codePages = from.codePages();
        euro = from.euro();
        cutter = from.cutter();
        cutFeed = from.cutFeed();
        raster = from.rasterCommand();
        nativeQr = from.nativeQr();
        nativeBarcode = from.nativeBarcode();
        dialect = from.statusDialect();
        automatic = from.automaticStatus();
        mute = from.whenMute();
        afterStop = from.afterStop();
        drawer = from.drawer();
    }

    ProfileChange set(String option, String value) {
        switch (option) {
            case "name" -> name = value;
            case "label" -> label = value;
            case "columns" -> columns = number(option, value);
            case "dots" -> dots = number(option, value);
            case "codePage" ->
                codePages =
                        Arrays.stream(value.split(",", -1)).map(CodePage::parse).toList();
            case "euro" -> euro = one(EuroStrategy.class, option, value);
            case "cutter" -> cutter = one(Cutter.class, option, value);
            case "cutFeed" -> cutFeed = number(option, value);
            case "raster" -> raster = one(RasterCommand.class, option, value);
            case "qr" -> nativeQr = either(option, value, "native", "picture");
            case "barcode" -> nativeBarcode = either(option, value, "native", "picture");
            case "status" -> dialect = one(StatusDialect.class, option, value);
            case "asb" -> automatic = either(option, value, "on", "off");
            case "mute" -> mute = one(WhenMute.class, option, value);
            case "afterStop" -> afterStop = one(AfterStop.class, option, value);
            default -> drawer = drawer(option, value);
        }
        return this;
    }

    private DrawerPort drawer(String option, String value) {
        DrawerPort now = drawer;
        return switch (option) {
            case "drawer" ->
                new DrawerPort(
                        one(Pins.class, option, value),
                        now.on(),
                        now.off(),
                        now.statusAfter(),
                        now.sensor(),
                        now.realTime());
            case "pulse" -> {
                String[] times = value.split(",", -1);
                if (times.length != 2) {
                    throw new IllegalArgumentException("pulse is on,off in units of 2 ms");
                }
                yield new DrawerPort(
                        now.pins(),
                        number(option, times[0]),
                        number(option, times[1]),
                        now.statusAfter(),
                        now.sensor(),
                        now.realTime());
            }
            case "drawerStatus" ->
                new DrawerPort(
                        now.pins(),
                        now.on(),
                        now.off(),
                        either(option, value, "on", "off"),
                        now.sensor(),
                        now.realTime());
            case "drawerSensor" ->
                new DrawerPort(
                        now.pins(),
                        now.on(),
                        now.off(),
                        now.statusAfter(),
                        one(Sensor.class, option, value),
                        now.realTime());
            case "drawerRealTime" ->
                new DrawerPort(
                        now.pins(),
                        now.on(),
                        now.off(),
                        now.statusAfter(),
                        now.sensor(),
                        either(option, value, "on", "off"));
            default -> throw new IllegalArgumentException("no printer option " + option);
        };
    }

    PrinterProfile profile() {
        return new PrinterProfile(
                name,
                label,
                // What the settings of a desk ask for may be too much for the head.
                Math.min(columns, dots / LEAST_COLUMN),
                dots,
                codePages,
                euro,
                cutter,
                cutFeed,
                raster,
                nativeQr,
                nativeBarcode,
                dialect,
                automatic,
                mute,
                afterStop,
                drawer);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is not a number", e);
        }
    }

    private static boolean either(String option, String value, String yes, String no) {
        if (value.equals(yes)) {
            return true;
        }
        if (value.equals(no)) {
            return false;
        }
        throw new IllegalArgumentException(option + " is " + yes + " or " + no);
    }

    private static <E extends Enum<E>> E one(Class<E> kind, String option, String value) {
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(value.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new IllegalArgumentException(option + " cannot be " + value);
    }
}
