package it.sportello.domain.ledger;

/** What an inspector reads of one chained record. Bodies hold a random salt. */
public final class ChainedRecord {
    private final ChainLink previous;
    private final byte[] body;
    private final long runningTotalCents;
    private final ChainLink link;

    public ChainedRecord(ChainLink previous, byte[] body, long runningTotalCents, ChainLink link) {
        this.previous = previous;
        this.body = body.clone();
        this.runningTotalCents = runningTotalCents;
        this.link = link;
    }

    public ChainLink previous() {
        return previous;
    }

    /** The clear bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** The drawer after this record, in cents; 0 in lanes without money. */
    public long runningTotalCents() {
        return runningTotalCents;
    }

    public ChainLink link() {
        return link;
    }

    /** Bodies are personal: only the link is told. */
    @Override
    public String toString() {
        return "ChainedRecord[" + link + "]";
    }
}
