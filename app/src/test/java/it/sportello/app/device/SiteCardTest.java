package it.sportello.app.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.device.SiteCard.Step;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.setup.DeviceEntry;
import it.sportello.devices.setup.DeviceSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The settings on paper. */
class SiteCardTest {
    private static DeviceSettings site(int printers) {
        List<DeviceEntry> devices = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < printers; i++) {
            devices.add(DeviceEntry.of(
                            "printer-" + i,
                            DeviceKind.RECEIPT_PRINTER,
                            "escpos",
                            "tcp:10." + random.nextInt(256) + "." + random.nextInt(256) + ".9:9100")
                    .with("profile", "generic-58"));
        }
        return new DeviceSettings("F13", devices);
    }

    @Test
    void aDeskFitsOnAFewCodesInAnyOrderAndTwice() {
        List<String> codes = new ArrayList<>(SiteCard.codes(site(12)));
        assertTrue(codes.size() > 1 && codes.size() < 6, codes::toString);
        Collections.reverse(codes);
        SiteCard card = new SiteCard();
        Step step = card.accept(codes.getFirst());
        assertEquals(new Step.Waiting(1, codes.size()), step);
        assertEquals(step, card.accept(codes.getFirst()));
        for (String code : codes) {
            step = card.accept(code.toLowerCase(Locale.ROOT));
        }
        assertEquals(new Step.Complete(site(12)), step);
    }

    @Test
    void aCodeOfAnotherCardBeginsThatOne() {
        SiteCard card = new SiteCard();
        card.accept(SiteCard.codes(site(12)).getFirst());
        List<String> other = SiteCard.codes(site(14));
        Step step = new Step.NotOurs();
        for (String code : other) {
            step = card.accept(code);
        }
        assertEquals(new Step.Complete(site(14)), step);
    }

    @Test
    void whatIsDamagedOrNotOursIsTold() {
        SiteCard card = new SiteCard();
        assertEquals(new Step.NotOurs(), card.accept("RSSMRA80A01H501U"));
        assertEquals(new Step.NotOurs(), card.accept("SP1D:3.2.00000000.AB"));
        assertEquals(new Step.NotOurs(), card.accept("SP2D:1.1.00000000.AB"));
        String code = SiteCard.codes(site(0)).getFirst();
        char last = code.charAt(code.length() - 1);
        String spoiled = code.substring(0, code.length() - 1) + (last == '0' ? '1' : '0');
        assertInstanceOf(Step.Damaged.class, card.accept(spoiled));
        assertInstanceOf(Step.Damaged.class, card.accept("SP1D:1.1.00000000.ABC"));
        assertEquals(new Step.Complete(site(0)), card.accept(code));
    }

    @Test
    void whatDoesNotFitHasNoCard() {
        assertEquals(List.of(), SiteCard.codes(site(900)));
    }
}
