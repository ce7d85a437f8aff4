package it.sportello.app.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import it.sportello.api.Bookings.BookingView;
import it.sportello.api.Prescriptions;
import it.sportello.app.frame.Words;
import it.sportello.app.service.LabelDesk;
import it.sportello.app.service.PrintDesk;
import it.sportello.app.service.PrintLanes;
import it.sportello.app.service.PrintPlaces;
import it.sportello.app.service.TestDesk;
import it.sportello.devices.DeviceKind;
import it.sportello.devices.DeviceListener;
import it.sportello.devices.DeviceState;
import it.sportello.devices.DeviceStatus;
import it.sportello.devices.printer.PrintOutcome;
import it.sportello.devices.printer.PrinterCause;
import it.sportello.devices.printer.SheetJob;
import it.sportello.devices.printer.SheetPages;
import it.sportello.devices.printer.SheetPrinter;
import it.sportello.offlinecache.journal.PrintJob;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.PrinterException;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is accepted for the laboratory has its label, once, on the label printer. */
@Tag("R-CON-6")
@SuppressWarnings("NullAway.Init")
class LabelsTest {
    private static final int DOTS_PER_POINT = 4;

    private final Sticker sticker = new Sticker();
    private TestDesk desk;

    @TempDir
    Path home;

    @BeforeEach
    void open() {
        desk = new TestDesk(home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** A label printer that paints what it is given. */
    private static final class Sticker implements SheetPrinter {
        final List<BufferedImage> labels = new ArrayList<>();
        final List<PageFormat> papers = new ArrayList<>();

        @Override
        public CompletableFuture<PrintOutcome> print(SheetJob job) {
            try (SheetPages pages = job.pages().get()) {
                PageFormat paper = pages.pages().getPageFormat(0);
                papers.add(paper);
                BufferedImage image = new BufferedImage(
                        (int) Math.round(paper.getWidth()) * DOTS_PER_POINT,
                        (int) Math.round(paper.getHeight()) * DOTS_PER_POINT,
                        BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
                graphics.scale(DOTS_PER_POINT, DOTS_PER_POINT);
                pages.pages().getPrintable(0).print(graphics, paper, 0);
                graphics.dispose();
                labels.add(image);
            } catch (PrinterException e) {
                throw new AssertionError(e);
            }
            return CompletableFuture.completedFuture(new PrintOutcome.Uncertain(job.id(), PrinterCause.NO_PROOF));
        }

        @Override
        public CompletableFuture<List<String>> trays() {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<DeviceStatus> checkNow() {
            return CompletableFuture.completedFuture(status());
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.LABEL_PRINTER;
        }

        @Override
        public String id() {
            return "etichette";
        }

        @Override
        public DeviceStatus status() {
            return new DeviceStatus(kind(), id(), DeviceState.READY, false, "", List.of(), TestDesk.NOW);
        }

        @Override
        public void addListener(DeviceListener listener) {}

        @Override
        public void removeListener(DeviceListener listener) {}

        @Override
        public void start() {}

        @Override
        public void close() {}
    }

    private static BookingView booking(String id, String kind) {
        BookingView like = TestDesk.booking(id, "P1", TestDesk.TODAY.atTime(9, 40), "BOOKED");
        return new BookingView(
                like.id(),
                like.number(),
                like.personId(),
                like.personLabel(),
                like.state(),
                like.regime(),
                like.origin(),
                like.agendaName(),
                like.siteId(),
                like.siteName(),
                like.address(),
                like.room(),
                like.startsAt(),
                like.durationMinutes(),
                List.of(new Prescriptions.ServiceRow("90.62.2", "90.62.2", "Emocromo", 1, "11", kind, 317)),
                like.preparation(),
                like.prescriptionNumber(),
                like.priorityClass(),
                like.limitDate(),
                like.exemptionCode(),
                like.dueId(),
                like.dueCents(),
                like.cancelBy(),
                like.version());
    }

    private AcceptBookings acceptance(PrintPlaces places) {
        LabelDesk labels = new LabelDesk(desk.store.journal(), new Words());
        PrintDesk prints =
                new PrintDesk(desk.store.journal(), places, List.of(labels), desk, PrintLanes.one(Runnable::run));
        return new AcceptBookings(desk.store.journal(), desk, Optional.of(new AcceptBookings.Labels(labels, prints)));
    }

    private static final LabelDesk.Bearer BEARER =
            new LabelDesk.Bearer("DELL'ACQUA VISCONTI GIANFRANCESCO MARIA", Optional.of(LocalDate.of(1950, 1, 1)));

    private static String bars(BufferedImage image) throws NotFoundException, com.google.zxing.FormatException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Code128Reader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    @Test
    void aLaboratoryBookingHasOneLabelOfTheRightSizeThatAReaderReads() throws Exception {
        AcceptBookings accept = acceptance(() -> List.of(new PrintPlaces.Labels("etichette", sticker)));
        BookingView blood = booking("B7", "LABORATORY");
        accept.accept(List.of(blood, booking("B8", "VISIT")), Optional.empty(), BEARER);
        accept.accept(List.of(blood), Optional.empty(), BEARER);
        assertEquals(1, sticker.labels.size());
        assertEquals(50, sticker.papers.getFirst().getWidth() / 72 * 25.4, 0.5);
        assertEquals(25, sticker.papers.getFirst().getHeight() / 72 * 25.4, 0.5);
        String digits = blood.number().replaceAll("\\D", "");
        assertTrue(bars(sticker.labels.getFirst()).endsWith(digits), blood.number());
        File folder = new File("target/rolls");
        assertTrue(folder.isDirectory() || folder.mkdirs());
        ImageIO.write(sticker.labels.getFirst(), "png", new File(folder, "11-etichetta.png"));
        List<PrintJob> jobs = desk.store.journal().prints().of("D30/" + blood.number());
        assertEquals(1, jobs.size());
        assertEquals(PrintJob.State.UNCERTAIN, jobs.getFirst().state(), "nobody tells that the label came out");
    }

    @Test
    void aDeskWithoutLabelPrinterQueuesNone() {
        AcceptBookings accept = acceptance(List::of);
        BookingView blood = booking("B9", "LABORATORY");
        assertFalse(accept.accept(List.of(blood), Optional.empty(), BEARER)
                .accepted()
                .isEmpty());
        assertEquals(List.of(), desk.store.journal().prints().open());
    }
}
