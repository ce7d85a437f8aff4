package it.sportello.app.secondscreen;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two falling tones, made here and not recorded: nothing to ship, nothing to license. One at a time. */
final class Gong implements BoardViewModel.Chime {
    private static final Logger LOG = LoggerFactory.getLogger(Gong.class);
    private static final int RATE = 44_100;
    private static final double[] TONES = {659.26, 523.25};
    private static final int MILLIS_EACH = 700;
    private static final double DECAY = 4;
    private static final double LOUDNESS = 0.5;

    @Override
    public synchronized boolean ring() {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        byte[] samples = samples();
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
            return true;
        } catch (LineUnavailableException | IllegalArgumentException noSound) {
            LOG.debug("no sound on this computer", noSound);
            return false;
        }
    }

    /** Both tones as samples of 16 bits, low byte first. */
    static byte[] samples() {
        int each = RATE * MILLIS_EACH / 1000;
        byte[] bytes = new byte[TONES.length * each * 2];
        for (int tone = 0; tone < TONES.length; tone++) {
            for (int i = 0; i < each; i++) {
                double time = (double) i / RATE;
                double wave = Math.sin(2 * Math.PI * TONES[tone] * time) * Math.exp(-DECAY * time) * LOUDNESS;
                int sample = (int) Math.round(wave * Short.MAX_VALUE);
                int at = (tone * each + i) * 2;
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> 8);
            }
        }
        return bytes;
    }
}
