package it.sportello.devices.twin.command;

import it.sportello.devices.twin.card.CardBehaviour;
import it.sportello.devices.twin.card.CardHolder;
import it.sportello.devices.twin.card.CardProfile;
import it.sportello.devices.twin.card.VirtualCard;
import it.sportello.devices.twin.card.VirtualCards;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cards that can be put in, by name: seven people who do not exist, cards of other kinds, and those of a file. */
final class SampleCards {
    private static final int FIELDS = 10;

    /** How a card is made when its behaviour is known. */
    @FunctionalInterface
    private interface Making {
        VirtualCard with(CardBehaviour behaviour);
    }

    private final TreeMap<String, Making> cards = new TreeMap<>();

    SampleCards() {
        vector(
                "v1",
                "6090000000017002",
                "0000650460900815032024081403203005ROSSI05MARIA080101198001F0010"
                        + "RSSMRA80A41H501Y0004H501000004D6120000");
        vector(
                "v2",
                "6120123456789009",
                "0000650461200801072021083006202705VERDI05LUIGI081212196201M0010"
                        + "VRDLGU62T12F205K0004F205000004H5010000");
        vector(
                "v3",
                "6160000420042007",
                "0000690461600810102025083112202507POPESCU07ANDREEA082503199101F0010"
                        + "PPSNDR91C65Z129F0004Z129000004A6620000");
        vector(
                "v4",
                "6030777000111009",
                "00009E0460300802022022080102202807BIANCHI0EGIOVANNA MARIA080102194801F0316810"
                        + "BNCGNN48B41D612Y03ITA04D6120009123.1.A4804F2051FVIA GIUSEPPE GARIBALDI 12 INT 300");
        vector(
                "v5",
                "6190555000555003",
                "00006B0461900805052023080405202908D'ANGELO08NICCOLO'081009200501M0010"
                        + "DNGNCL05P10G273W0004G273000004G2730000");
        vector(
                "v6",
                "6090000000025005",
                "0000650460900815032024081403203005ROSSI05MARIA080101198001F0010"
                        + "RSSMRA80A41H50MQ0004H501000004D6120000");
        vector(
                "v7",
                "6120123456789009",
                "00005F0461200801072021083006202705VERDI05LUIGI081212196201M0010"
                        + "VRDLGU62T12F205K0004F205000004H5010000");
        cards.put("identity", behaviour -> VirtualCards.identityCard());
        cards.put("bank", behaviour -> VirtualCards.bankCard());
        cards.put("unknown", behaviour -> VirtualCards.unknownCard());
        cards.put("professional", behaviour -> VirtualCards.professionalCard());
        cards.put("blank", behaviour -> VirtualCards.blank((byte) 0));
    }

    private void vector(String name, String cardId, String text) {
        cards.put(name, behaviour -> VirtualCards.healthWithText(cardId, text, behaviour));
    }

    /**
     * Adds those of a file, one a line: {@code name = card number; issued; expires; surname; names; birth; F or M; tax
     * code; birth place; residence}, dates as 2030-12-31.
     */
    void add(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongWords("the cards of " + file + " cannot be read: " + unreadable.getMessage());
        }
        for (String name : lines.stringPropertyNames()) {
            CardProfile profile = profile(name, lines.getProperty(name));
            cards.put(name.toLowerCase(Locale.ROOT), behaviour -> VirtualCards.health(profile, behaviour));
        }
    }

    private static CardProfile profile(String name, String line) {
        String[] fields = line.strip().split("\\s*;\\s*", -1);
        if (fields.length != FIELDS) {
            throw new WrongWords("the card " + name + " has " + fields.length + " fields instead of " + FIELDS);
        }
        try {
            CardProfile profile = CardProfile.of(
                    fields[0],
                    LocalDate.parse(fields[1]),
                    LocalDate.parse(fields[2]),
                    new CardHolder(
                            fields[3],
                            fields[4],
                            LocalDate.parse(fields[5]),
                            fields[6],
                            fields[7],
                            fields[8],
                            fields[9]));
            VirtualCards.health(profile);
            return profile;
        } catch (DateTimeException wrongDate) {
            throw new WrongWords("the card " + name + " has a wrong date: " + wrongDate.getMessage());
        } catch (IllegalArgumentException | IndexOutOfBoundsException tooMuch) {
            throw new WrongWords("the card " + name + " cannot be made: " + tooMuch.getMessage());
        }
    }

    VirtualCard card(String name, CardBehaviour behaviour) {
        return Words.choice(name, "the card", cards).with(behaviour);
    }

    String names() {
        return String.join(", ", new TreeSet<>(cards.keySet()));
    }
}
