package it.sportello.devices.twin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The plug of a twin, pulled and put back from several threads. */
@Timeout(60)
class TwinLoopTest {
    private static final int TURNS = 500;

    @TempDir
    Path folder;

    @Test
    @Tag("Q53")
    void aPlugPutBackWhileItIsBeingPulledKeepsItsName() throws Exception {
        Path name = folder.resolve("line");
        TwinLoop loop = new TwinLoop("plug", TwinPlug.line(name), new TwinLoop.Behaviour() {
            @Override
            public void received(byte[] buffer, int count) {
                // Nobody speaks.
            }

            @Override
            public void turn() {
                // Nothing to do.
            }
        });
        try {
            for (int i = 0; i < TURNS; i++) {
                Thread hand = new Thread(loop::drop);
                hand.start();
                loop.plugIn();
                hand.join();
                loop.plugIn();
                assertTrue(Files.exists(name), "the name after turn " + i);
            }
        } finally {
            loop.close();
        }
    }
}
