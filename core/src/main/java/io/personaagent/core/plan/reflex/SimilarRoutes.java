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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Finds the tool with an example that means about the same. Only examples that share a content word with the message are embedded: an
 * embedding alone takes "I like reminders" for a wish, and the hundred examples of twenty tools would cost a fresh start a quarter of a
 * second.
 */
final class SimilarRoutes {

    /** A longer message tells something; wishes are short. */
    static final int MAX_CHARACTERS = 300;

    private static final double WEIGHT = 0.025;
    /** Between two that are nearer to each other than this nothing decides. */
    private static final double LEAST_LEAD = 0.02;
    /** What is so much less similar than the best is not asked for. */
    private static final double RIVALS = 0.1;

    private static final int MOST_RIVALS = 3;

    private final Vectors vectors;
    private final ReflexSettings settings;

    SimilarRoutes(Vectors vectors, ReflexSettings settings) {
        this.vectors = vectors;
        this.settings = settings;
    }

    /** The tool that is wanted with enough chance to call it unasked. */
    Optional<Route> find(String message, List<ToolSpec> tools, SlotReader reader) {
        return likeliest(ranked(message, tools, reader), this::least);
    }

    /** What is likely enough to change something by. */
    Optional<Route> clearly(String message, List<ToolSpec> tools, SlotReader reader) {
        return likeliest(ranked(message, tools, reader), spec -> settings.write());
    }

    /** What may be wanted, the likeliest first; none where even the first is unlikely. */
    List<Route> doubtful(String message, List<ToolSpec> tools, SlotReader reader) {
        List<Similar> ranked = ranked(message, tools, reader);
        return ranked.isEmpty() || chance(ranked) < settings.ask()
                ? List.of()
                : ranked.stream()
                        .filter(other -> ranked.get(0).similarity - other.similarity <= RIVALS)
                        .limit(MOST_RIVALS)
                        .map(Similar::route)
                        .toList();
    }

    private static Optional<Route> likeliest(List<Similar> ranked, ToDoubleFunction<ToolSpec> least) {
        return ranked.stream()
                .findFirst()
                .filter(best -> !best.route.spec().examples().isEmpty())
                .filter(best -> lead(ranked) >= LEAST_LEAD)
                .filter(best -> chance(ranked) >= least.applyAsDouble(best.route.spec()))
                .map(Similar::route);
    }

    private static double chance(List<Similar> ranked) {
        return Calibration.chance(ranked.get(0).similarity, lead(ranked));
    }

    private static double lead(List<Similar> ranked) {
        return ranked.get(0).similarity - (ranked.size() > 1 ? ranked.get(1).similarity : 0);
    }

    /** Each tool with the most similar of its examples, the best tool first. */
    List<Similar> ranked(String message, List<ToolSpec> tools, SlotReader reader) {
        if (message.length() > MAX_CHARACTERS) {
            return List.of();
        }
        List<Candidate> candidates = tools.stream()
                .flatMap(spec -> utterances(spec).stream().map(example -> new Candidate(spec, Example.of(example))))
                .toList();
        return bestOfEach(near(message, candidates), Utterance.of(message), reader);
    }

    /** What declares no examples goes by its name; it is asked for and never called unasked, for it has not said what calls it. */
    private static List<String> utterances(ToolSpec spec) {
        return spec.examples().isEmpty() ? List.of(spec.name().replace('_', ' ')) : spec.examples();
    }

    private double least(ToolSpec spec) {
        return spec.effect() == Effect.READ ? settings.read() : settings.write();
    }

    private static List<Candidate> near(String message, List<Candidate> candidates) {
        boolean order = Questions.isOrder(message, verbs(candidates));
        if (!order && !Questions.isQuestion(message)) {
            return List.of();
        }
        String said = Utterance.of(message).text();
        Set<String> terms = Example.strong(said);
        return candidates.stream()
                .filter(candidate -> !Collections.disjoint(candidate.example.terms(), terms))
                .filter(candidate -> order || candidate.mayAnswer(said))
                .toList();
    }

    private static Set<String> verbs(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> Utterance.words(
                                candidate.example.literals().get(0))
                        .stream()
                        .limit(1))
                .filter(word -> !Example.terms(word).isEmpty())
                .collect(Collectors.toSet());
    }

    private List<Similar> bestOfEach(List<Candidate> candidates, Utterance said, SlotReader reader) {
        List<String> texts = new ArrayList<>(List.of(said.text()));
        for (Candidate candidate : candidates) {
            texts.add(candidate.example.plain());
            texts.add(Alignment.of(said.text(), candidate.example).head());
        }
        List<Vector> known = candidates.isEmpty() ? List.of() : vectors.of(texts);
        Map<String, Similar> best = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            Vector example = known.get(2 * i + 1);
            double cosine =
                    Math.max(known.get(0).cosine(example), known.get(2 * i + 2).cosine(example));
            Similar scored = scored(candidates.get(i), said, cosine, reader);
            best.merge(
                    candidates.get(i).spec.name(),
                    scored,
                    (one, other) -> other.similarity > one.similarity ? other : one);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Similar similar) -> -similar.similarity))
                .toList();
    }

    /** A number that the tool can use counts for it; what it needs and was not given, and what it has no use for, against it. */
    private static Similar scored(Candidate candidate, Utterance said, double cosine, SlotReader reader) {
        Map<String, Object> values = new Filling(said, candidate.example, reader).fill(Slot.of(candidate.spec));
        Route route = Route.of(candidate.spec, values, true);
        Set<String> unused = Example.strong(said.text());
        unused.removeAll(candidate.example.terms());
        int useless = values.isEmpty() && !route.isOpen() ? Math.min(2, unused.size()) : 0;
        long typed = values.values().stream()
                .filter(value -> !(value instanceof String))
                .count();
        return new Similar(route, cosine + (typed - 2.0 * route.missing().size() - useless) * WEIGHT);
    }

    private record Candidate(ToolSpec spec, Example example) {

        /** Nobody asks a question to have something changed, and what was, or what another does, no tool knows but memory. */
        boolean mayAnswer(String question) {
            return spec.effect() == Effect.READ
                    && (!Questions.speaksOfMe(question) || Questions.speaksOfMe(example.plain()))
                    && (!Questions.speaksOfEvents(question) || Questions.speaksOfEvents(example.plain()));
        }
    }

    record Similar(Route route, double similarity) {}
}
