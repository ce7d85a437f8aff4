package it.sportello.app.booking;

import it.sportello.api.Bookings;
import it.sportello.app.frame.Citizen.Chip;
import it.sportello.app.frame.Citizen.Tone;
import it.sportello.app.frame.Texts;
import it.sportello.app.frame.Words;
import java.util.ArrayList;
import java.util.List;

/** Offers in the words of the counter. */
final class OfferRows {
    private final Texts texts;
    private final Words words;

    OfferRows(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    OfferRow row(Bookings.Offer offer, Regime regime, boolean withClass) {
        Bookings.OfferSlot first = offer.slots().getFirst();
        String date = words.dateInWords(first.startsAt().toLocalDate());
        String time = words.time(first.startsAt().toLocalTime());
        List<OfferRow.Place> places =
                offer.slots().stream().map(slot -> place(slot, offer)).toList();
        List<Chip> chips = chips(offer, regime, withClass);
        String reason = reason(offer.rankReason());
        String spoken = texts.get(
                "offer.spoken",
                date,
                time,
                first.siteName(),
                String.join(", ", chips.stream().map(Chip::text).toList()));
        return new OfferRow(date, time, places, chips, reason, spoken, new OfferRow.Key(offer));
    }

    OfferRow.Place place(Bookings.OfferSlot slot, Bookings.Offer offer) {
        String what = String.join(", ", slot.serviceDescriptions());
        boolean alone = offer.slots().size() == 1;
        return new OfferRow.Place(
                alone
                        ? what
                        : texts.get("offer.part", words.time(slot.startsAt().toLocalTime()), what),
                slot.siteName(),
                texts.get("offer.where", slot.address(), slot.room()));
    }

    private List<Chip> chips(Bookings.Offer offer, Regime regime, boolean withClass) {
        List<Chip> chips = new ArrayList<>();
        if (withClass) {
            chips.add(
                    offer.insideLimit()
                            ? new Chip(Tone.GOOD, texts.get("chip.inside"))
                            : new Chip(Tone.ATTENTION, texts.get("chip.outside")));
        }
        if (offer.slots().stream().anyMatch(slot -> slot.preparation().isPresent())) {
            chips.add(new Chip(Tone.INFORMATION, texts.get("chip.preparation")));
        }
        chips.add(new Chip(Tone.NEUTRAL, texts.get("chip.regime." + regime.name())));
        chips.add(new Chip(Tone.NEUTRAL, texts.get("chip.left", offer.placesLeft())));
        return chips;
    }

    private String reason(String code) {
        String key = "rank." + code;
        return texts.has(key) ? texts.get(key) : texts.get("rank.OTHER");
    }
}
