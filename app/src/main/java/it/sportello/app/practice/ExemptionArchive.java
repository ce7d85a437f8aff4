package it.sportello.app.practice;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.print.ExemptionSheets;
import it.sportello.app.print.Letterhead;
import it.sportello.app.print.PdfSheets;
import it.sportello.app.print.Sheet;
import it.sportello.app.print.StoredPdf;
import it.sportello.app.service.SlipSource;
import it.sportello.devices.printer.ReceiptDocument;
import it.sportello.offlinecache.journal.Journal;
import it.sportello.offlinecache.journal.JournalTransaction;
import it.sportello.offlinecache.journal.PrintJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The papers of a registration in the journal, sealed: its record, the self-declaration D18 and the certificate D19 as
 * PDF/A, the receipt of the roll. May wait for the disk.
 */
public final class ExemptionArchive implements SlipSource {
    private final Journal journal;
    private final ExemptionSheets sheets;
    private final PdfSheets pdf;
    private final ExemptionSlips slips;

    public ExemptionArchive(Journal journal, PdfSheets pdf, Words words) {
        this.journal = journal;
        this.sheets = new ExemptionSheets(words);
        this.pdf = pdf;
        this.slips = new ExemptionSlips(Texts.of(ExemptionArchive.class), words);
    }

    /** The A4 documents. */
    enum Form {
        /** Self-declaration. */
        D18,
        /** Certificate. */
        D19;

        /** The key of its file: the form and the reference, nothing personal. */
        String key(String reference) {
            return name() + "-" + reference;
        }
    }

    /** One A4 file. */
    record Paper(Form form, StoredPdf file) {}

    /** Papers made before the transaction that stores them: drawing them takes time. */
    record Prepared(StoredExemption record, List<Paper> papers) {
        Prepared {
            papers = List.copyOf(papers);
        }

        List<Form> forms() {
            return papers.stream().map(Paper::form).toList();
        }
    }

    /** A certificate only follows the server's answer: until then nothing is certain to certify. */
    Prepared prepare(Letterhead head, ExemptionSheets.Registered facts) {
        List<Paper> papers = new ArrayList<>();
        if (facts.incomeYear().isPresent()) {
            papers.add(paper(Form.D18, sheets.selfDeclaration(head, facts)));
        }
        if (facts.isProtocol()) {
            papers.add(paper(Form.D19, sheets.certificate(head, facts)));
        }
        return new Prepared(new StoredExemption(head, facts), papers);
    }

    private Paper paper(Form form, Sheet sheet) {
        return new Paper(form, StoredPdf.of(pdf.render(sheet)));
    }

    /** Stores the papers and queues the receipt. */
    PrintJob store(JournalTransaction transaction, Prepared prepared, UUID group) {
        String reference = prepared.record().facts().reference();
        String key = StoredExemption.key(reference);
        transaction.putDocument(key, "exemption", group, prepared.record());
        for (Paper paper : prepared.papers()) {
            transaction.putDocument(paper.form().key(reference), "exemption-pdf", group, paper.file());
        }
        return transaction.queuePrint(key);
    }

    /** The bytes of an A4 file, which hold personal data. */
    Optional<byte[]> file(Form form, String reference) {
        return journal.document(form.key(reference), StoredPdf.class).map(StoredPdf::file);
    }

    /** The A4 went out as a file: written down like a print, the first time. */
    void delivered(List<Form> forms, String reference) {
        List<String> keys = forms.stream()
                .map(form -> form.key(reference))
                .filter(key -> journal.prints().of(key).isEmpty())
                .toList();
        List<PrintJob> jobs = journal.commit(
                transaction -> keys.stream().map(transaction::queuePrint).toList());
        jobs.forEach(job -> journal.prints().deliveredAsPdf(job.id()));
    }

    @Override
    public Optional<ReceiptDocument> slip(String documentKey, int copy) {
        if (!documentKey.startsWith(StoredExemption.PREFIX)) {
            return Optional.empty();
        }
        return journal.document(documentKey, StoredExemption.class)
                .map(stored -> slips.slip(stored.head(), stored.facts(), copy));
    }
}
