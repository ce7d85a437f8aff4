package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.api.ProblemCode;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.domain.agenda.BookingRefusal;
import it.sportello.domain.agenda.BookingState;
import it.sportello.domain.document.Annulment;
import it.sportello.domain.exemption.ExemptionFinding;
import it.sportello.domain.identity.CodeViolation;
import it.sportello.domain.prescription.FindingCode;
import it.sportello.domain.till.AttemptRefusal;
import it.sportello.domain.till.CountViolation;
import it.sportello.domain.till.SettlementRefusal;
import it.sportello.domain.till.TillRefusal;
import it.sportello.offlinecache.StoreFault;
import it.sportello.offlinecache.remote.BackendFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-BOO-4")
@Tag("Q39")
class RefusalsTest {
    private final Refusals refusals = new Refusals();

    @Test
    void everyCodeHasItsCardInFourParts() {
        List<String> missing = new ArrayList<>();
        for (String code : allCodes()) {
            if (!refusals.knows(code)) {
                missing.add(code);
                continue;
            }
            RefusalCard card = refusals.card(code);
            for (String part : List.of(card.cause(), card.rule(), card.who(), card.next())) {
                assertFalse(part.isBlank(), code);
                assertTrue(part.endsWith("."), code + ": " + part);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyReasonOfThePrinterHasItsCard() {
        for (PrinterCause cause : PrinterCause.values()) {
            assertTrue(refusals.knows(cause.code()), cause.code());
            assertTrue(refusals.card(cause.code()).next().endsWith("."), cause.code());
        }
    }

    /** A citizen accepted at the desk whose booking the server finds in another state: it is told, never refused. */
    @Test
    void everyStateInWhichAnAcceptanceIsFlaggedHasItsCard() {
        for (BookingState state : BookingState.values()) {
            if (state != BookingState.ACCEPTED && !state.next().contains(BookingState.ACCEPTED)) {
                assertTrue(refusals.knows("Flag.BOOKING_" + state), state.name());
                assertTrue(refusals.card("Flag.BOOKING_" + state).next().endsWith("."), state.name());
            }
        }
    }

    @Test
    void valuesTakeTheirPlace() {
        RefusalCard card = refusals.card("SignIn.WRONG_HERE", Map.of("left", "3"), "K3QZ-7M2A");
        assertEquals("Password non corretta: restano 3 tentativi.", card.cause());
        assertEquals("K3QZ-7M2A", card.supportCode());
    }

    @Test
    void anUnknownCodeStaysReadable() {
        RefusalCard card = refusals.card("FROM_THE_FUTURE");
        assertEquals("FROM_THE_FUTURE", card.code());
        assertTrue(card.next().contains("assistenza"), card.next());
    }

    private static List<String> allCodes() {
        List<String> codes = new ArrayList<>(List.of("BUG", "UNKNOWN"));
        Arrays.stream(ProblemCode.values()).map(Enum::name).forEach(codes::add);
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                FindingCode.values(),
                ExemptionFinding.Code.values(),
                CodeViolation.Kind.values(),
                CountViolation.Reason.values(),
                Annulment.Refusal.values())) {
            Arrays.stream(constants).map(Refusals::codeOf).forEach(codes::add);
        }
        for (Class<?> sealed :
                List.of(TillRefusal.class, SettlementRefusal.class, AttemptRefusal.class, BookingRefusal.class)) {
            Arrays.stream(sealed.getPermittedSubclasses())
                    .map(type -> sealed.getSimpleName() + "." + type.getSimpleName())
                    .forEach(codes::add);
        }
        Arrays.stream(BackendFault.Code.values())
                .map(BackendFault.Code::supportCode)
                .forEach(codes::add);
        Arrays.stream(StoreFault.Code.values())
                .map(StoreFault.Code::supportCode)
                .forEach(codes::add);
        return codes;
    }
}
