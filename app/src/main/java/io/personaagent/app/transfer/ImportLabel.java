package io.personaagent.app.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.persona.align.Task;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a line of an import says of its own answer: {@code truth} (what would have been right), {@code rating} with {@code scale} (absent:
 * 1 to 5), or {@code chosen} with {@code options}; at most one of the three.
 *
 * @param truth empty where it says nothing
 * @param tags what sort of answer was wanted
 */
record ImportLabel(String truth, Set<String> tags) {

    private static final Task.Rating USUAL = new Task.Rating(1, 5);

    ImportLabel {
        tags = Set.copyOf(tags);
    }

    /** Reads the fields of a line. */
    static ImportLabel in(JsonNode line) {
        List<String> given = List.of("truth", "rating", "chosen").stream()
                .filter(line::hasNonNull)
                .toList();
        if (given.size() > 1) {
            throw new IllegalArgumentException(
                    "the fields %s are there together; expected one label a line".formatted(String.join(", ", given)));
        }
        together(line, "scale", "rating");
        together(line, "options", "chosen");
        if (line.hasNonNull("rating")) {
            return rating(line.get("rating"), line.path("scale"));
        }
        return line.hasNonNull("chosen")
                ? choice(text(line.get("chosen"), "chosen"), line.path("options"))
                : new ImportLabel(line.hasNonNull("truth") ? text(line.get("truth"), "truth") : "", Set.of());
    }

    /** The feedback that the label is; none where there is no label. */
    List<Feedback> feedback(Instant given) {
        return truth.isBlank() ? List.of() : List.of(Feedback.corrected(truth, given));
    }

    private static void together(JsonNode line, String field, String needed) {
        if (line.hasNonNull(field) && !line.hasNonNull(needed)) {
            throw new IllegalArgumentException("field '%s' needs field '%s'".formatted(field, needed));
        }
    }

    private static ImportLabel rating(JsonNode mark, JsonNode scale) {
        Task.Rating range = scale.isMissingNode() ? USUAL : range(scale);
        if (!mark.isNumber() || mark.doubleValue() < range.from() || mark.doubleValue() > range.to()) {
            throw new IllegalArgumentException("field 'rating' is %s; expected a number from %s to %s"
                    .formatted(mark, plain(range.from()), plain(range.to())));
        }
        return new ImportLabel(plain(mark.doubleValue()), Set.of(range.tag()));
    }

    private static Task.Rating range(JsonNode scale) {
        boolean usable = scale.isArray()
                && scale.size() == 2
                && scale.get(0).isInt()
                && scale.get(1).isInt()
                && scale.get(0).intValue() < scale.get(1).intValue();
        if (!usable) {
            throw new IllegalArgumentException(
                    "field 'scale' is %s; expected the worst and the best mark, such as [1, 5]".formatted(scale));
        }
        return new Task.Rating(scale.get(0).intValue(), scale.get(1).intValue());
    }

    private static ImportLabel choice(String chosen, JsonNode options) {
        List<String> offered = new ArrayList<>();
        for (JsonNode option : options) {
            offered.add(text(option, "options"));
        }
        if (!options.isArray() || !offered.contains(chosen)) {
            throw new IllegalArgumentException("field 'options' is %s; expected a list of texts that holds '%s'"
                    .formatted(options.isMissingNode() ? "missing" : options, chosen));
        }
        return new ImportLabel(chosen, new Task.Choice(offered).tags());
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static String text(JsonNode value, String field) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field '%s' is %s; expected a text".formatted(field, value));
        }
        return value.asText();
    }
}
