package it.sportello.devices.twin.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The devices that have a twin. */
enum TwinFamily {
    CARD("a TS-CNS health card in the virtual reader of the PC/SC daemon, which is started when none runs"),
    SCANNER("a barcode reader: scan CODE sends one"),
    PRINTER("a receipt printer (ESC/POS): shows what other programs print"),
    DETECTOR("a detector or validator of banknotes: text lines, SSP, ccTalk"),
    DISPLAY("a queue display: shows what other programs write on it"),
    TERMINAL("a card payment terminal (ECR17) with a bank behind it");

    /** By the words of the command line. */
    static final Map<String, TwinFamily> NAMES = TwinArguments.names(values());

    private final String meaning;

    TwinFamily(String meaning) {
        this.meaning = meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    List<TwinOption> options() {
        List<TwinOption> options = new ArrayList<>(
                switch (this) {
                    case CARD -> CardTool.OPTIONS;
                    case SCANNER -> ScannerTool.OPTIONS;
                    case PRINTER -> PrinterTool.OPTIONS;
                    case DETECTOR -> DetectorTool.OPTIONS;
                    case DISPLAY -> DisplayTool.OPTIONS;
                    case TERMINAL -> TerminalTool.OPTIONS;
                });
        if (this != CARD) {
            options.addAll(TwinOption.CHANNEL);
        }
        options.addAll(TwinOption.COMMON);
        return options;
    }
}
