package it.sportello.devices.twin.command;

import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.detector.VirtualCcTalkValidator;
import it.sportello.devices.twin.detector.VirtualLineDetector;
import it.sportello.devices.twin.detector.VirtualSspValidator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The detectors and validators of notes, by their protocol. */
final class DetectorTool {
    private enum Protocol {
        TEXT,
        ESCPOS,
        SSP,
        SSP_OLD,
        CCTALK_SIMPLE,
        CCTALK_CRC
    }

    private static final Map<String, Protocol> PROTOCOLS = TwinArguments.names(Protocol.values());

    static final List<TwinOption> OPTIONS = List.of(
            new TwinOption(
                    "--protocol",
                    "NAME",
                    "text (usual), escpos (text for a printer), ssp, ssp-old, cctalk-simple, cctalk-crc"),
            new TwinOption("--echo", "", "a ccTalk line that gives the host's bytes back"));

    private DetectorTool() {}

    static TwinTool open(TwinArguments arguments, Notices notices) throws IOException {
        Protocol protocol = arguments.choice("--protocol", PROTOCOLS, Protocol.TEXT);
        boolean echo = arguments.has("--echo");
        if (echo && protocol != Protocol.CCTALK_SIMPLE && protocol != Protocol.CCTALK_CRC) {
            throw new WrongWords("--echo is for ccTalk only");
        }
        TwinPlug plug = arguments.plug(true);
        return switch (protocol) {
            case TEXT -> new LineDetectorTool(new VirtualLineDetector(plug, VirtualLineDetector.Port.LINES), arguments);
            case ESCPOS ->
                new LineDetectorTool(new VirtualLineDetector(plug, VirtualLineDetector.Port.PRINTER), arguments);
            case SSP ->
                new SspTool(new VirtualSspValidator(plug, VirtualSspValidator.Model.MODERN), arguments, notices);
            case SSP_OLD ->
                new SspTool(new VirtualSspValidator(plug, VirtualSspValidator.Model.OLD), arguments, notices);
            case CCTALK_SIMPLE, CCTALK_CRC ->
                new CcTalkTool(
                        new VirtualCcTalkValidator(
                                plug, new VirtualCcTalkValidator.Model(protocol == Protocol.CCTALK_CRC, echo)),
                        arguments,
                        notices);
        };
    }
}
