package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.text.Sha256;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Personas;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Aligns one person's persona with what they really wanted, at test time. A new version comes into force in one step at the very end, and
 * only where the gate accepts it; until then nothing changes, however the alignment ends.
 */
public final class Alignment {

    private static final Budget NOTHING = new Budget(Duration.ZERO, 0, 0);

    private final Personas personas;
    private final EpisodeReader log;
    private final Aligner aligner;
    private final Rehearsals rehearsals;
    private final Clock clock;

    /** @param log the person's */
    public Alignment(Personas personas, EpisodeReader log, Aligner aligner, Rehearsals rehearsals, Clock clock) {
        this.personas = requireNonNull(personas, "personas");
        this.log = requireNonNull(log, "log");
        this.aligner = requireNonNull(aligner, "aligner");
        this.rehearsals = requireNonNull(rehearsals, "rehearsals");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What could be learned now, and what that may cost; asks no model. */
    public Course course(Scale scale) {
        return Course.of(Labels.in(log), scale);
    }

    /**
     * Tries to improve the persona, and puts it in force where that succeeds. The thread's interruption cancels it.
     *
     * @param told hears how far it has come
     */
    public Decision run(Course course, Budget budget, Consumer<String> told) {
        return run(course, new Meter(budget, clock), Notes.none(), told);
    }

    /**
     * The same, going on from what was noted.
     *
     * @param meter holds what that has cost already
     * @throws io.personaagent.memory.view.SupersededException when somebody else has gone on with the notes; nothing came into force
     */
    public Decision run(Course course, Meter meter, Notes notes, Consumer<String> told) {
        Attempt attempt = new Attempt(course, meter, notes, told);
        Decision decision = attempt.decided();
        notes.confirm();
        return switch (decision.verdict()) {
            case ACCEPTED -> accepted(decision, attempt);
            case REFUSED, UNFINISHED -> refused(decision, attempt.before);
            case NOTHING, CANCELLED, BUSY -> decision;
        };
    }

    /** The same, but nothing comes into force and nothing is kept. */
    public Decision rehearse(Course course, Budget budget, Consumer<String> told) {
        return new Attempt(course, new Meter(budget, clock), Notes.none(), told).decided();
    }

    /** Not begun, because another one is going on. */
    public Decision busy(Course course, String reason) {
        return new Attempt(course, new Meter(NOTHING, clock), Notes.none(), line -> {})
                .decision(Decision.Verdict.BUSY, reason);
    }

    /** The version in force. */
    public int version() {
        return personas.current().version();
    }

    /** What would be aligned by this, and would not go on from where another left off: persona, labels, how far and with what. */
    public String fingerprint(Course course) {
        Persona persona = personas.current();
        return Sha256.hex(Stream.concat(
                        Stream.of(persona, course.scale(), aligner.name(), aligner.prompts()),
                        course.labels().newestFirst().stream().flatMap(each -> Stream.of(each.query(), each.label())))
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    }

    private Decision accepted(Decision decision, Attempt attempt) {
        boolean forgotten = attempt.after.statements().stream()
                .flatMap(statement -> statement.support().evidence().stream())
                .anyMatch(episode -> log.find(episode).isEmpty());
        if (forgotten) {
            return refused(attempt.refusal("what it rests on was forgotten meanwhile"), attempt.before);
        }
        if (personas.accept(attempt.after, cause(decision))) {
            return decision;
        }
        return refused(attempt.refusal("the persona was changed meanwhile; align again"), attempt.before);
    }

    private Decision refused(Decision decision, Persona before) {
        personas.refuse(before, cause(decision));
        return decision;
    }

    private static Cause cause(Decision decision) {
        return new Cause(Origin.ALIGNED, decision.reason(), decision.json(), decision.evidence());
    }

    /** One run from the persona in force to a decision about it. */
    private final class Attempt {

        private final Course course;
        private final Meter meter;
        private final Climb.Aside aside;
        private final Persona before = personas.current();
        private Persona after = before;
        private Decision.Losses losses = Decision.Losses.NOT_TRIED;

        Attempt(Course course, Meter meter, Notes notes, Consumer<String> told) {
            this.course = course;
            this.meter = meter;
            this.aside = new Climb.Aside(notes, told);
        }

        Decision decided() {
            try {
                return course.problem().map(this::nothing).orElseGet(this::climbed);
            } catch (StoppedException stopped) {
                return decision(Decision.Verdict.UNFINISHED, "it could not be finished: " + stopped.getMessage());
            } catch (CancellationException cancelled) {
                return decision(Decision.Verdict.CANCELLED, "cancelled");
            }
        }

        private Decision climbed() {
            Climb climb = climb(course.splits().get(0));
            if (climb.nothingWrong()) {
                return nothing("all %d answers are right already; there is nothing to learn"
                        .formatted(climb.before().size()));
            }
            if (!climb.moved()) {
                losses = new Decision.Losses(Judgement.of(climb.before(), climb.before()), List.of(), 1);
                return refusal(climb.problem());
            }
            return judged(climb.trial(meter));
        }

        private Decision judged(Trial trial) {
            after = trial.after();
            losses = new Decision.Losses(
                    trial.batch().judgements(),
                    trial.judges().judgements(),
                    Gate.restraint(before, after, trial.batch().before()));
            List<Trial> folds = new ArrayList<>(List.of(trial));
            Optional<String> objection = Gate.objection(folds);
            for (int fold = 1; fold < course.splits().size() && objection.isEmpty(); fold++) {
                aside.told()
                        .accept("Fold %d of %d"
                                .formatted(fold + 1, course.splits().size()));
                folds.add(climb(course.splits().get(fold)).trial(meter));
            }
            return objection.or(() -> Gate.objection(folds)).map(this::refusal).orElseGet(() -> acceptance(trial));
        }

        private Climb climb(Split split) {
            return new Climb(before, split, rehearsals.in(course.labels(), meter, aside.notes()), aside)
                    .up(aligner, course.scale().iterations(), meter, clock);
        }

        private Decision acceptance(Trial trial) {
            return decision(
                    Decision.Verdict.ACCEPTED,
                    "loss %.3f instead of %.3f on %d it was learned from, %.3f instead of %.3f on %d it had not seen"
                            .formatted(
                                    trial.batch().is(),
                                    trial.batch().was(),
                                    trial.batch().before().size(),
                                    trial.judges().is(),
                                    trial.judges().was(),
                                    trial.judges().before().size()));
        }

        private Decision nothing(String reason) {
            return decision(Decision.Verdict.NOTHING, reason);
        }

        private Decision refusal(String reason) {
            return decision(Decision.Verdict.REFUSED, reason);
        }

        private Decision decision(Decision.Verdict verdict, String reason) {
            return new Decision(
                    verdict,
                    before.version(),
                    reason,
                    losses,
                    Bill.of(aligner, course.cost().calls(), meter));
        }
    }
}
