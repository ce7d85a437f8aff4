package it.sportello.app.frame;

import it.sportello.devices.DeviceFault;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a failure ends that no screen explained itself: a device's card, or the error window with a support code. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Dialogs dialogs;
    private final Refusals refusals;

    public Faults(Dialogs dialogs, Refusals refusals) {
        this.dialogs = dialogs;
        this.refusals = refusals;
    }

    /** Shows it; a bug is logged once, here, with its cause. */
    public void show(Exception failure) {
        if (failure instanceof DeviceFault fault) {
            dialogs.show(refusals.card(fault.code(), Map.of(), ""));
            return;
        }
        String code = SupportCode.of(failure);
        LOG.error("unexpected failure {}", code, failure);
        dialogs.show(refusals.card("BUG", Map.of(), code));
    }
}
