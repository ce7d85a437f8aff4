package it.sportello.devices.twin.card;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Writes EF_Dati_personali: overall length, counting itself, then sixteen fields, then zeros up to 400 bytes. */
final class HolderFile {
    static final int SIZE = 400;

    private HolderFile() {}

    static byte[] of(CardProfile profile) {
        CardHolder holder = profile.holder();
        CardExtras extras = profile.extras();
        return padded(text(List.of(
                profile.cardId().substring(0, 4),
                date(profile.issued()),
                date(profile.expires()),
                holder.surname(),
                holder.names(),
                date(holder.birthDate()),
                holder.sex(),
                extras.height(),
                holder.taxCode(),
                extras.citizenship(),
                holder.birthPlace(),
                extras.birthCountry(),
                extras.birthAct(),
                holder.residence(),
                extras.address(),
                extras.note())));
    }

    /** Any text as it would lie in the file. */
    static byte[] padded(String text) {
        byte[] used = text.getBytes(StandardCharsets.ISO_8859_1);
        if (used.length > SIZE) {
            throw new IllegalArgumentException("The data do not fit the file of a card");
        }
        return Arrays.copyOf(used, SIZE);
    }

    private static String text(List<String> fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields) {
            body.append(String.format(Locale.ROOT, "%02X", field.length())).append(field);
        }
        return String.format(Locale.ROOT, "%06X", body.length() + 6) + body;
    }

    private static String date(LocalDate date) {
        return String.format(Locale.ROOT, "%02d%02d%04d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
