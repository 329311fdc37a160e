package io.personaagent.core.wiring;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.Person;
import io.personaagent.core.Replay;
import io.personaagent.core.config.Settings;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.Journals;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.plan.ModelPlanner;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.plan.RecordedModel;
import io.personaagent.core.plan.Telling;
import io.personaagent.core.select.Offering;
import io.personaagent.core.select.OfferingPlanner;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What happened in one person's turns, and how they would go now. */
public final class Journaling {

    private final Person person;
    private final List<ToolSpec> tools;
    private final Planners planners;
    private final UnaryOperator<Planner> informed;
    private final Setup setup;

    /**
     * How it is done in this home.
     *
     * @param kept of how many turns
     * @param telling how much a model is told
     * @param offering which tools a model is told of
     */
    record Setup(int kept, Telling telling, Prompts prompts, Offering offering) {
        static Setup of(Settings settings, Prompts prompts, Offering offering) {
            return new Setup(settings.count("journal.turns"), Window.of(settings), prompts, offering);
        }
    }

    /** @param informed gives a planner what it is told besides */
    Journaling(Person person, List<ToolSpec> tools, Planners planners, UnaryOperator<Planner> informed, Setup setup) {
        this.person = requireNonNull(person, "person");
        this.tools = List.copyOf(tools);
        this.planners = requireNonNull(planners, "planners");
        this.informed = requireNonNull(informed, "informed");
        this.setup = requireNonNull(setup, "setup");
    }

    /** What happened in the latest turns. */
    public Journals journals() {
        return new Journals(person.memory().exposures().records(), setup.kept());
    }

    /** Where a turn would first go another way now, given what memory, tools and model gave then; empty where it would not. */
    public Optional<Replay.Divergence> recorded(TurnJournal journal) {
        Planner reflex = planners.reflex();
        String name = journal.basis().planner();
        return replay(journal)
                .recorded(entry -> informed.apply(name.equals(reflex.name()) ? reflex : recorded(name, entry)));
    }

    /** How a turn goes now, with a model where one is configured. */
    public Replay replay(TurnJournal journal) {
        return new Replay(person, tools, journal);
    }

    /** Who decides now. */
    public Planner planner() {
        return informed.apply(planners.model().orElse(planners.reflex()));
    }

    private Planner recorded(String name, Entry entry) {
        Planner recorded = new ModelPlanner(
                new RecordedModel(name, entry.asked()), person.clock().getZone(), setup.telling(), setup.prompts());
        return new OfferingPlanner(recorded, setup.offering());
    }
}
