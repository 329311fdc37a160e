package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.Inject;
import com.google.inject.Provider;
import io.personaagent.core.PastTurns;
import io.personaagent.core.Person;
import io.personaagent.core.align.Keeper;
import io.personaagent.core.align.Quiet;
import io.personaagent.core.align.Rhythm;
import io.personaagent.core.config.Settings;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.turn.Pace;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.align.Aligner;
import io.personaagent.persona.align.Alignment;
import io.personaagent.persona.align.Rehearsals;
import io.personaagent.persona.align.Scale;
import io.personaagent.persona.align.Simulator;
import io.personaagent.persona.align.TaskLoss;
import io.personaagent.persona.align.process.Claims;
import io.personaagent.persona.align.process.Holder;
import io.personaagent.persona.align.process.LabelWatch;
import io.personaagent.persona.align.process.SoleAlignment;
import io.personaagent.persona.align.process.Worker;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Puts together what aligns a person. */
final class Aligning {

    /** Between what a person says and the next thing that they say there is usually more. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final Planners planners;
    private final ToolCatalogue tools;
    private final Embedder embedder;
    /** A prompt of the person's own that cannot be used is told when somebody is aligned, and not before. */
    private final Provider<Aligner> aligner;

    private final Setup setup;

    /** How it is to be done. */
    record Setup(Settings settings, Pace pace) {
        @Inject
        Setup {
            requireNonNull(settings, "settings");
            requireNonNull(pace, "pace");
        }
    }

    @Inject
    Aligning(Planners planners, ToolCatalogue tools, Embedder embedder, Provider<Aligner> aligner, Setup setup) {
        this.planners = requireNonNull(planners, "planners");
        this.tools = requireNonNull(tools, "tools");
        this.embedder = requireNonNull(embedder, "embedder");
        this.aligner = requireNonNull(aligner, "aligner");
        this.setup = requireNonNull(setup, "setup");
    }

    /** What aligns the person, whether or not somebody else does at the same time. */
    Alignment alignment(Person person, Quiet quiet) {
        return alignment(person, pastTurns(person, setup.pace().recall(), UnaryOperator.identity()), quiet);
    }

    /** What goes through the person's past turns again. */
    PastTurns pastTurns(Person person, int recall, UnaryOperator<Embedder> way) {
        Planner planner = planners.model().orElse(planners.reflex());
        return new PastTurns(
                person, planner, tools, way.apply(embedder), setup.pace().showing(recall));
    }

    /** What aligns the person by these. */
    Alignment alignment(Person person, Simulator simulator, Quiet quiet) {
        return new Alignment(
                person.personas(),
                person.memory().episodes(),
                quiet.between(aligner.get()),
                new Rehearsals(quiet.between(simulator), new TaskLoss(embedder)),
                person.clock());
    }

    SoleAlignment sole(Person person, UserStore store, String door, Quiet quiet) {
        Claims claims = new Claims(store.records(Claims.OWNER), person.clock());
        LabelWatch watch = new LabelWatch(store.episodes(), store.records(Claims.OWNER));
        String agent = planners.model().orElse(planners.reflex()).name();
        return new SoleAlignment(
                alignment(person, quiet),
                claims,
                watch,
                new Worker(Holder.here(door), agent, planners.model().isPresent()));
    }

    Keeper keeper(Person person, UserStore store, String door) {
        Quiet quiet = new Quiet(REST, System::nanoTime);
        return new Keeper(() -> sole(person, store, door, quiet), rhythm(), quiet);
    }

    Rhythm rhythm() {
        Settings settings = setup.settings();
        boolean asksModel = planners.model().isPresent();
        int every = settings.find("align.every").map(Integer::valueOf).orElse(asksModel ? 0 : Rhythm.USUAL);
        Scale scale = new Scale(
                settings.count("align.batch"), settings.count("align.iterations"), settings.count("align.judges"));
        return new Rhythm(every, scale, budget(settings), asksModel);
    }

    private static Budget budget(Settings settings) {
        return new Budget(
                Duration.ofSeconds(settings.count("align.max_seconds")),
                settings.count("align.max_calls"),
                settings.count("align.max_tokens"));
    }
}
