package it.sportello.devices.printer;

import static it.sportello.devices.printer.PrinterDesk.await;
import static it.sportello.devices.printer.PrinterDesk.driver;
import static it.sportello.devices.printer.PrinterDesk.job;
import static it.sportello.devices.printer.PrinterDesk.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import it.sportello.devices.DeviceFault;
import it.sportello.devices.twin.TwinPlug;
import it.sportello.devices.twin.printer.PaperState;
import it.sportello.devices.twin.printer.VirtualPrinter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The drawer behind the printer: opened at once or not at all, and watched where it has a switch. */
@Timeout(60)
@Tag("R-TIL-1")
@SuppressWarnings("NullAway.Init")
class CashDrawerTest {

    private static final PrinterProfile WITH_SWITCH =
            PrinterProfile.EPSON_80.with("drawerSensor", "high_when_open").with("drawer", "both");

    private VirtualPrinter twin;

    @BeforeEach
    void plugIn() throws IOException {
        twin = new VirtualPrinter(TwinPlug.tcp(0));
    }

    @AfterEach
    void leave() {
        twin.close();
    }

    @Test
    void theSwitchTellsOpenAndShutAndWhoOpened() throws Exception {
        List<String> moves = new CopyOnWriteArrayList<>();
        try (ReceiptPrinter printer = driver(twin.address(), WITH_SWITCH)) {
            printer.addDrawerListener((open, asked) -> moves.add((open ? "open" : "shut") + (asked ? " asked" : "")));
            assertEquals(Optional.empty(), printer.drawerOpen());
            result(printer.checkNow());
            assertEquals(Optional.of(false), printer.drawerOpen());
            result(printer.openDrawer());
            await(() -> twin.drawerPulses() == 2);
            result(printer.checkNow());
            assertEquals(Optional.of(true), printer.drawerOpen());
            assertEquals(List.of("open asked"), moves);
            twin.closeDrawer();
            result(printer.checkNow());
            assertEquals(Optional.of(false), printer.drawerOpen());
        }
    }

    @Test
    void aKeyInTheLockIsNoPulse() throws Exception {
        List<Boolean> asked = new CopyOnWriteArrayList<>();
        try (ReceiptPrinter printer = driver(twin.address(), WITH_SWITCH)) {
            printer.start();
            await(() -> printer.drawerOpen().isPresent());
            printer.addDrawerListener((open, byUs) -> asked.add(byUs));
            twin.openDrawerWithKey();
            await(() -> !asked.isEmpty());
            assertEquals(List.of(false), asked);
        }
    }

    @Test
    void aStoppedPrinterNeverOpensTheDrawerLater() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_80)) {
            twin.setPaper(PaperState.END);
            ExecutionException refused = assertThrows(
                    ExecutionException.class,
                    () -> printer.openDrawer().get(20, java.util.concurrent.TimeUnit.SECONDS));
            assertEquals(
                    "DEV-212",
                    assertInstanceOf(DeviceFault.class, refused.getCause()).code());
            twin.setPaper(PaperState.OK);
            assertInstanceOf(PrintOutcome.Printed.class, result(printer.print(job("1", 1), PrintProgress.NONE)));
            assertEquals(0, twin.drawerPulses());
        }
    }

    @Test
    void aModelWithTheRealTimePulseOpensItWithoutPaper() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.EPSON_T20)) {
            twin.setPaper(PaperState.END);
            result(printer.openDrawer());
            await(() -> twin.drawerPulses() == 1);
        }
    }

    @Test
    void aPrinterWithoutSocketHasNoDrawer() throws Exception {
        try (ReceiptPrinter printer = driver(twin.address(), PrinterProfile.CUSTOM_KPM)) {
            assertFalse(printer.hasDrawer());
            ExecutionException refused = assertThrows(
                    ExecutionException.class,
                    () -> printer.openDrawer().get(20, java.util.concurrent.TimeUnit.SECONDS));
            assertEquals(
                    "DEV-212",
                    assertInstanceOf(DeviceFault.class, refused.getCause()).code());
        }
    }
}
