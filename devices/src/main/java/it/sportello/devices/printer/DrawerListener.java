package it.sportello.devices.printer;

/**
 * Hears of the cash drawer on the printer's thread: it must return at once. Only printers with a switch in the drawer tell
 * anything.
 */
@FunctionalInterface
public interface DrawerListener {

    /**
     * The drawer moved.
     *
     * @param open whether it is open now
     * @param asked whether the desk had sent the pulse; a key in the lock does without
     */
    void drawerMoved(boolean open, boolean asked);
}
