package it.sportello.app.frame;

import it.sportello.domain.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times and amounts as the counter writes them (Italian, Europe/Rome, 24 hours). */
public final class Words {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final DateTimeFormatter TABLE_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALY);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ITALY);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ITALY);
    private static final DateTimeFormatter MOMENT_IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy', ore 'H:mm", Locale.ITALY);

    /** {@code 1.236,15 €}. */
    public String money(Money amount) {
        return cents(amount.cents());
    }

    /** {@code 1.236,15 €} from cents. */
    public String cents(long cents) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ITALY));
        return format.format(BigDecimal.valueOf(cents, 2)) + "\u00a0€";
    }

    /** {@code 03/03/2026}. */
    public String date(LocalDate date) {
        return TABLE_DATE.format(date);
    }

    /** {@code martedì 3 marzo 2026}. */
    public String dateInWords(LocalDate date) {
        return IN_WORDS.format(date);
    }

    /** {@code martedì 3 marzo 2026, ore 9:20}. */
    public String momentInWords(LocalDateTime moment) {
        return MOMENT_IN_WORDS.format(moment);
    }

    /** {@code 9:20}. */
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 9:20}, in Rome. */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(ROME));
    }

    /** {@code 03/03/2026}, in Rome. */
    public String date(Instant moment) {
        return TABLE_DATE.format(moment.atZone(ROME));
    }

    /** {@code 4:09} minutes and seconds, {@code 1:04:09} from one hour on; a negative one counts as zero. */
    public String elapsed(Duration duration) {
        Duration shown = duration.isNegative() ? Duration.ZERO : duration;
        return shown.toHours() > 0
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", shown.toMinutesPart(), shown.toSecondsPart());
    }

    /** Digits grouped in threes: {@code 25.000}. */
    public String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ITALY)).format(number);
    }
}
