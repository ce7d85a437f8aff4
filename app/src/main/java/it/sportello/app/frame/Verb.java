package it.sportello.app.frame;

/**
 * The verbs of the keyboard map (specification §3.2): the same key is the same verb on every screen. A verb has a
 * default chord, which the operator may change in the preferences; its Italian name is {@code verb.NAME} in the frame's
 * texts.
 */
public enum Verb {
    HELP("F1"),
    CALL_NEXT("F2"),
    RECALL("Shift+F2"),
    ABSENT("Ctrl+F2"),
    FIND_PERSON("F3"),
    PRESCRIPTION("F4"),
    AVAILABILITY("F5"),
    MOVE("F6"),
    CANCEL("F7"),
    ACCEPT("F8"),
    COLLECT("F9"),
    COLLECT_CARD("Shift+F9"),
    NEW_PRACTICE("F11"),
    CONCLUDE("F12"),
    BACK("Esc"),
    PALETTE("Ctrl+K"),
    LOCK("Ctrl+L"),
    TASKS("Ctrl+J"),
    PRINT("Ctrl+P"),
    OUTBOX("Ctrl+U"),
    DEVICES("Ctrl+D"),
    TILL_MOVEMENT("Ctrl+M"),
    NOTE("Ctrl+N"),
    CONTEXT_PANEL("Ctrl+I"),
    SUSPECT_NOTE("Ctrl+B"),
    CLOSE_TILL("Ctrl+Shift+C"),
    STAFF_ALERT("Ctrl+Shift+F12"),
    WORK_1("Ctrl+1"),
    WORK_2("Ctrl+2"),
    WORK_3("Ctrl+3"),
    WORK_4("Ctrl+4"),
    WORK_5("Ctrl+5"),
    WORK_6("Ctrl+6"),
    WORK_7("Ctrl+7"),
    WORK_8("Ctrl+8"),
    WORK_9("Ctrl+9");

    private final String standard;

    Verb(String standard) {
        this.standard = standard;
    }

    /** The chord of the standard map. */
    public KeyChord standard() {
        return KeyChord.of(standard);
    }

    /** Key of the verb's Italian name in the frame's texts. */
    public String textKey() {
        return "verb." + name();
    }
}
