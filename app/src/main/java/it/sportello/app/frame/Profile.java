package it.sportello.app.frame;

/** The service profile of the desk; each has a colour band and its name {@code profile.NAME} in the frame's texts. */
public enum Profile {
    SSN("ssn"),
    PRIVATE_PRACTICE("private"),
    MULTIFUNCTION("multi"),
    TRAINING("training");

    private final String style;

    Profile(String style) {
        this.style = style;
    }

    /** Style class of the band. */
    public String style() {
        return style;
    }

    /** Key of the Italian name. */
    public String textKey() {
        return "profile." + name();
    }
}
