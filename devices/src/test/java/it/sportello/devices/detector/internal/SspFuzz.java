package it.sportello.devices.detector.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Frames of an SSP unit and what stands in them. */
public final class SspFuzz {
    private SspFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        new SspFrames.Reader().accept(input, input.length).forEach(frame -> content(frame.data()));
        content(input);
        byte[] data = input.length > 255 ? new byte[0] : input;
        byte[] frame = SspFrames.encode(0x80, data);
        if (new SspFrames.Reader().accept(frame, frame.length).size() != 1) {
            throw new IllegalStateException("an own frame is not found again");
        }
    }

    private static void content(byte[] data) {
        SspEvent.parse(data);
        try {
            SspSetup.parse(data);
        } catch (IllegalArgumentException refused) {
            // a unit whose values are not certain is not enabled
        }
    }

    public static List<byte[]> seeds() {
        return Stream.of(
                        "7F8003F0F1E8BF8C",
                        "7F8004F0CCEE047CAA",
                        "7F0003F0EE487F7FF1",
                        "7F001FF0003033333345555200000107050A143264C80002020202020202000064045BCA",
                        "00303333334555520000010705 0A143264C8000202020202020200006404".replace(" ", ""))
                .map(HexFormat.of()::parseHex)
                .toList();
    }
}
