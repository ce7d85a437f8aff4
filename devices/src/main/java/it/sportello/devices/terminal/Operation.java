package it.sportello.devices.terminal;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.link.Link;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command under way: the connection it uses, and whether money may be moving. */
final class Operation {

    private @Nullable Link link;
    private @Nullable TerminalDoubt doubt;
    private boolean cut;

    /** From here on its end is in doubt until the terminal says otherwise. */
    synchronized void sent(TerminalDoubt what) {
        doubt = what;
    }

    /** The terminal surely did not take it. */
    synchronized void notSent() {
        doubt = null;
    }

    synchronized Optional<TerminalDoubt> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** A command that outlived its time must not begin another conversation behind the next one's back. */
    synchronized void use(Link opening) {
        if (cut) {
            throw new DeviceFault(DeviceFault.DEADLINE, false);
        }
        link = opening;
    }

    synchronized void cut() {
        cut = true;
        if (link != null) {
            link.close();
        }
    }
}
