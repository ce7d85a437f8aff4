package it.sportello.devices.twin.card;

/** The fields of a card that are nearly always empty; some old cards fill them. */
public record CardExtras(
        String height, String citizenship, String birthCountry, String birthAct, String address, String note) {
    public static final CardExtras NONE = new CardExtras("", "", "", "", "", "");
}
