package io.personaagent.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Discretion;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.elicit.Told;
import io.personaagent.tools.Arguments;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A turn as an episode of the log, and as the reply that the person gets. How it ended is a tag of the episode. */
final class TurnRecord {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END = "end:";

    private TurnRecord() {}

    static Episode episode(EpisodeId id, Outcome outcome, Instant recorded) {
        Message message = outcome.situation().message();
        List<Action> actions = outcome.situation().observations().stream()
                .map(TurnRecord::action)
                .toList();
        Exchange exchange = new Exchange("", message.text(), actions, outcome.text());
        Set<String> tags = new TreeSet<>(Set.of(END + outcome.end().name().toLowerCase(Locale.ROOT)));
        if (Influence.of(outcome.situation()) == Influence.UNTRUSTED_CONTENT) {
            tags.add(Influence.UNTRUSTED_TAG);
        }
        if (outcome.grounds().asked()) {
            tags.add(Told.ASKED_TAG);
        }
        Provenance provenance = new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, tags);
        return new Episode(id, new Occasion(message.session(), message.at(), recorded), exchange, provenance);
    }

    static Reply reply(EpisodeId id, Outcome outcome, String planner, List<Secret> notKept) {
        Persona persona = outcome.situation().background().persona();
        Trace trace = new Trace(
                planner,
                persona.version(),
                outcome.situation().background().recalled(),
                outcome.situation().observations(),
                outcome.cited(),
                steered(outcome, persona),
                outcome.grounds().backing(),
                new Discretion(outcome.situation().background().withheld(), notKept));
        return new Reply(id, outcome.text(), outcome.end(), trace);
    }

    /** What decided the answer, then what decided arguments of calls. */
    private static List<Statement> steered(Outcome outcome, Persona persona) {
        Stream<String> arguments = outcome.situation().observations().stream()
                .flatMap(observation -> observation.call().because().reasons().stream())
                .map(Because.Reason::ground)
                .filter(ground -> ground.kind() == Ground.Kind.STATEMENT)
                .map(Ground::id);
        return Stream.concat(outcome.grounds().steered().stream(), arguments)
                .distinct()
                .flatMap(statement -> persona.find(statement).stream())
                .toList();
    }

    /** The reply to a turn that was logged before; what was recalled for it then is not known any more. */
    static Reply replyOf(Episode episode, String planner, int persona) {
        return new Reply(
                episode.id(),
                episode.exchange().reply(),
                endOf(episode),
                new Trace(planner, persona, List.of(), List.of(), List.of()));
    }

    private static Reply.End endOf(Episode episode) {
        return Arrays.stream(Reply.End.values())
                .filter(end ->
                        episode.provenance().tags().contains(END + end.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Reply.End.ANSWERED);
    }

    private static Action action(Observation observation) {
        return new Action(
                observation.call().tool(),
                json(observation.call().arguments()),
                observation.result(),
                observation.took(),
                observation.approvedBy());
    }

    private static String json(Arguments arguments) {
        try {
            return JSON.writeValueAsString(arguments.asMap());
        } catch (JsonProcessingException notJson) {
            return "{}";
        }
    }
}
