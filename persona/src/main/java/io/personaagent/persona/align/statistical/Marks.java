package io.personaagent.persona.align.statistical;

import static java.util.Objects.requireNonNull;

import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Task;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Rated;
import io.personaagent.persona.tendency.RatingQuestion;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The marks that a person gave, each thing's newest; of several scales the one with the most.
 *
 * @param rated oldest first
 */
public record Marks(Task.Rating range, List<Rated> rated) {

    private static final int STEPS = 8;

    public Marks {
        requireNonNull(range, "range");
        rated = List.copyOf(rated);
    }

    /** The scale that they are on. */
    public Scale scale() {
        return new Scale(range.from(), range.to(), (range.to() - range.from()) / STEPS);
    }

    /** Of what is known, oldest first; nothing where no mark is known. */
    public static Optional<Marks> of(List<Labelled> known) {
        Map<Task.Rating, Map<String, Rated>> byRange = new LinkedHashMap<>();
        for (Labelled each : known) {
            if (each.task() instanceof Task.Rating range
                    && each.label().kind() != Label.Kind.THUMB
                    && each.truth().matches("-?\\d{1,6}(?:\\.\\d{1,3})?")) {
                String thing = thing(each.query());
                Map<String, Rated> rated = byRange.computeIfAbsent(range, first -> new LinkedHashMap<>());
                // The newest mark of a thing takes the place of an older one.
                rated.remove(thing.toLowerCase(Locale.ROOT));
                rated.put(
                        thing.toLowerCase(Locale.ROOT),
                        new Rated(each.id(), Traits.of(thing), Double.parseDouble(each.truth())));
            }
        }
        return byRange.entrySet().stream()
                .map(entry ->
                        new Marks(entry.getKey(), List.copyOf(entry.getValue().values())))
                .reduce((one, other) -> other.rated().size() >= one.rated().size() ? other : one);
    }

    private static String thing(String query) {
        return ClosedQuestion.in(query)
                .map(ClosedQuestion::thing)
                .or(() -> RatingQuestion.in(query).map(RatingQuestion::thing))
                .orElse(query);
    }
}
