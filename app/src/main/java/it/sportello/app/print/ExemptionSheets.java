package it.sportello.app.print;

import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Self-declaration D18 (DPR 445/2000, articles 46, 47, 75 and 76) and certificate D19 of an exemption. */
public final class ExemptionSheets {
    /**
     * An exemption registered.
     *
     * @param reference protocol number, or the desk's own number while the line is cut
     * @param isProtocol whether the reference is the protocol number
     * @param incomeYear year of the income declared, on income codes
     * @param certifiedBy structure that certified, on disease codes
     */
    public record Registered(
            String reference,
            boolean isProtocol,
            String person,
            String code,
            LocalDate birthDate,
            String birthPlace,
            String address,
            String exemptionCode,
            String exemptionDescription,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Optional<Integer> incomeYear,
            Optional<String> certifiedBy,
            Optional<String> actingPerson,
            Instant at) {
        /** Neither person nor code. */
        @Override
        public String toString() {
            return "Registered[" + reference + "]";
        }
    }

    private final Texts texts = Texts.of(ExemptionSheets.class);
    private final Words words;

    public ExemptionSheets(Words words) {
        this.words = words;
    }

    /** To be signed by the citizen in front of the operator. */
    public Sheet selfDeclaration(Letterhead head, Registered exemption) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(who(exemption)));
        blocks.add(new Block.Paragraph(texts.get("declaration.liability")));
        blocks.add(new Block.Heading(texts.get("declaration.declares")));
        blocks.add(new Block.Paragraph(
                texts.get("declaration.right", exemption.exemptionCode(), exemption.exemptionDescription())));
        exemption
                .incomeYear()
                .ifPresent(year ->
                        blocks.add(new Block.Paragraph(texts.get("declaration.income", Integer.toString(year)))));
        blocks.add(new Block.Paragraph(texts.get("declaration.changes")));
        blocks.add(new Block.Paragraph(texts.get("declaration.checks")));
        blocks.add(new Block.Paragraph(texts.get("declaration.privacy"), true));
        blocks.add(reference(exemption));
        blocks.add(new Block.Signatures(List.of(texts.get("signature.declarant"), texts.get("signature.officer"))));
        return sheet(head, texts.get("declaration.title"), "D18/1", blocks);
    }

    /** For the citizen, to show wherever the exemption is used. */
    public Sheet certificate(Letterhead head, Registered exemption) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(texts.get("certificate.intro")));
        blocks.add(new Block.Prominent(texts.get("certificate.person"), exemption.person()));
        blocks.add(new Block.Pairs(List.of(
                new Block.Pair(texts.get("receipt.code.label"), exemption.code()),
                new Block.Pair(
                        texts.get("certificate.birth"),
                        texts.get(
                                "certificate.birth.text",
                                exemption.birthPlace(),
                                words.date(exemption.birthDate()))))));
        blocks.add(new Block.Prominent(texts.get("certificate.code"), exemption.exemptionCode()));
        List<Block.Pair> pairs = new ArrayList<>();
        pairs.add(new Block.Pair(texts.get("certificate.description"), exemption.exemptionDescription()));
        pairs.add(new Block.Pair(texts.get("certificate.from"), words.dateInWords(exemption.validFrom())));
        pairs.add(new Block.Pair(
                texts.get("certificate.to"),
                exemption.validTo().map(words::dateInWords).orElse(texts.get("certificate.unlimited"))));
        exemption.certifiedBy().ifPresent(issuer -> pairs.add(new Block.Pair(texts.get("certificate.issuer"), issuer)));
        blocks.add(new Block.Pairs(pairs));
        blocks.add(reference(exemption));
        blocks.add(new Block.Signatures(List.of(texts.get("signature.officer"))));
        return sheet(head, texts.get("certificate.title"), "D19/1", blocks);
    }

    private String who(Registered exemption) {
        return exemption
                .actingPerson()
                .map(acting -> texts.get(
                        "declaration.acting",
                        acting,
                        exemption.person(),
                        exemption.code(),
                        exemption.birthPlace(),
                        words.date(exemption.birthDate()),
                        exemption.address()))
                .orElseGet(() -> texts.get(
                        "declaration.who",
                        exemption.person(),
                        exemption.code(),
                        exemption.birthPlace(),
                        words.date(exemption.birthDate()),
                        exemption.address()));
    }

    private Block reference(Registered exemption) {
        return new Block.Pairs(List.of(
                new Block.Pair(
                        texts.get(exemption.isProtocol() ? "practice.protocol" : "practice.deskNumber"),
                        exemption.reference()),
                new Block.Pair(
                        texts.get("practice.at"),
                        texts.get("moment", words.date(exemption.at()), words.time(exemption.at())))));
    }

    private Sheet sheet(Letterhead head, String title, String template, List<Block> blocks) {
        return new Sheet(
                title,
                "it-IT",
                head.authority(),
                texts.get("origin", head.site(), head.desk()),
                texts.get("slip.footer", template, head.badge()),
                "",
                blocks);
    }
}
