package it.sportello.domain.prescription;

/** What the exemption of a prescription means for each of its rows. */
@FunctionalInterface
public interface Coverage {
    /** For a prescription without exemption. */
    Coverage NONE = item -> CoverageReason.NO_EXEMPTION;

    CoverageReason of(ServiceItem item);
}
