package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private final List<Palette.Entry> entries = List.of(
            entry("Incassa", "pagamento carrello dovuti"),
            entry("Chiudi la cassa", "chiusura quadratura"),
            entry("Attività", "compiti approvazioni"),
            entry("Registra un'esenzione", ""));

    @Test
    void everyTypedWordBeginsAWord() {
        assertEquals(List.of("Chiudi la cassa"), names("chiu cas"));
        assertEquals(List.of("Incassa"), names("paga"));
    }

    @Test
    void accentsCapitalsAndApostrophesDoNotMatter() {
        assertEquals(List.of("Attività"), names("ATTIVITA"));
        assertEquals(List.of("Registra un'esenzione"), names("esenz"));
    }

    @Test
    void theNameThatBeginsSoComesFirst() {
        List<Palette.Entry> both = List.of(entry("Apri la coda", "chiama"), entry("Chiama", "coda"));
        assertEquals("Chiama", Palette.find(both, "chi").getFirst().name());
    }

    @Test
    void nothingTypedShowsAllAndNonsenseNone() {
        assertEquals(4, names("").size());
        assertEquals(List.of(), names("zzz"));
    }

    private List<String> names(String typed) {
        return Palette.find(entries, typed).stream().map(Palette.Entry::name).toList();
    }

    private static Palette.Entry entry(String name, String more) {
        return new Palette.Entry(name, more, Optional.empty(), KeyAction.unbound(name, () -> {}));
    }
}
