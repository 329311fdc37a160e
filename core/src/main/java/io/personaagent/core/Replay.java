package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.journal.Basis;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.PlannerException;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Goes through a turn of the past again by its journal: with the words, memories and results of then. Nothing is done, and nothing is
 * kept.
 */
public final class Replay {

    private final Person person;
    private final List<ToolSpec> tools;
    private final TurnJournal journal;

    /**
     * Of one turn.
     *
     * @param tools what can be used now, in the order of the toolbox
     */
    public Replay(Person person, List<ToolSpec> tools, TurnJournal journal) {
        this.person = requireNonNull(person, "person");
        this.tools = List.copyOf(tools);
        this.journal = requireNonNull(journal, "journal");
    }

    /**
     * Where the program would first decide something else than it did, given what memory, tools and model gave it then.
     *
     * @param planners the planner of a step, which hears what was heard then
     * @return the step, counted from 1, and what is other; empty where all is the same
     */
    public Optional<Divergence> recorded(Function<Entry, Planner> planners) {
        for (int step = 0; step < journal.entries().size(); step++) {
            Entry entry = journal.entries().get(step);
            Planner planner = planners.apply(entry);
            Optional<String> other = other(entry, planner, situation(step, planner));
            if (other.isPresent()) {
                return Optional.of(new Divergence(step + 1, other.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * What a planner decides now, step by step, until it answers; a call that was made then has its result of then, another is not made.
     *
     * @param most after so many steps it ends
     */
    public List<Step> live(Planner planner, int most) {
        List<Step> steps = new ArrayList<>();
        Situation situation = situation(0, planner);
        while (steps.size() < most) {
            Step step = planner.next(situation, TurnListener.none());
            steps.add(step);
            Optional<List<Observation>> round =
                    step.fold(answer -> Optional.empty(), use -> Optional.of(observed(use)), ask -> Optional.empty());
            if (round.isEmpty()) {
                return steps;
            }
            situation = situation.observing(round.get());
        }
        return steps;
    }

    /**
     * A step at which something is other than it was.
     *
     * @param step counted from 1
     * @param what one line for the person to read
     */
    public record Divergence(int step, String what) {
        public Divergence {
            requireNonNull(what, "what");
        }
    }

    private static Optional<String> other(Entry entry, Planner planner, Situation situation) {
        try {
            Step now = planner.next(situation, TurnListener.none());
            return entry.isSame(now) ? Optional.empty() : Optional.of("it would be: %s".formatted(words(now)));
        } catch (PlannerException failed) {
            return Optional.of(String.valueOf(failed.getMessage()));
        }
    }

    /** One line about a step, for the person to read. */
    public static String words(Step step) {
        return step.fold(
                answer -> "answer \"%s\"".formatted(answer.text()),
                use -> "use "
                        + String.join(
                                ", ",
                                use.calls().stream()
                                        .map(call -> call.tool() + call.arguments())
                                        .toList()),
                ask -> "ask \"%s\"".formatted(ask.question()));
    }

    /** As this planner may see it. */
    private Situation situation(int step, Planner planner) {
        Basis basis = journal.basis();
        Episode episode = person.memory()
                .episodes()
                .find(journal.turn())
                .orElseThrow(() ->
                        new IllegalArgumentException("the episode '%s' is not in the log".formatted(journal.turn())));
        List<Episode> conversation = basis.conversation().stream()
                .flatMap(id -> person.memory().episodes().find(id).stream())
                .toList();
        Message message = new Message(
                episode.occasion().session(),
                episode.exchange().query(),
                episode.occasion().happened());
        Persona persona = Told.of(
                person.personas().version(basis.persona()).persona(),
                person.memory(),
                Use.of(planner.purpose(), message.text()));
        Background background = new Background(persona, basis.recalled(), conversation).asking(basis.questions());
        Situation situation = Situation.of(message, background, tools);
        for (List<Observation> round : journal.rounds(step)) {
            situation = situation.observing(round);
        }
        return situation;
    }

    private List<Observation> observed(Step.UseTools use) {
        return use.calls().stream().map(this::observed).toList();
    }

    private Observation observed(ToolCall call) {
        return journal.result(call)
                .map(then -> new Observation(call, then.result(), then.took(), then.approvedBy(), then.brought()))
                .orElseGet(() -> new Observation(
                        call,
                        ToolResult.failed(
                                Fault.CALLER,
                                "'%s' was not called with this then, and nothing is done now".formatted(call.tool())),
                        Duration.ZERO,
                        "nobody"));
    }
}
