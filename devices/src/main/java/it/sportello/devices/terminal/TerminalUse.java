package it.sportello.devices.terminal;

/** Who asks a terminal for money: its last result alone belongs to nobody when several do. */
public enum TerminalUse {
    /** Other desks may use it too, or nobody has said: only our own reference on the slip proves that a result is ours. */
    SHARED,
    /** This desk alone, as its set-up declares: the operation right behind the last one known is ours. */
    OWN
}
