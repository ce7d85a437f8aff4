package it.sportello.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Moments and dates of the wire: text of ISO 8601 with a year of four digits (RFC 3339), and nothing else. A number, or a
 * year that no store can hold, is malformed.
 */
final class WireTimes {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}-.*");

    private WireTimes() {}

    static JacksonModule module() {
        SimpleModule module = new SimpleModule("wire-times");
        module.addDeserializer(Instant.class, new Text<>(Instant.class, Instant::parse));
        module.addDeserializer(LocalDate.class, new Text<>(LocalDate.class, LocalDate::parse));
        module.addDeserializer(LocalDateTime.class, new Text<>(LocalDateTime.class, LocalDateTime::parse));
        return module;
    }

    private static final class Text<T> extends StdDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> reader;

        Text(Class<T> type, Function<String, T> reader) {
            super(type);
            this.type = type;
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getString();
            if (!FOUR_DIGITS.matcher(text).matches()) {
                throw context.weirdStringException(text, type, "not ISO 8601 with a year of four digits");
            }
            try {
                return reader.apply(text);
            } catch (DateTimeException malformed) {
                throw context.weirdStringException(text, type, "not ISO 8601");
            }
        }
    }
}
