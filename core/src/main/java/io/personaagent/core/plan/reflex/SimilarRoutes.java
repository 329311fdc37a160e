package io.personaagent.core.plan.reflex;

import io.personaagent.memory.spi.Vector;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the tool with an example that means about the same. Only examples that share a content word with the message are embedded: an
 * embedding alone takes "I like reminders" for a wish, and the hundred examples of twenty tools would cost a fresh start a quarter of a
 * second.
 */
final class SimilarRoutes {

    /** A longer message tells something; wishes are short. */
    static final int MAX_CHARACTERS = 300;

    private final Vectors vectors;
    private final ReflexSettings settings;

    SimilarRoutes(Vectors vectors, ReflexSettings settings) {
        this.vectors = vectors;
        this.settings = settings;
    }

    Optional<Route> find(String message, List<ToolSpec> tools, SlotReader reader) {
        if (message.length() > MAX_CHARACTERS || Questions.isStatement(message)) {
            return Optional.empty();
        }
        List<Similar> ranked = ranked(message, tools);
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        Similar best = ranked.get(0);
        double next = ranked.size() > 1 ? ranked.get(1).similarity : 0;
        double least = best.spec.effect() == Effect.READ ? settings.read() : settings.write();
        if (best.similarity < least || best.similarity - next < settings.margin()) {
            return Optional.empty();
        }
        Map<String, Object> values = new Filling(Utterance.of(message), best.example, reader).fill(Slot.of(best.spec));
        return Optional.of(Route.of(best.spec, values, true));
    }

    /** Each tool with the most similar of its examples, the best tool first. */
    List<Similar> ranked(String message, List<ToolSpec> tools) {
        Set<String> terms = Example.strong(message);
        boolean ofMe = Questions.isQuestion(message) && Questions.speaksOfMe(message);
        List<Similar> candidates = new ArrayList<>();
        for (ToolSpec spec : tools) {
            for (String example : spec.examples()) {
                Example parsed = Example.of(example);
                if (!Collections.disjoint(parsed.terms(), terms) && (!ofMe || Questions.speaksOfMe(parsed.plain()))) {
                    candidates.add(new Similar(spec, parsed, 0));
                }
            }
        }
        return candidates.isEmpty() ? List.of() : bestOfEach(candidates, message);
    }

    private List<Similar> bestOfEach(List<Similar> candidates, String message) {
        Vector said = vectors.query(Utterance.of(message).text());
        List<Vector> known = vectors.of(
                candidates.stream().map(candidate -> candidate.example.plain()).toList());
        Map<String, Similar> best = new LinkedHashMap<>();
        for (int i = 0; i < known.size(); i++) {
            Similar candidate = candidates.get(i);
            Similar scored = new Similar(candidate.spec, candidate.example, said.cosine(known.get(i)));
            best.merge(candidate.spec.name(), scored, (one, other) -> other.similarity > one.similarity ? other : one);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Similar similar) -> -similar.similarity))
                .toList();
    }

    record Similar(ToolSpec spec, Example example, double similarity) {}
}
