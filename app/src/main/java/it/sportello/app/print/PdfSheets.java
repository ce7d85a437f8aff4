package it.sportello.app.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Makes PDF/A-2b files (ISO 19005-2) of sheets, with fonts and colour profile inside. */
public final class PdfSheets {
    private final Clock clock;

    public PdfSheets(Clock clock) {
        this.clock = clock;
    }

    /** The file's bytes. They hold personal data: keep them sealed. */
    public byte[] render(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            SheetFonts fonts = new SheetFonts(document);
            try (SheetPage page = new SheetPage(document, fonts)) {
                SheetRenderer renderer = new SheetRenderer(page);
                for (Block block : sheet.blocks()) {
                    renderer.draw(block);
                }
            }
            frame(document, fonts, sheet);
            archive(document, sheet);
            document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void frame(PDDocument document, SheetFonts fonts, Sheet sheet) throws IOException {
        int pages = document.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            PDPage page = document.getPage(number - 1);
            try (PDPageContentStream stream =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.PREPEND, true, true)) {
                float top = PDRectangle.A4.getHeight();
                line(stream, fonts, sheet.issuer(), SheetPage.LEFT, top - 48, true, 11);
                line(stream, fonts, sheet.origin(), SheetPage.LEFT, top - 62, false, 8.5f);
                float width = fonts.width(sheet.title(), true, 13);
                line(stream, fonts, sheet.title(), SheetPage.RIGHT - width, top - 50, true, 13);
                stream.setLineWidth(1.2f);
                stream.moveTo(SheetPage.LEFT, top - 74);
                stream.lineTo(SheetPage.RIGHT, top - 74);
                stream.stroke();
                line(stream, fonts, sheet.footer(), SheetPage.LEFT, 40, false, 7.5f);
                String count = number + "/" + pages;
                line(stream, fonts, count, SheetPage.RIGHT - fonts.width(count, false, 7.5f), 40, false, 7.5f);
                if (!sheet.mark().isEmpty()) {
                    stream.setNonStrokingColor(0.88f);
                    stream.beginText();
                    stream.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(50), 150, 220));
                    for (SheetFonts.Run run : fonts.runs(sheet.mark(), true)) {
                        stream.setFont(run.font(), 82);
                        stream.showText(run.text());
                    }
                    stream.endText();
                    stream.setNonStrokingColor(0f);
                }
            }
        }
    }

    private static void line(
            PDPageContentStream stream, SheetFonts fonts, String text, float x, float y, boolean heavy, float size)
            throws IOException {
        stream.beginText();
        stream.newLineAtOffset(x, y);
        for (SheetFonts.Run run : fonts.runs(text, heavy)) {
            stream.setFont(run.font(), size);
            stream.showText(run.text());
        }
        stream.endText();
    }

    private void archive(PDDocument document, Sheet sheet) throws IOException {
        Calendar now = GregorianCalendar.from(clock.instant().atZone(clock.getZone()));
        now.set(Calendar.MILLISECOND, 0);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(sheet.title());
        information.setCreator("Sportello");
        information.setCreationDate(now);
        document.getDocumentCatalog().setLanguage(sheet.language());
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);

        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        document.getDocumentCatalog().addOutputIntent(intent);

        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        try {
            PDFAIdentificationSchema identification = xmp.createAndAddPDFAIdentificationSchema();
            identification.setPart(2);
            identification.setConformance("B");
            DublinCoreSchema core = xmp.createAndAddDublinCoreSchema();
            core.setTitle(sheet.title());
            core.addLanguage(sheet.language());
            XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreatorTool("Sportello");
            basic.setCreateDate(now);
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, packet, true);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(packet.toByteArray());
            document.getDocumentCatalog().setMetadata(metadata);
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("metadata of " + sheet.title(), e);
        }
    }
}
