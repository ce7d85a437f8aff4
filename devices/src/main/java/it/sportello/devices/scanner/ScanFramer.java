package it.sportello.devices.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the readings in the stream of a serial reader. Readers leave the factory with every kind of end mark or none, so
 * CR, LF, both, TAB, ETX or a pause all end a reading; STX before it is dropped. The content is UTF-8, or Latin-1 when it
 * is not.
 */
final class ScanFramer {

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    /** Longer than any code the desk reads (a postal Data Matrix has 256); what goes on longer is a broken line. */
    private static final int LONGEST = 4096;

    private final long gapNanos;
    private final byte[] buffer = new byte[LONGEST];
    private int length;
    private boolean overflown;
    private long lastByte;

    ScanFramer(Duration gap) {
        this.gapNanos = gap.toNanos();
    }

    List<RawScan> accept(byte[] bytes, int count, long nanoTime) {
        List<RawScan> scans = new ArrayList<>();
        idle(nanoTime).ifPresent(scans::add);
        for (int i = 0; i < count; i++) {
            int b = bytes[i];
            if (b == '\r' || b == '\n' || b == '\t' || b == ETX) {
                end().ifPresent(scans::add);
            } else if (b == STX) {
                length = 0;
            } else if (length < LONGEST) {
                buffer[length++] = (byte) b;
            } else {
                overflown = true;
            }
        }
        lastByte = nanoTime;
        return scans;
    }

    /** Ends a reading without end mark when nothing has come for a while. */
    Optional<RawScan> idle(long nanoTime) {
        return length > 0 && nanoTime - lastByte >= gapNanos ? end() : Optional.empty();
    }

    private Optional<RawScan> end() {
        int read = length;
        boolean broken = overflown;
        length = 0;
        overflown = false;
        if (read == 0 || broken) {
            return Optional.empty();
        }
        String utf8 = new String(buffer, 0, read, StandardCharsets.UTF_8);
        String text = utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        RawScan scan = ScanText.of(text);
        return scan.text().isEmpty() ? Optional.empty() : Optional.of(scan);
    }
}
