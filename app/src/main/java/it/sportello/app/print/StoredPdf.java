package it.sportello.app.print;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A PDF file inside the journal: sealed there, because it names the person. Base 64 in pieces, as JSON bears them. */
public record StoredPdf(List<String> pieces) {
    private static final int PIECE = 45_000;

    public StoredPdf {
        pieces = List.copyOf(pieces);
    }

    /** To be stored. */
    public static StoredPdf of(byte[] file) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < file.length; from += PIECE) {
            pieces.add(Base64.getEncoder()
                    .encodeToString(Arrays.copyOfRange(file, from, Math.min(file.length, from + PIECE))));
        }
        return new StoredPdf(pieces);
    }

    /** The file again. */
    public byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        pieces.forEach(piece -> file.writeBytes(Base64.getDecoder().decode(piece)));
        return file.toByteArray();
    }

    @Override
    public String toString() {
        return "StoredPdf[" + pieces.size() + "]";
    }
}
