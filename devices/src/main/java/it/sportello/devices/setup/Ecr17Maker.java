package it.sportello.devices.setup;

import it.sportello.devices.Device;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.link.LinkAddress;
import it.sportello.devices.terminal.Ecr17Terminal;
import it.sportello.devices.terminal.LrcRule;
import it.sportello.devices.terminal.PaymentForm;
import it.sportello.devices.terminal.TerminalSettings;
import it.sportello.devices.terminal.TerminalTimings;
import it.sportello.devices.terminal.TerminalUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Card terminals that speak ECR17 ("Protocollo 17"). */
final class Ecr17Maker implements DeviceMaker {
    private static final String EIGHT_DIGITS = "[0-9]{8}";
    private static final String AUTOMATIC = "auto";
    private static final String ON_OUR_PRINTER = "here";

    /** Eight digits of the bank's papers; zeros stand for whichever it is. */
    static final DriverOption TERMINAL = DriverOption.text("terminalId", "00000000", EIGHT_DIGITS);

    /** Eight digits that name this desk to the terminal. */
    static final DriverOption DESK = DriverOption.text("deskId", "00000001", EIGHT_DIGITS);

    /** The check byte's rule. */
    static final DriverOption LRC = DriverOption.oneOf("lrc", rules());

    /** How payments are asked for. */
    static final DriverOption FORM =
            DriverOption.oneOf("form", List.of(PaymentForm.EXTENDED.name(), PaymentForm.PLAIN.name()));

    /** Who prints the terminal's receipts. */
    static final DriverOption RECEIPTS = DriverOption.oneOf("receipts", List.of(ON_OUR_PRINTER, "terminal"));

    /** Whether other desks use it: only a desk that declares it its own believes the last result without the slip. */
    static final DriverOption USE =
            DriverOption.oneOf("use", List.of(TerminalUse.SHARED.name(), TerminalUse.OWN.name()));

    private static List<String> rules() {
        List<String> rules = new ArrayList<>(List.of(AUTOMATIC));
        Arrays.stream(LrcRule.values()).map(LrcRule::name).forEach(rules::add);
        return rules;
    }

    @Override
    public String driver() {
        return "ecr17";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAYMENT_TERMINAL;
    }

    @Override
    public AddressForm address() {
        return AddressForm.LINK;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(TERMINAL, DESK, LRC, FORM, RECEIPTS, USE);
    }

    @Override
    public Device make(DeviceEntry entry, MakerParts parts) {
        String rule = entry.option(LRC);
        TerminalSettings settings = new TerminalSettings(
                entry.option(TERMINAL),
                entry.option(DESK),
                rule.equals(AUTOMATIC) ? Optional.empty() : Optional.of(LrcRule.valueOf(rule)),
                PaymentForm.valueOf(entry.option(FORM)),
                entry.option(RECEIPTS).equals(ON_OUR_PRINTER),
                TerminalUse.valueOf(entry.option(USE)),
                TerminalTimings.USUAL);
        return new Ecr17Terminal(
                entry.id(), parts.wires().links(entry, LinkAddress.parse(entry.address())), settings, parts.clock());
    }
}
