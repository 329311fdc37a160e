package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.journal.Journals;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Redacted;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Personas;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one person: message, persona, recall, planner, tool, and so on to the reply, which is logged as one episode.
 *
 * <p>Thread-safe, as its parts are; the front door sees to it that a person's turns come one after the other.
 */
public final class Agent {

    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** How many of a session's latest turns a planner sees as they were. */
    static final int CONVERSATION = 12;

    private final Personas personas;
    private final Memory memory;
    private final Steps steps;
    private final Journals journals;
    private final Pace pace;

    public Agent(Personas personas, Memory memory, Planner planner, Toolbox toolbox, Pace pace) {
        this.personas = requireNonNull(personas, "personas");
        this.memory = requireNonNull(memory, "memory");
        this.steps = new Steps(planner, toolbox);
        this.pace = requireNonNull(pace, "pace");
        this.journals = new Journals(memory.exposures().records(), pace.journals());
    }

    /**
     * Answers a message. When this returns, the turn is on the disk as the episode of this id, whatever came of it; a turn that failed or
     * was cancelled keeps the person's words. The thread's interruption cancels the turn.
     *
     * @param id names the episode; an id that has been answered before gets the same reply again and does nothing
     * @throws io.personaagent.memory.spi.MemoryException when the turn cannot be logged
     */
    public Reply respond(EpisodeId id, Message message, TurnListener listener) {
        Optional<Episode> before = memory.episodes().find(id);
        if (before.isPresent()) {
            return TurnRecord.replyOf(
                    before.get(), steps.planner().name(), personas.current().version());
        }
        Persona persona = personas.current();
        Background background = recall(message, persona);
        Turn turn = new Turn(pace, listener);
        Outcome outcome =
                steps.carryOut(Situation.of(message, background, steps.toolbox().specs()), turn);
        Instant now = pace.clock().instant();
        Episode said = TurnRecord.episode(id, outcome, now);
        Redacted<Episode> episode = SafeEpisode.of(said);
        memory.retain(episode.kept());
        String planner = steps.planner().name();
        note(Seen.of(id, outcome, turn, planner, now), turn.journal(id, outcome, planner, now), said);
        return TurnRecord.reply(id, outcome, steps.planner().name(), episode.removed());
    }

    /** The turn is on the disk already: it does not fail for want of what it saw. */
    private void note(Exposure exposure, TurnJournal journal, Episode said) {
        try {
            memory.exposures().add(exposure, journals.record(journal, said));
            journals.tidy();
        } catch (MemoryException failed) {
            LOG.warn("what the reply {} saw of memory could not be noted", exposure.reply(), failed);
        }
    }

    private Background recall(Message message, Persona persona) {
        List<Episode> conversation = conversation(message.session());
        Set<EpisodeId> visible = conversation.stream().map(Episode::id).collect(Collectors.toSet());
        Sifted memories = memory.sift(RecallQuery.about(message.text(), message.at())
                .limit(pace.recall())
                .hiding(visible)
                .usedFor(steps.use(message)));
        return new Background(persona, memories.shown(), conversation, memories.withheld());
    }

    private List<Episode> conversation(String session) {
        List<Episode> latest = memory.episodes().latest(CONVERSATION).stream()
                .filter(episode -> episode.occasion().session().equals(session))
                .collect(Collectors.toList());
        Collections.reverse(latest);
        return latest;
    }
}
