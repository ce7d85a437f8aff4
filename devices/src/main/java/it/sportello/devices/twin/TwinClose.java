package it.sportello.devices.twin;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closing a twin's socket, which its driver may have broken already. */
final class TwinClose {

    private static final Logger LOG = LoggerFactory.getLogger(TwinClose.class);

    private TwinClose() {}

    static void of(@Nullable Closeable resource) {
        if (resource == null) {
            return;
        }
        try {
            resource.close();
        } catch (IOException e) {
            LOG.debug("closing failed", e);
        }
    }
}
