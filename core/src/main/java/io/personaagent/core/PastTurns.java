package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.model.Usage;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Harmless;
import io.personaagent.core.tool.ToolCatalogue;
import io.personaagent.core.tool.ToolLimits;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.persona.Persona;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Rehearsal;
import io.personaagent.persona.align.Simulator;
import io.personaagent.persona.align.StoppedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Goes through past turns again with the planner that serves the person: at the time of the question, after what had been said before it
 * in the same conversation, with memory as it is apart from what is masked, and with tools that leave no trace. Logs nothing.
 */
public final class PastTurns implements Simulator {

    private final Person person;
    private final Planner planner;
    private final ToolCatalogue tools;
    private final Embedder embedder;
    private final Pace pace;

    /** @param embedder tells what asks the same in other words */
    public PastTurns(Person person, Planner planner, ToolCatalogue tools, Embedder embedder, Pace pace) {
        this.person = requireNonNull(person, "person");
        this.planner = requireNonNull(planner, "planner");
        this.tools = requireNonNull(tools, "tools");
        this.embedder = requireNonNull(embedder, "embedder");
        this.pace = requireNonNull(pace, "pace");
    }

    @Override
    public String answer(Persona persona, Rehearsal rehearsal, Meter meter) {
        Message message = message(rehearsal.interaction().episode());
        MaskedMemory memory = new MaskedMemory(person.memory(), embedder, rehearsal);
        return answer(persona, message, memory, () -> conversation(rehearsal, memory), meter);
    }

    /**
     * What the agent would answer to something that was never asked; nothing is logged.
     *
     * @param hidden the episodes that memory must not show
     * @throws StoppedException when there is no answer to be had, or the budget is spent
     */
    public String ask(Persona persona, Message message, Set<EpisodeId> hidden, Meter meter) {
        MaskedMemory memory = MaskedMemory.without(hidden, person.memory());
        return answer(persona, message, memory, () -> latest(message, memory), meter);
    }

    /** @param conversation asked for when it is known what has to be masked */
    private String answer(
            Persona persona, Message message, MaskedMemory memory, Supplier<List<Episode>> conversation, Meter meter) {
        meter.check();
        Clock then = Clock.fixed(message.at(), person.clock().getZone());
        Steps steps = new Steps(
                planner,
                new Toolbox(
                                tools,
                                new MaskedLending(person.user(), then, persona, memory),
                                ToolLimits.USUAL,
                                new Harmless())
                        .unmetered());
        Sifted memories = memory.sift(RecallQuery.about(message.text(), message.at())
                .limit(pace.recall())
                .usedFor(steps.use(message)));
        Persona told = Told.of(persona, person.memory(), steps.use(message));
        LatestLabels labels = new LatestLabels(person.memory(), steps.use(message), memory::hides);
        List<Recollection> shown = steps.shown(message, told, memories, labels);
        Background background = new Background(told, shown, conversation.get(), memories.withheld());
        Situation situation = Situation.of(
                message, background, tools.specs().stream().filter(Harmless::is).toList());
        return text(steps.carryOut(situation, new Turn(pace, new Metered(meter))));
    }

    /** A log may hold longer questions than a person may ask. */
    private static Message message(Episode episode) {
        String query = episode.exchange().query();
        return new Message(
                episode.occasion().session(),
                query.substring(0, Math.min(query.length(), Message.MAX_LENGTH)),
                episode.occasion().happened());
    }

    private List<Episode> conversation(Rehearsal rehearsal, MaskedMemory memory) {
        Episode episode = rehearsal.interaction().episode();
        return person.memory().episodes().around(episode.id(), Agent.CONVERSATION).stream()
                .takeWhile(each -> !each.id().equals(episode.id()))
                .filter(each -> !memory.hides(each.id()))
                .toList();
    }

    private List<Episode> latest(Message message, MaskedMemory memory) {
        List<Episode> latest = new ArrayList<>(person.memory().episodes().latest(Agent.CONVERSATION));
        latest.removeIf(each -> !each.occasion().session().equals(message.session()) || memory.hides(each.id()));
        Collections.reverse(latest);
        return latest;
    }

    private static String text(Outcome outcome) {
        return switch (outcome.end()) {
            case ANSWERED, ASKED -> outcome.text();
            case GAVE_UP -> "";
            case FAILED -> throw new StoppedException(outcome.text());
            case CANCELLED -> throw new CancellationException("cancelled");
        };
    }

    /** The budget is looked at before each further step. */
    private record Metered(Meter meter) implements TurnListener {

        @Override
        public void using(Step.UseTools step) {
            meter.check();
        }

        @Override
        public void spent(Usage usage) {
            meter.count(usage.input(), usage.output());
        }
    }
}
