package it.sportello.devices.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.devices.DeviceFault;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalTextsTest {

    private final ResourceBundle bundle = TerminalTexts.bundle(Locale.ITALIAN);

    static Stream<String> everyKey() {
        Stream<String> codes = Stream.of(
                DeviceFault.DEADLINE,
                DeviceFault.QUEUE_FULL,
                DeviceFault.CLOSED,
                DeviceFault.LINK_UNAVAILABLE,
                DeviceFault.LINK_LOST,
                DeviceFault.NO_ANSWER,
                DeviceFault.BAD_ANSWER,
                PaymentTerminal.REJECTED,
                PaymentTerminal.BUSY,
                PaymentTerminal.DECLINED);
        Stream<String> conditions = Arrays.stream(TerminalCondition.values())
                .map(TerminalCondition::code)
                .filter(code -> !code.isEmpty());
        return Stream.of(
                        Stream.concat(codes, conditions).map(code -> "device." + code),
                        Arrays.stream(RefusalCause.values()).map(RefusalCause::messageKey),
                        Arrays.stream(DoubtEvidence.values()).map(DoubtEvidence::messageKey))
                .flatMap(keys -> keys);
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void everyEndSaysWhatHappenedAndWhatToDo(String key) {
        assertTrue(bundle.getString(key).endsWith("."));
        assertFalse(bundle.getString(key + ".action").isBlank());
    }
}
