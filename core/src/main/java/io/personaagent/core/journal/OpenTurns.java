package io.personaagent.core.journal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.boundary.Redactor;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One person's turns that wait for their word, kept until they are logged. A record rests on the episodes that the turn saw, so that it
 * goes where one of them is forgotten. Thread-safe, as its records are.
 */
public final class OpenTurns {

    private static final String KIND = "open-turn";
    private static final String TURN = "turn";
    private static final String OWNER = "owner";

    private final RecordStore records;
    private final Holder holder;

    /** @param holder who keeps turns here */
    public OpenTurns(RecordStore records, Holder holder) {
        this.records = requireNonNull(records, "records");
        this.holder = requireNonNull(holder, "holder");
    }

    /** Which process a turn is in the hands of. */
    public interface Holder {

        /** Names this one, also against one that has its number later. */
        String name();

        /** Whether the process of that name still runs. */
        boolean isAlive(String name);
    }

    /**
     * Keeps it; when this returns, it is on the disk.
     *
     * @param seen the episodes whose words may stand in it
     */
    public void keep(OpenTurn open, Set<EpisodeId> seen) {
        records.apply(Changes.put(record(open, seen)));
    }

    /** Lets go of it, where it is kept. */
    public void remove(EpisodeId turn) {
        records.apply(Changes.remove(List.of(key(turn))));
    }

    /** Those in the hands of nobody any more, ordered by id. */
    public List<OpenTurn> abandoned() {
        return records.list(KIND, "", Integer.MAX_VALUE).stream()
                .filter(record -> !holder.isAlive(record.attribute(OWNER)))
                .map(OpenTurns::open)
                .toList();
    }

    /** Takes one that was abandoned; empty where somebody else was faster. */
    public Optional<OpenTurn> take(EpisodeId turn) {
        long cursor = records.cursor();
        return records.find(key(turn))
                .filter(record -> !holder.isAlive(record.attribute(OWNER)))
                .filter(record -> records.applyIf(cursor, cursor + 1, Changes.put(record.with(OWNER, holder.name()))))
                .map(OpenTurns::open);
    }

    private DerivedRecord record(OpenTurn open, Set<EpisodeId> seen) {
        String step = JournalJson.of(open.step()).toString();
        String kept = Redactor.redactJson(step);
        OpenTurn.State state = step.equals(kept) ? open.state() : OpenTurn.State.INCOMPLETE;
        ObjectNode node = JournalJson.object()
                .put("session", open.message().session())
                .put("text", open.message().text())
                .put("at", open.message().at().toString())
                .put("state", state.name());
        ArrayNode rounds = node.putArray("rounds");
        open.rounds().forEach(round -> rounds.add(JournalJson.array(round, JournalJson::of)));
        node.set("step", JournalJson.parsed(kept));
        Map<String, String> attributes = Map.of(TURN, Redactor.redactJson(node.toString()), OWNER, holder.name());
        return new DerivedRecord(key(open.turn()), "", attributes, seen, Vector.NONE);
    }

    private static OpenTurn open(DerivedRecord record) {
        JsonNode node = JournalJson.parsed(record.attribute(TURN));
        return new OpenTurn(
                new EpisodeId(record.key().id()),
                new Message(
                        node.path("session").asText(),
                        node.path("text").asText(),
                        Instant.parse(node.path("at").asText())),
                JournalJson.list(node.path("rounds"), round -> JournalJson.list(round, JournalJson::observation)),
                (Step.UseTools) JournalJson.step(node.path("step")),
                OpenTurn.State.valueOf(node.path("state").asText()));
    }

    private static RecordKey key(EpisodeId turn) {
        return new RecordKey(KIND, turn.value());
    }
}
