package io.personaagent.core.plan.reflex;

import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the tool whose example is said word for word. Costs no embedding. */
final class ExactRoutes {

    private static final Comparator<Fit> BEST = Comparator.<Fit>comparingInt(fit -> fit.example.weight())
            .thenComparingInt(fit -> fit.typed)
            .thenComparingInt(fit -> -fit.route.missing().size());

    private ExactRoutes() {}

    /** The fit with the most literal characters; among equals the one with more typed slots, then the first. */
    static Optional<Route> find(String message, List<ToolSpec> tools, SlotReader reader) {
        Utterance said = Utterance.of(message);
        boolean personal = Questions.isQuestion(message);
        return tools.stream()
                .flatMap(spec -> spec.examples().stream().map(example -> new Candidate(spec, Example.of(example))))
                .flatMap(candidate -> fit(candidate, said, reader))
                .filter(fit -> !(personal && fit.asksAboutThePerson()))
                .max(BEST)
                .map(Fit::route);
    }

    private static Stream<Fit> fit(Candidate candidate, Utterance said, SlotReader reader) {
        List<Slot> slots = Slot.of(candidate.spec);
        Example example = candidate.example;
        Optional<Map<String, Object>> values = new ExampleMatcher(example, said, slots, reader).match();
        int typed = (int) slots.stream()
                .filter(slot -> example.slots().contains(slot.name()) && slot.kind() != Slot.Kind.TEXT)
                .count();
        return values.stream().map(found -> {
            Route route = Route.of(candidate.spec, found, !example.terms().isEmpty());
            return new Fit(route, example, typed);
        });
    }

    private record Candidate(ToolSpec spec, Example example) {}

    private record Fit(Route route, Example example, int typed) {

        /** "What is my sister's name?" is nothing to look up, though an example says "what is {query}". */
        boolean asksAboutThePerson() {
            return route.spec().effect() == Effect.READ
                    && route.values().values().stream().anyMatch(value -> Questions.speaksOfMe(value.toString()));
        }
    }
}
