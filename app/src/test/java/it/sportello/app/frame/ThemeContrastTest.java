package it.sportello.app.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by the formula of WCAG 2.1: 4.5 to 1 for text, 3 to 1 for edges of controls and the focus. */
@Tag("R-A11-3")
class ThemeContrastTest {
    private static final Pattern COLOUR = Pattern.compile("-s-([a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> SURFACES = List.of("ground", "surface", "raised");
    private static final List<String> MEANINGS = List.of("good", "attention", "danger", "info");
    private static final List<String> BANDS = List.of("ssn", "private", "multi", "training");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textIsReadable(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        List<String> tooWeak = new ArrayList<>();
        for (String surface : SURFACES) {
            for (String text : List.of("text", "quiet", "accent", "good", "attention", "danger", "info")) {
                check(colours, text, surface, 4.5, tooWeak);
            }
        }
        for (String meaning : MEANINGS) {
            check(colours, meaning, meaning + "-soft", 4.5, tooWeak);
            check(colours, "text", meaning + "-soft", 4.5, tooWeak);
        }
        check(colours, "text", "accent-soft", 4.5, tooWeak);
        check(colours, "quiet", "accent-soft", 4.5, tooWeak);
        check(colours, "accent", "accent-soft", 4.5, tooWeak);
        check(colours, "on-accent", "accent", 4.5, tooWeak);
        check(colours, "on-accent", "accent-strong", 4.5, tooWeak);
        check(colours, "surface", "danger", 4.5, tooWeak);
        BANDS.forEach(band -> check(colours, "on-band", band, 4.5, tooWeak));
        assertEquals(List.of(), tooWeak);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void edgesAndFocusAreVisible(Theme theme) throws IOException {
        Map<String, String> colours = colours(theme);
        List<String> tooWeak = new ArrayList<>();
        for (String surface : SURFACES) {
            check(colours, "edge", surface, 3, tooWeak);
            check(colours, "focus", surface, 3, tooWeak);
        }
        assertEquals(List.of(), tooWeak);
    }

    @Test
    void theFormulaIsTheOneOfTheNorm() {
        assertEquals(21, contrast("#000000", "#ffffff"), 0.01);
        assertEquals(4.54, contrast("#767676", "#ffffff"), 0.01);
    }

    private static void check(
            Map<String, String> colours, String text, String ground, double least, List<String> weak) {
        double contrast = contrast(
                Objects.requireNonNull(colours.get(text), text), Objects.requireNonNull(colours.get(ground), ground));
        if (contrast < least) {
            weak.add("%s on %s: %.2f".formatted(text, ground, contrast));
        }
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        try (InputStream css = ThemeContrastTest.class.getResourceAsStream("/it/sportello/app/theme/" + theme.file())) {
            String text = new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> colours = new HashMap<>();
            Matcher matcher = COLOUR.matcher(text);
            while (matcher.find()) {
                colours.put(matcher.group(1), matcher.group(2));
            }
            assertTrue(colours.size() > 20, "colours of " + theme);
            return colours;
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int eightBits) {
        double part = eightBits / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
