package it.sportello.devices.card.internal;

import it.sportello.devices.card.CardActivation;
import it.sportello.devices.card.CardCertificate;
import it.sportello.devices.card.CardData;
import it.sportello.devices.card.CardWarning;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Reads a card's certificate (AgID, structure of the CNS certificate) and holds it against the card's other data. */
final class CertificateRules {
    /** Split at the first slash and the first dot: the hash behind them may hold slashes itself. */
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|[,+])CN=\"?([^,/.\"+]{1,32})/([0-9]{1,32})\\.");

    private static final Pattern PLAIN_NAME = Pattern.compile("(?:^|[,+])CN=(\"[^\"]*\"|[^,+]*)");

    private CertificateRules() {}

    /** Joins the data with the certificate; an empty one was not found. */
    static CardActivation join(CardData data, byte[] der, Instant now) {
        Set<CardWarning> warnings = EnumSet.noneOf(CardWarning.class);
        CardCertificate certificate = parse(der);
        if (certificate == null) {
            warnings.add(CardWarning.CERTIFICATE_UNREADABLE);
        } else {
            boolean same =
                    certificate.codiceFiscale().equals(data.codiceFiscale().value())
                            && certificate.cardId().equals(data.cardId());
            if (!same) {
                warnings.add(CardWarning.CERTIFICATE_MISMATCH);
            }
            if (now.isBefore(certificate.validFrom()) || now.isAfter(certificate.validTo())) {
                warnings.add(CardWarning.CERTIFICATE_EXPIRED);
            }
        }
        return new CardActivation(data, certificate, warnings);
    }

    private static @Nullable CardCertificate parse(byte[] der) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            if (!(factory.generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate)) {
                return null;
            }
            Matcher subject =
                    COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
            Matcher issuer =
                    PLAIN_NAME.matcher(certificate.getIssuerX500Principal().getName(X500Principal.RFC2253));
            if (!subject.find()) {
                return null;
            }
            return new CardCertificate(
                    subject.group(1),
                    subject.group(2),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    issuer.find() ? issuer.group(1) : "");
        } catch (CertificateException noCertificate) {
            return null;
        }
    }
}
