package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.journal.Journals;
import io.personaagent.core.journal.OpenTurn;
import io.personaagent.core.journal.OpenTurns;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.plan.Planner;
import io.personaagent.core.tool.Toolbox;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Pace;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.TurnListener;
import io.personaagent.core.undo.Deeds;
import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Redacted;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.persona.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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

    /** So often it is looked whether more is kept of the oldest turns than should be; each time takes a look at the disk. */
    private static final int TIDIED = 16;

    private final Person person;
    private final AtomicLong kept = new AtomicLong();
    private final Steps steps;
    private final Journals journals;
    private final Deeds deeds;
    private final OpenTurns open;
    private final Pace pace;
    private final LikingQuestions questions;

    /** @param holder who keeps a turn while it waits for the person */
    public Agent(Person person, Planner planner, Toolbox toolbox, Pace pace, OpenTurns.Holder holder) {
        this.person = requireNonNull(person, "person");
        this.steps = new Steps(planner, toolbox);
        this.pace = requireNonNull(pace, "pace");
        this.questions = new LikingQuestions(person.memory().episodes(), pace.questions());
        RecordStore records = person.memory().exposures().records();
        this.journals = new Journals(records, pace.journals());
        this.deeds = new Deeds(records);
        this.open = new OpenTurns(records, holder);
    }

    /**
     * Answers a message. When this returns, the turn is on the disk as the episode of this id, whatever came of it; a turn that failed or
     * was cancelled keeps the person's words. The thread's interruption cancels the turn.
     *
     * @param id names the episode; an id that has been answered before gets the same reply again and does nothing
     * @throws io.personaagent.memory.spi.MemoryException when the turn cannot be logged
     */
    public Reply respond(EpisodeId id, Message message, TurnListener listener) {
        return answered(id).orElseGet(() -> {
            Situation situation = situation(message);
            Turn turn = new Turn(pace, listener, keeper(id));
            return logged(id, steps.carryOut(situation, turn), turn);
        });
    }

    /** The turns that were cut short while they waited for the person's word, and that nobody goes on with. */
    public List<OpenTurn> waiting() {
        return open.abandoned();
    }

    /**
     * Goes on with a turn that was cut short: the person is asked anew, and what was done before is not done again.
     *
     * @return empty when it is not waiting any more, or somebody else goes on with it
     */
    public Optional<Reply> resume(EpisodeId id, TurnListener listener) {
        return open.take(id).map(taken -> answered(id).orElseGet(() -> resumed(taken, listener)));
    }

    private Reply resumed(OpenTurn taken, TurnListener listener) {
        Situation situation = situation(taken.message());
        for (List<Observation> round : taken.rounds()) {
            situation = situation.observing(round);
        }
        Turn turn = new Turn(pace, listener, keeper(taken.turn())).resumed();
        Outcome outcome =
                switch (taken.state()) {
                    case WAITING -> steps.goOn(situation, taken.step(), turn);
                    case OBSERVED -> steps.carryOut(situation, turn);
                    case RUNNING -> steps.carryOut(situation.observing(Unfinished.unknown(taken.step())), turn);
                    case INCOMPLETE -> steps.carryOut(situation.observing(Unfinished.lost(taken.step())), turn);
                };
        return logged(taken.turn(), outcome, turn);
    }

    /** The reply to a turn that is in the log. */
    private Optional<Reply> answered(EpisodeId id) {
        Optional<Reply> before = person.memory()
                .episodes()
                .find(id)
                .map(episode -> TurnRecord.replyOf(
                        episode,
                        steps.planner().name(),
                        person.personas().current().version()));
        before.ifPresent(reply -> open.remove(id));
        return before;
    }

    private Situation situation(Message message) {
        Background background = recall(message, person.personas().current());
        return Situation.of(message, background, steps.toolbox().specs());
    }

    private Reply logged(EpisodeId id, Outcome outcome, Turn turn) {
        Instant now = pace.clock().instant();
        Episode said = TurnRecord.episode(id, outcome, now);
        Redacted<Episode> episode = SafeEpisode.of(said);
        String planner = steps.planner().name();
        TurnJournal journal = turn.journal(id, outcome, planner, now);
        keep(episode.kept(), Seen.of(id, outcome, turn, planner, now), beside(journal, outcome, said));
        questions.note(episode.kept());
        if (turn.wasKept()) {
            open.remove(id);
        }
        Reply reply = TurnRecord.reply(id, outcome, planner, episode.removed());
        turn.ended(reply);
        return reply;
    }

    private Turn.Keeper keeper(EpisodeId id) {
        return (situation, step, state) -> {
            Background background = situation.background();
            Set<EpisodeId> seen = background.recalled().stream()
                    .flatMap(memory -> memory.source().evidence().stream())
                    .collect(Collectors.toSet());
            background.conversation().forEach(episode -> seen.add(episode.id()));
            open.keep(new OpenTurn(id, situation.message(), situation.rounds(), step, state), seen);
        };
    }

    /** What is kept beside an episode: what happened, what was done, and what was too long to be shown. */
    private List<DerivedRecord> beside(TurnJournal journal, Outcome outcome, Episode said) {
        Toolbox toolbox = steps.toolbox();
        Situation end = outcome.situation();
        List<DerivedRecord> beside = new ArrayList<>(journals.record(journal, said));
        beside.addAll(Deeds.record(end.observations(), end.tools(), journal.evidence(), said));
        beside.addAll(toolbox.outputs().records(journal.evidence(), said));
        return beside;
    }

    /** A turn does not fail for want of what it saw. */
    private void keep(Episode episode, Exposure exposure, List<DerivedRecord> beside) {
        try {
            person.memory().retain(episode, exposure, beside);
        } catch (MemoryException failed) {
            keepAlone(episode, failed);
        }
        try {
            if (kept.getAndIncrement() % TIDIED == 0) {
                journals.tidy();
                deeds.tidy();
            }
            steps.toolbox().outputs().tidy();
        } catch (MemoryException failed) {
            LOG.warn("what was kept of the oldest turns could not be removed", failed);
        }
    }

    private void keepAlone(Episode episode, MemoryException why) {
        try {
            person.memory().retain(episode);
        } catch (MemoryException failed) {
            why.addSuppressed(failed);
            throw why;
        }
        LOG.warn("what the reply {} saw of memory could not be noted", episode.id(), why);
    }

    private Background recall(Message message, Persona persona) {
        List<Episode> conversation = conversation(message.session());
        Set<EpisodeId> visible = conversation.stream().map(Episode::id).collect(Collectors.toSet());
        Sifted memories = person.memory()
                .sift(RecallQuery.about(message.text(), message.at())
                        .limit(pace.recall())
                        .hiding(visible)
                        .usedFor(steps.use(message)));
        Persona told = Told.of(persona, person.memory(), steps.use(message));
        LatestLabels labels = new LatestLabels(person.memory(), steps.use(message), visible::contains);
        List<Recollection> shown = steps.shown(message, told, memories, labels);
        return new Background(told, shown, conversation, memories.withheld()).asking(questions.left(message.session()));
    }

    private List<Episode> conversation(String session) {
        List<Episode> latest = person.memory().episodes().latest(CONVERSATION).stream()
                .filter(episode -> episode.occasion().session().equals(session))
                .collect(Collectors.toList());
        Collections.reverse(latest);
        return latest;
    }
}
