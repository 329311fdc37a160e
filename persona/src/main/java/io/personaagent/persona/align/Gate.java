package io.personaagent.persona.align;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.text.SameText;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides whether a new persona takes the place of the old one: only where it is better on what it learned from, and not worse elsewhere. */
final class Gate {

    /** A mean loss that is lower by less is a tie, and a tie keeps what is there. */
    static final double MARGIN = 0.005;

    /** What rounding may do to two sums of the same numbers. */
    private static final double ROUNDING = 1e-9;

    /** Shorter labels say too little to be told from any other word. */
    private static final int SHORTEST_LABEL = 4;

    private Gate() {}

    /** Why the persona that came of the first fold is refused; empty when it is accepted. */
    static Optional<String> objection(List<Trial> folds) {
        Trial trial = folds.get(0);
        return leak(trial)
                .or(() -> notBetter(trial.batch()))
                .or(() -> worse(trial.judges(), ""))
                .or(() -> folds.size() == 1 ? Optional.empty() : worse(all(folds), " over all folds"));
    }

    private static Optional<String> notBetter(Trial.Compared batch) {
        return batch.is() < batch.was() - MARGIN
                ? Optional.empty()
                : Optional.of("it is not better on what it was learned from (loss %.3f, was %.3f)"
                        .formatted(batch.is(), batch.was()));
    }

    private static Optional<String> worse(Trial.Compared judges, String where) {
        return judges.is() <= judges.was() + ROUNDING
                ? Optional.empty()
                : Optional.of("it is worse on interactions that it had not seen%s (loss %.3f, was %.3f)"
                        .formatted(where, judges.is(), judges.was()));
    }

    private static Trial.Compared all(List<Trial> folds) {
        return new Trial.Compared(
                folds.stream().flatMap(fold -> fold.judges().before().stream()).toList(),
                folds.stream().flatMap(fold -> fold.judges().after().stream()).toList());
    }

    /**
     * A statement that says the answer of a judge, word for word, has been told it, where neither what was learned from nor what the person
     * said in the episodes that the statement rests on holds these words. A model is shown the batch alone, and can name nothing else.
     */
    private static Optional<String> leak(Trial trial) {
        String evidence = Stream.concat(
                        trial.before().statements().stream().map(Statement::text),
                        trial.batch().before().stream().flatMap(Gate::words))
                .collect(Collectors.joining("\n"));
        List<Statement> changed = trial.after().statements().stream()
                .filter(statement -> !trial.before().statements().contains(statement))
                .toList();
        return trial.judges().before().stream()
                .map(Graded::interaction)
                .filter(judge -> SameText.of(judge.truth()).length() >= SHORTEST_LABEL)
                .filter(judge -> !SameText.within(judge.truth(), evidence))
                .filter(judge -> changed.stream()
                        .filter(each -> SameText.within(judge.truth(), each.text()))
                        .anyMatch(each -> !SameText.within(judge.truth(), trial.ground(each))))
                .findFirst()
                .map(judge -> "it repeats the right answer of %s, which judges and was not learned from"
                        .formatted(judge.id()));
    }

    private static Stream<String> words(Graded graded) {
        Labelled interaction = graded.interaction();
        return Stream.of(
                interaction.query(),
                interaction.truth(),
                interaction.episode().exchange().reply());
    }

    /**
     * The restraint of a new persona: the share of the statements that were right and stayed as they were; 1 where none was. A statement
     * was right where no wrong answer of the batch is among what it rests on.
     */
    static double restraint(Persona before, Persona after, List<Graded> batch) {
        Set<EpisodeId> wrong = new TreeSet<>();
        batch.stream()
                .filter(each -> !each.right())
                .forEach(each -> wrong.add(each.interaction().id()));
        List<Statement> right = before.statements().stream()
                .filter(statement -> statement.support().evidence().stream().noneMatch(wrong::contains))
                .toList();
        long untouched = right.stream()
                .filter(statement -> after.find(statement.id())
                        .filter(now -> now.meaning().equals(statement.meaning()))
                        .isPresent())
                .count();
        return right.isEmpty() ? 1 : (double) untouched / right.size();
    }
}
