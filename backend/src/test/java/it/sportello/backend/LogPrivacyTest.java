package it.sportello.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import it.sportello.api.Bookings;
import it.sportello.api.Persons;
import it.sportello.backend.log.MaskedMessage;
import it.sportello.backend.log.MaskedThrowable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A canary person must not be found in the log, whatever goes wrong while that person is served. */
@Tag("R-SEC-2")
class LogPrivacyTest {
    private final TestServer server = TestServer.shared();
    private final World world = server.world;
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Lines lines = new Lines();
    private Level before = Level.INFO;

    /** Every line as the pattern of the product writes it. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<String> written = new CopyOnWriteArrayList<>();
        private final PatternLayout layout = new PatternLayout();

        @Override
        public void start() {
            layout.setContext(getContext());
            layout.getInstanceConverterMap().put("maskedMessage", MaskedMessage::new);
            layout.getInstanceConverterMap().put("maskedThrowable", MaskedThrowable::new);
            layout.setPattern("%level %logger %maskedMessage%n%maskedThrowable");
            layout.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            written.add(layout.doLayout(event));
        }

        String all() {
            return String.join("", written);
        }
    }

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.INFO);
        lines.setContext(context);
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        root.setLevel(before);
        lines.stop();
    }

    private void assertUntold(String... canaries) {
        String log = lines.all().toLowerCase(Locale.ROOT);
        for (String canary : canaries) {
            assertFalse(log.contains(canary.toLowerCase(Locale.ROOT)), () -> canary + " is in the log: " + log);
        }
    }

    private String canary() {
        String person = world.person();
        world.run(
                "update person set surname = 'Canarinodiprova', names = 'Giallino', phone = '041 5550199', address = 'Calle del Canarino 7' where id = ?",
                person);
        return person;
    }

    @Test
    void aDayOfServiceLeavesNobodyInTheLog() {
        TestDesk desk = TestDesk.with("CASHIER", "CUP");
        String person = canary();
        String code = world.value(String.class, "select code from person where id = ?", person);
        desk.post("/v1/persons/search", byName("Canarinodiprova"));
        desk.post("/v1/persons/view", new Persons.View(person, "ritiro di Canarinodiprova"));
        desk.post("/v1/persons/view", new Persons.View(code, "prova"));
        String slot = world.slot(
                world.agenda("S1", "SSN", World.VISIT),
                TestDesk.at(world.today().plusDays(11), 9),
                1);
        assertEquals(
                201, desk.booked(person, Optional.empty(), slot, World.VISIT).status());
        assertEquals("SLOT_GONE", desk.hold(UUID.randomUUID(), person, slot).code());
        assertUntold("Canarinodiprova", "Giallino", "5550199", "Calle del Canarino", code);
    }

    private static Persons.Search byName(String surname) {
        return new Persons.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.of(surname),
                Optional.empty(),
                Optional.of(LocalDate.of(1980, 5, 17)),
                Optional.of("041 5550199"),
                Optional.empty());
    }

    /** The store's own message quotes the row that broke the rule, the statement's quotes what was bound to it. */
    @Test
    void aRuleOfTheStoreThatIsBrokenTellsNoRowAndNoValue() {
        TestDesk desk = TestDesk.with("CUP");
        String person = canary();
        world.run("alter table query_log add constraint provoked check (reason not like 'Canarino%')");
        try {
            Reply reply = desk.post("/v1/persons/view", new Persons.View(person, "Canarino malato"));
            assertTrue(reply.status() >= 400, () -> reply.body().toString());
            assertFalse(reply.body().toString().contains("Canarino"));
        } finally {
            world.run("alter table query_log drop constraint provoked");
        }
        assertUntold("Canarino malato", person + ",");
    }

    @Test
    void aFaultOfTheStoreIsLoggedOnceWithItsPlaceAndWithoutTheValues() {
        TestDesk desk = TestDesk.with("CUP");
        world.run("alter table person rename column phone_key to phone_key_away");
        try {
            Reply reply = desk.post("/v1/persons/search", byName("Canarinodiprova"));
            assertEquals("INTERNAL", reply.code());
            String support = reply.body().path("supportCode").asString();
            assertEquals(
                    1,
                    lines.written.stream()
                            .filter(line -> line.contains(support))
                            .count());
            assertTrue(lines.all().contains("PersonRows"), "the place of the fault");
        } finally {
            world.run("alter table person rename column phone_key_away to phone_key");
        }
        assertUntold("Canarinodiprova", "5550199", "1980-05-17");
    }

    @Test
    void whatIsMalformedIsNotQuoted() {
        TestDesk desk = TestDesk.with("CUP");
        server.send(
                "POST",
                "/v1/persons/search",
                desk.headers(),
                "{\"code\":\"RSSMRA80A01H501U\",\"surname\":\"Canarinodiprova\",\"more\":1}");
        server.send("POST", "/v1/persons/view", desk.headers(), "{\"personId\":\"Canarinodiprova\",\"reason\":7}");
        server.send("GET", "/v1/Canarinodiprova/RSSMRA80A01H501U", desk.headers(), "");
        server.send("GET", "/v1/feed?after=Canarinodiprova", desk.headers(), "");
        assertUntold("Canarinodiprova", "RSSMRA80A01H501U");
    }

    @Test
    void passwordsTokensAndSecretsAreInNoLine() {
        TestDesk desk = TestDesk.with("CUP");
        server.send(
                "POST",
                "/v1/sessions",
                desk.deskHeaders(),
                TestDesk.json(new it.sportello.api.Sessions.SignIn("canarino", "Canarino-segreto-1")));
        desk.get("/v1/parameters");
        desk.get("/v1/tills/T999/ledger");
        assertUntold("Canarino-segreto-1", desk.session.token(), desk.enrolled.secret(), World.PASSWORD);
    }

    @Test
    void recordsWithPersonsMaskThemselves() {
        String text = List.of(
                        byName("Canarinodiprova"),
                        new Persons.Hit(
                                "P1",
                                "RSSMRA80A01H501U",
                                "Canarinodiprova",
                                "Giallino",
                                LocalDate.EPOCH,
                                "Venezia",
                                "Venezia",
                                Optional.empty()),
                        new it.sportello.api.Sessions.SignIn("Canarinodiprova", "Giallino"),
                        new Bookings.DayList(LocalDate.EPOCH, List.of()))
                .toString();
        assertFalse(text.contains("Canarinodiprova") || text.contains("RSSMRA") || text.contains("Giallino"), text);
    }
}
