package it.sportello.app.secondscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.sportello.app.frame.CitizenLanguage;
import it.sportello.app.frame.CitizenMessage;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Page;
import it.sportello.app.secondscreen.CitizenScreenViewModel.Standing;
import it.sportello.domain.money.Money;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be on the citizen's screen, and that nothing else finds a way there (R-SEC-7, M13). */
class CitizenAllowListTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 3, 3, 9, 20);

    private final CitizenScreenViewModel model = new CitizenScreenViewModel(new CitizenTexts(), new Words());

    /** Whoever adds a field has to come here, and to the data protection officer first. */
    @Test
    @Tag("R-SEC-7")
    void theMessagesHoldTheseFieldsAndNoOthers() {
        Map<String, Set<String>> fields = new TreeMap<>();
        List<Class<?>> open = new ArrayList<>(List.of(CitizenMessage.class.getPermittedSubclasses()));
        open.add(CitizenMessage.Visit.class);
        open.add(CitizenMessage.Place.class);
        open.add(CitizenMessage.BookingNumber.class);
        for (Class<?> type : open) {
            fields.put(
                    type.getSimpleName(),
                    Arrays.stream(type.getRecordComponents())
                            .map(CitizenAllowListTest::field)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(
                Map.of(
                        "Waiting", Set.of(),
                        "ToPay", Set.of("Money total"),
                        "Paid", Set.of("Money total", "Money tendered", "Money change"),
                        "PaidByCard", Set.of("Money total"),
                        "Appointments", Set.of("List visits", "boolean booked", "CitizenLanguage language"),
                        "Consent", Set.of("ConsentKind kind", "ConsentReply reply"),
                        "Visit",
                                Set.of(
                                        "LocalDateTime startsAt",
                                        "Place site",
                                        "Place address",
                                        "Place room",
                                        "BookingNumber number"),
                        "Place", Set.of("String text"),
                        "BookingNumber", Set.of("String text")),
                fields);
    }

    private static String field(RecordComponent component) {
        return component.getType().getSimpleName() + " " + component.getName();
    }

    /** The screen's model takes messages, languages, standings and the desk; no door takes a text. */
    @Test
    @Tag("R-SEC-7")
    void noDoorOfTheModelTakesAFreeText() {
        Set<String> doors = Arrays.stream(CitizenScreenViewModel.class.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() > 0)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        // "said" reads a text of ours by its key; it puts nothing on the page.
        assertEquals(Set.of("at", "speak", "tell", "stand", "answer", "said"), doors);
    }

    @Test
    @Tag("R-SEC-7")
    void hostileTextsLoseTheirFormOnTheWay() {
        assertEquals("riga uno riga due", new CitizenMessage.Place("riga uno\n\u0007riga due").text());
        assertEquals(120, new CitizenMessage.Place("x".repeat(500)).text().length());
        assertEquals("", new CitizenMessage.BookingNumber("diabete mellito").text());
        assertEquals("", new CitizenMessage.BookingNumber("048 E01\nnota").text());
        assertEquals("CUP-2026-000042", new CitizenMessage.BookingNumber("CUP-2026-000042").text());
    }

    private Set<String> shown() {
        Page page = model.pageProperty().get();
        Set<String> texts = new TreeSet<>();
        texts.add(page.title().italian());
        page.facts().forEach(fact -> {
            texts.add(fact.value().italian());
            texts.add(fact.value().other());
        });
        page.sentences().forEach(said -> texts.add(said.italian()));
        return texts;
    }

    private static CitizenMessage visit() {
        return new CitizenMessage.Appointments(
                List.of(new CitizenMessage.Visit(
                        MOMENT,
                        new CitizenMessage.Place("Ospedale"),
                        new CitizenMessage.Place("Via Roma 1"),
                        new CitizenMessage.Place("Stanza 4"),
                        new CitizenMessage.BookingNumber("B-1"))),
                true,
                CitizenLanguage.EN);
    }

    @Test
    void amountsAndChangeAreTold() {
        model.stand(Standing.SERVING);
        model.tell(new CitizenMessage.ToPay(Money.ofCents(4650)));
        assertTrue(shown().contains("46,50\u00a0€"), shown().toString());
        model.tell(new CitizenMessage.Paid(Money.ofCents(4650), Money.ofCents(5000), Money.ofCents(350)));
        assertTrue(shown().containsAll(Set.of("46,50\u00a0€", "50,00\u00a0€", "3,50\u00a0€")), shown().toString());
    }

    /** By card nothing is handed over: no change is spoken of. */
    @Test
    void byCardOnlyTheAmountIsTold() {
        model.stand(Standing.SERVING);
        model.tell(new CitizenMessage.PaidByCard(Money.ofCents(4653)));
        assertEquals(1, model.pageProperty().get().facts().size());
        assertTrue(shown().contains("46,53\u00a0€"), shown().toString());
        assertFalse(shown().contains("Controllare il resto e conservare la ricevuta."));
    }

    @Test
    void anAppointmentIsWrittenOutInBothLanguages() {
        model.stand(Standing.SERVING);
        model.tell(visit());
        assertEquals(CitizenLanguage.EN, model.languageProperty().get());
        assertTrue(shown().contains("martedì 3 marzo 2026, ore 9:20"), shown().toString());
        assertTrue(shown().contains("Tuesday 3 March 2026, 9:20"), shown().toString());
        assertTrue(shown().contains("Ospedale\nVia Roma 1\nStanza 4"), shown().toString());
    }

    @Test
    @Tag("R-SEC-7")
    void nothingStaysForTheNextCitizenNorBehindALock() {
        model.stand(Standing.SERVING);
        model.tell(visit());
        model.stand(Standing.PAUSED);
        assertEquals(Set.of("Un momento, per favore"), shown());
        model.stand(Standing.SERVING);
        assertTrue(shown().contains("martedì 3 marzo 2026, ore 9:20"));
        model.another();
        assertEquals(CitizenLanguage.IT, model.languageProperty().get());
        assertTrue(shown().contains("Benvenuti"));
        model.tell(visit());
        model.stand(Standing.CLOSED);
        assertEquals(Set.of("Sportello chiuso"), shown());
    }

    @Test
    void aConsentIsAnsweredOnce() {
        List<Boolean> heard = new ArrayList<>();
        model.stand(Standing.SERVING);
        model.tell(new CitizenMessage.Consent(CitizenMessage.ConsentKind.SMS, heard::add));
        assertTrue(model.pageProperty().get().choice().isPresent());
        model.answer(true);
        model.answer(true);
        assertEquals(List.of(true), heard);
        assertEquals(Optional.empty(), model.pageProperty().get().choice());
    }

    /** A question that was put away, because the desk was locked or the work changed, cannot be answered any more. */
    @Test
    void aQuestionBehindALockIsNotAnswered() {
        List<Boolean> heard = new ArrayList<>();
        model.stand(Standing.SERVING);
        model.tell(new CitizenMessage.Consent(CitizenMessage.ConsentKind.SMS, heard::add));
        model.stand(Standing.PAUSED);
        model.answer(true);
        assertEquals(List.of(), heard);
    }

    @ParameterizedTest
    @EnumSource(CitizenLanguage.class)
    @Tag("R-I18-4")
    void everyLanguageHasEveryTextAndAFontForIt(CitizenLanguage language) throws IOException {
        Texts italian = Texts.of(CitizenTexts.class, "citizen_it.properties");
        Texts texts = Texts.of(CitizenTexts.class, "citizen_" + language.code() + ".properties");
        assertEquals(
                new TreeSet<>(Collections.list(italian.bundle().getKeys())),
                new TreeSet<>(Collections.list(texts.bundle().getKeys())));
        Font font = font(language == CitizenLanguage.ZH ? "NotoSansSC-Screen.ttf" : "NotoSans-Regular.ttf");
        StringBuilder all = new StringBuilder(language.ownName());
        for (String key : Collections.list(texts.bundle().getKeys())) {
            String text = texts.get(key);
            assertFalse(text.isBlank(), key);
            assertEquals(italian.get(key).contains("{0}"), text.contains("{0}"), key);
            all.append(text);
        }
        for (int day = 0; day < 7; day++) {
            all.append(new CitizenTexts().moment(language, MOMENT.plusDays(day)));
        }
        for (int month = 0; month < 12; month++) {
            all.append(new CitizenTexts().moment(language, MOMENT.plusMonths(month)));
        }
        String missing = all.chars()
                .filter(c -> !font.canDisplay(c))
                .mapToObj(Character::toString)
                .distinct()
                .collect(Collectors.joining());
        assertEquals("", missing);
    }

    private static Font font(String file) throws IOException {
        Supplier<String> name = () -> "/it/sportello/app/fonts/" + file;
        try (InputStream stream = Objects.requireNonNull(CitizenTexts.class.getResourceAsStream(name.get()))) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (java.awt.FontFormatException broken) {
            throw new IOException(broken);
        }
    }
}
