package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may have wanted, where that is not likely enough to do it unasked.
 *
 * @param routes at least one, the likeliest first
 */
public record Doubt(List<Route> routes) {

    private static final Map<String, Integer> PLACES =
            Map.of("1", 1, "one", 1, "first", 1, "2", 2, "two", 2, "second", 2, "3", 3, "three", 3, "third", 3);
    private static final Set<String> YES =
            Set.of("yes", "yeah", "yep", "sure", "ok", "okay", "do it", "yes please", "exactly", "right", "correct");
    private static final Set<String> NO = Set.of(
            "no",
            "nope",
            "none",
            "neither",
            "nothing",
            "no thanks",
            "none of them",
            "none of these",
            "never mind",
            "forget it");

    public Doubt {
        routes = List.copyOf(routes);
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("a doubt needs something that may be wanted");
        }
    }

    /** Asks which it is. */
    public Step.AskUser step() {
        return new Step.AskUser(question());
    }

    private String question() {
        if (routes.size() == 1) {
            return "I am not sure what you want. Do you mean: %s? Say yes, or say it in other words."
                    .formatted(routes.get(0).words());
        }
        List<String> lines = new ArrayList<>(List.of("I am not sure what you want. Do you mean:"));
        for (int i = 0; i < routes.size(); i++) {
            lines.add("%d. %s".formatted(i + 1, routes.get(i).words()));
        }
        lines.add("Answer with a number, or say it in other words.");
        return String.join("\n", lines);
    }

    /** What the answer to the question decides; empty where it is no answer to it. */
    public Optional<Step> settled(String answer) {
        String said = String.join(" ", Utterance.words(Utterance.of(answer).text()));
        if (NO.contains(said)) {
            return Optional.of(new Step.Answer("All right, I have done nothing.", List.of()));
        }
        if (routes.size() == 1 && YES.contains(said)) {
            return Optional.of(routes.get(0).step());
        }
        return place(said).or(() -> named(said)).map(Route::step);
    }

    private Optional<Route> place(String said) {
        String bare = said.replaceAll("^(?:the|number|no) ", "").replaceAll(" one$", "");
        return Optional.ofNullable(PLACES.get(bare))
                .filter(place -> place <= routes.size())
                .map(place -> routes.get(place - 1));
    }

    private Optional<Route> named(String said) {
        return routes.stream()
                .filter(route -> route.spec().name().replace('_', ' ').equals(said))
                .findFirst();
    }
}
