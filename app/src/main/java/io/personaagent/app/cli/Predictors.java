package io.personaagent.app.cli;

import static java.util.Objects.requireNonNull;

import io.personaagent.app.eval.contest.PassageCache;
import io.personaagent.app.eval.subject.Agents;
import io.personaagent.app.eval.subject.Baselines;
import io.personaagent.app.eval.subject.Regimen;
import io.personaagent.app.eval.subject.Shelters;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.prompt.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who can be measured in a home, by name: the agent itself, and what it must be better than.
 *
 * @param name of the planner; empty for the agent with the planner of the home
 */
record Predictors(Household household, String name, Shelters shelters) {

    Predictors {
        requireNonNull(household, "household");
        requireNonNull(name, "name");
        requireNonNull(shelters, "shelters");
    }

    static Predictors in(Household household, String name, Optional<Path> vectors) {
        String embedder = household
                .lentTo(household.settings().text("memory.backend"))
                .embedders()
                .name();
        PassageCache passages =
                vectors.map(folder -> PassageCache.keptIn(folder, embedder)).orElseGet(PassageCache::new);
        return new Predictors(household, name, new Shelters(household, passages));
    }

    /** All names; what a model would answer is answered by counting where none is configured. */
    static List<String> names() {
        return Stream.concat(
                        Stream.of("reflex", "model"),
                        Stream.of(Baselines.Kind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether it is the agent itself, and not a baseline. */
    boolean isAgent() {
        return kind().isEmpty();
    }

    /** Whether a model is asked. */
    boolean asksModel() {
        return kind().isEmpty()
                ? household.asksModel()
                : kind().orElseThrow() != Baselines.Kind.USUAL && mind().isPresent();
    }

    /** The one of this name. */
    Subjects subjects(Regimen regimen) {
        return kind().map(kind -> baseline(kind, regimen)).orElseGet(() -> new Agents(household, shelters, regimen));
    }

    /** Always the same, and the mean: without a model, whatever is configured. */
    List<Subjects> floors(Regimen regimen) {
        return Stream.of(Baselines.Kind.DIRECT, Baselines.Kind.USUAL)
                .map(kind -> Baselines.counting(kind, shelters, regimen.recall()))
                .toList();
    }

    private Subjects baseline(Baselines.Kind kind, Regimen regimen) {
        return mind().map(mind -> Baselines.asking(kind, shelters, regimen.recall(), mind))
                .orElseGet(() -> Baselines.counting(kind, shelters, regimen.recall()));
    }

    private Optional<Baselines.Kind> kind() {
        return Stream.of(Baselines.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private Optional<Baselines.Mind> mind() {
        return household
                .lentTo(household.settings().text("memory.backend"))
                .chatModel()
                .map(model ->
                        new Baselines.Mind(model, new Prompts(household.home().prompts())));
    }
}
