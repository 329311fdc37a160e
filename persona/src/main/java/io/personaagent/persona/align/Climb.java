package io.personaagent.persona.align;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Algorithm 1 on one split: simulate, grade, rewrite, and so on until everything is right, a rewrite cannot be used, or the iterations are
 * over. Of what came of it the best on the batch counts. Used once.
 */
final class Climb {

    private final Persona start;
    private final Split split;
    private final Rehearsals.Bound rehearsals;
    private final Aside aside;
    private final List<Labelled> batch;
    private List<Graded> before = List.of();
    private Persona best;
    private List<Graded> ofBest = List.of();
    private String problem = "";
    private Map<EpisodeId, String> taught = Map.of();

    /**
     * What goes on beside it.
     *
     * @param told hears how far it has come
     */
    record Aside(Notes notes, Consumer<String> told) {}

    Climb(Persona start, Split split, Rehearsals.Bound rehearsals, Aside aside) {
        this.start = start;
        this.best = start;
        this.split = split;
        this.rehearsals = rehearsals;
        this.aside = aside;
        List<Labelled> oldestFirst = new ArrayList<>(split.batch());
        Collections.reverse(oldestFirst);
        this.batch = List.copyOf(oldestFirst);
    }

    /** Does all iterations. */
    Climb up(Aligner aligner, int iterations, Meter meter, Clock clock) {
        Persona current = start;
        for (int iteration = 1; iteration <= iterations; iteration++) {
            meter.enter(Meter.Stage.SIMULATION);
            List<Graded> graded = tried(current);
            tell(iteration, iterations, graded);
            if (graded.stream().allMatch(Graded::right)) {
                return this;
            }
            Notes.Sitting sitting = sitting(current);
            taught = lesson(current, graded, clock.instant()).words();
            Draft draft = aside.notes()
                    .draft(sitting)
                    .orElseGet(() -> drafted(sitting, graded, aligner, new Desk(meter, clock)));
            Persona next = rewritten(draft, current);
            if (!problem.isEmpty()) {
                return this;
            }
            current = next;
        }
        meter.enter(Meter.Stage.JUDGEMENT);
        tried(current);
        return this;
    }

    /** With what an aligner works. */
    private record Desk(Meter meter, Clock clock) {}

    private Draft drafted(Notes.Sitting sitting, List<Graded> graded, Aligner aligner, Desk desk) {
        List<Graded> answered = rehearsals.answered(sitting, graded);
        desk.meter().enter(Meter.Stage.GRADIENT);
        Lesson lesson = lesson(sitting.persona(), answered, desk.clock().instant());
        Draft draft = aligner.improve(lesson, desk.meter());
        aside.notes().drafted(sitting, draft);
        return draft;
    }

    private Notes.Sitting sitting(Persona persona) {
        return new Notes.Sitting(persona, split);
    }

    private Lesson lesson(Persona current, List<Graded> graded, Instant now) {
        return new Lesson(current, graded, rehearsals.known(split.judges()), rehearsals.told(split.judges()), now);
    }

    private List<Graded> tried(Persona persona) {
        List<Graded> graded = rehearsals.graded(sitting(persona), batch);
        if (persona.version() == start.version()) {
            before = graded;
        } else if (ofBest.isEmpty() || Graded.mean(graded) < Graded.mean(ofBest)) {
            best = persona;
            ofBest = graded;
        }
        return graded;
    }

    private void tell(int iteration, int iterations, List<Graded> graded) {
        long wrong = graded.stream().filter(each -> !each.right()).count();
        aside.told()
                .accept(String.format(
                        Locale.ROOT,
                        "Iteration %d of %d: %d of %d answers wrong, loss %.3f",
                        iteration,
                        iterations,
                        wrong,
                        graded.size(),
                        Graded.mean(graded)));
    }

    private Persona rewritten(Draft draft, Persona current) {
        return draft.fold(written -> applied(written.proposal(), current), rejected -> {
            problem = rejected.reason();
            return current;
        });
    }

    /** All iterations together make one version. */
    private Persona applied(Proposal proposal, Persona current) {
        if (proposal.edits().isEmpty()) {
            problem = "the rewrite changes nothing";
            return current;
        }
        try {
            Persona next = start.next(proposal.applyTo(current).statements());
            int change = changed(next);
            if (change <= Proposal.MAX_CHANGE) {
                return next;
            }
            problem =
                    "the rewrite changes %,d bytes at once, but may change %,d".formatted(change, Proposal.MAX_CHANGE);
        } catch (IllegalArgumentException cannot) {
            problem = "the rewrite cannot be made: " + cannot.getMessage();
        }
        return current;
    }

    private int changed(Persona next) {
        return bytesOnlyIn(next, start) + bytesOnlyIn(start, next);
    }

    private static int bytesOnlyIn(Persona here, Persona there) {
        return here.statements().stream()
                .filter(statement -> there.find(statement.id())
                        .filter(other -> other.text().equals(statement.text()))
                        .isEmpty())
                .map(Statement::text)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** Whether the persona that it began with answers everything right. */
    boolean nothingWrong() {
        return before.stream().allMatch(Graded::right);
    }

    /** Whether there is another persona than the one that it began with. */
    boolean moved() {
        return best.version() != start.version();
    }

    /** Why the last rewrite could not be used; empty where it could. */
    String problem() {
        return problem;
    }

    List<Graded> before() {
        return before;
    }

    /** The old persona and the new one on what judges; the same twice where there is no new one. */
    Trial trial(Meter meter) {
        meter.enter(Meter.Stage.JUDGEMENT);
        List<Graded> was = rehearsals.graded(sitting(start), split.judges());
        List<Graded> is = moved() ? rehearsals.graded(sitting(best), split.judges()) : was;
        return new Trial(
                start,
                best,
                new Trial.Compared(before, moved() ? ofBest : before),
                new Trial.Compared(was, is),
                taught);
    }
}
