package it.sportello.devices.terminal;

/** What the terminal said when it was asked for its last result. Whatever it is, the operator looks at the slip. */
public enum DoubtEvidence {
    /** It could not be asked, or did not answer. */
    NO_ANSWER,
    /** The last result is still the one before: nothing was finished, or it is under way. */
    NOTHING_NEW,
    /** There is a new result and nothing shows that it belongs to this operation. */
    ANOTHER_RESULT;

    /** Key of the operator's text; with {@code .action} what to do. */
    public String messageKey() {
        return "terminal.doubt." + name();
    }
}
