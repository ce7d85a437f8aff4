package it.sportello.devices.printer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.ServiceUIFactory;
import javax.print.StreamPrintServiceFactory;
import javax.print.attribute.Attribute;
import javax.print.attribute.AttributeSet;
import javax.print.attribute.HashAttributeSet;
import javax.print.attribute.HashPrintJobAttributeSet;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.HashPrintServiceAttributeSet;
import javax.print.attribute.PrintJobAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.PrintServiceAttribute;
import javax.print.attribute.PrintServiceAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaTray;
import javax.print.event.PrintJobAttributeListener;
import javax.print.event.PrintJobListener;
import javax.print.event.PrintServiceAttributeListener;
import org.jspecify.annotations.Nullable;

/** A queue of an operating system that keeps what it is given: raw bytes as they come, pages as PostScript. */
final class PaperQueue implements PrintService, PrintQueues {
    final List<byte[]> papers = new ArrayList<>();
    final List<String> titles = new ArrayList<>();
    final List<Optional<Media>> trays = new ArrayList<>();
    final HashPrintServiceAttributeSet attributes = new HashPrintServiceAttributeSet();
    boolean refuses;

    @Override
    public Optional<PrintService> queue(String name) {
        return name.equals("Cassa") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<String> names() {
        return List.of(getName());
    }

    @Override
    public String getName() {
        return "Cassa";
    }

    @Override
    public DocPrintJob createPrintJob() {
        return new Job();
    }

    private void print(Doc document, PrintRequestAttributeSet wishes) throws PrintException {
        if (refuses) {
            throw new PrintException("the spooler is ill");
        }
        JobName title = (JobName) wishes.get(JobName.class);
        titles.add(title.getValue());
        trays.add(Optional.ofNullable((Media) wishes.get(Media.class)));
        try {
            if (document.getDocFlavor().equals(DocFlavor.BYTE_ARRAY.AUTOSENSE)) {
                papers.add((byte[]) document.getPrintData());
                return;
            }
            ByteArrayOutputStream paper = new ByteArrayOutputStream();
            StreamPrintServiceFactory[] presses = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                    document.getDocFlavor(), "application/postscript");
            presses[0].getPrintService(paper).createPrintJob().print(document, new HashPrintRequestAttributeSet());
            papers.add(paper.toByteArray());
        } catch (java.io.IOException e) {
            throw new PrintException(e);
        }
    }

    private final class Job implements DocPrintJob {
        @Override
        public PrintService getPrintService() {
            return PaperQueue.this;
        }

        @Override
        public PrintJobAttributeSet getAttributes() {
            return new HashPrintJobAttributeSet();
        }

        @Override
        public void addPrintJobListener(PrintJobListener listener) {}

        @Override
        public void removePrintJobListener(PrintJobListener listener) {}

        @Override
        public void addPrintJobAttributeListener(PrintJobAttributeListener listener, PrintJobAttributeSet set) {}

        @Override
        public void removePrintJobAttributeListener(PrintJobAttributeListener listener) {}

        @Override
        public void print(Doc document, PrintRequestAttributeSet wishes) throws PrintException {
            PaperQueue.this.print(document, wishes);
        }
    }

    @Override
    public void addPrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public void removePrintServiceAttributeListener(PrintServiceAttributeListener listener) {}

    @Override
    public PrintServiceAttributeSet getAttributes() {
        return attributes;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends PrintServiceAttribute> @Nullable T getAttribute(Class<T> category) {
        return (T) attributes.get(category);
    }

    @Override
    public DocFlavor[] getSupportedDocFlavors() {
        return new DocFlavor[] {DocFlavor.BYTE_ARRAY.AUTOSENSE, DocFlavor.SERVICE_FORMATTED.PAGEABLE};
    }

    @Override
    public boolean isDocFlavorSupported(DocFlavor flavor) {
        return List.of(getSupportedDocFlavors()).contains(flavor);
    }

    @Override
    public Class<?>[] getSupportedAttributeCategories() {
        return new Class<?>[] {Media.class};
    }

    @Override
    public boolean isAttributeCategorySupported(Class<? extends Attribute> category) {
        return category.equals(Media.class);
    }

    @Override
    public @Nullable Object getDefaultAttributeValue(Class<? extends Attribute> category) {
        return null;
    }

    @Override
    public Object getSupportedAttributeValues(
            Class<? extends Attribute> category, @Nullable DocFlavor flavor, @Nullable AttributeSet set) {
        return new Media[] {MediaTray.TOP, MediaTray.MANUAL};
    }

    @Override
    public boolean isAttributeValueSupported(Attribute value, DocFlavor flavor, AttributeSet set) {
        return true;
    }

    @Override
    public AttributeSet getUnsupportedAttributes(DocFlavor flavor, AttributeSet set) {
        return new HashAttributeSet();
    }

    @Override
    public @Nullable ServiceUIFactory getServiceUIFactory() {
        return null;
    }
}
