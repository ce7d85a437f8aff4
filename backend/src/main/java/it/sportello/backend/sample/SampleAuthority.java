package it.sportello.backend.sample;

import it.sportello.backend.sample.Offer.Slot;
import it.sportello.backend.sample.Registry.Citizen;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A whole health authority that does not exist: places, desks, operators, citizens, offer, bookings, prescriptions and
 * dues. The same seed and day always give the same authority, to the byte. {@link SampleLoader} puts it into an empty
 * database.
 */
public final class SampleAuthority {
    /** Seed of the authority that every newcomer meets. */
    public static final long DEFAULT_SEED = 20_261_122L;

    private static final int CITIZENS = 25_000;

    private final long seed;
    private final LocalDate today;
    private final Organisation organisation;
    private final Nomenclature nomenclature;
    private final Registry registry;
    private final Offer offer;
    private final Orders orders;
    private final Map<CastRole, List<Citizen>> cast;

    private SampleAuthority(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        organisation = new OrganisationMaker().make();
        nomenclature = Nomenclature.read();
        DoctorMaker doctors = new DoctorMaker(seed, today);
        CitizenMaker citizens = new CitizenMaker(seed, today, doctors);
        registry = new Registry(citizens.make(CITIZENS), doctors.all());
        cast = new EnumMap<>(citizens.cast());
        SlotMaker calendars = new SlotMaker(organisation.sites(), today);
        Offer empty = calendars.make(new AgendaMaker(nomenclature, today).plans());
        OrderBook book = new OrderBook(nomenclature, today);
        BookingMaker bookings = new BookingMaker(seed, book, empty, calendars);
        ExemptionMaker exemptions = new ExemptionMaker(seed, book);
        new CastMaker(book, exemptions, bookings, empty.slots()).make(cast);
        int players = cast.values().stream().mapToInt(List::size).sum();
        List<Citizen> others =
                registry.citizens().subList(players, registry.citizens().size());
        others.forEach(exemptions::draw);
        new PrescriptionStock(seed, book, empty, others).make();
        bookings.fill(empty.slots(), others);
        List<Slot> slots = empty.slots().stream()
                .map(slot -> slot.withBooked(bookings.taken(slot)))
                .toList();
        offer = new Offer(empty.agendas(), slots);
        orders = book.orders();
    }

    /**
     * Makes the authority.
     *
     * @param today the day, Europe/Rome, for which the sample has appointments to accept
     */
    public static SampleAuthority generate(long seed, LocalDate today) {
        return new SampleAuthority(seed, today);
    }

    public long seed() {
        return seed;
    }

    public LocalDate today() {
        return today;
    }

    public Organisation organisation() {
        return organisation;
    }

    public Nomenclature nomenclature() {
        return nomenclature;
    }

    public Registry registry() {
        return registry;
    }

    public Offer offer() {
        return offer;
    }

    public Orders orders() {
        return orders;
    }

    /** Who plays which case. */
    public SampleCast cast() {
        return new CastSheet(this, cast).write();
    }

    /** SHA-256 of everything that a database would hold, in hexadecimal digits. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestOutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (CopyTable<?> table : new SampleTables(this).all()) {
                    table.writeTo(sink);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written anywhere", impossible);
        }
    }
}
