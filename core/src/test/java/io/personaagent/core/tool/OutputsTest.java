package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RecordStore records =
            new InMemoryStores().open(new UserId("ada")).records("test");
    private final Outputs outputs = Outputs.in(records);

    @Test
    void find_readsInALaterTurnWhatATurnKept() {
        String reference = turn("e1", "the whole output");

        assertThat(Outputs.in(records).find(reference)).contains("the whole output");
        assertThat(Outputs.in(records).find("out-0123456789ab")).isEmpty();
    }

    @Test
    void records_restOnEachTurnThatSawTheOutput() {
        turn("e1", "the whole output");
        turn("e2", "the whole output");

        assertThat(records.list("tool-output", "", 10))
                .flatExtracting(DerivedRecord::evidence)
                .containsExactly(new EpisodeId("e1"), new EpisodeId("e2"), new EpisodeId("seen"));
    }

    @Test
    void records_holdNoSecret() {
        String reference = turn("e1", "the password: hunter2hunter2 stands here");

        assertThat(Outputs.in(records).find(reference).orElseThrow())
                .startsWith("the password: ")
                .doesNotContain("hunter2hunter2");
    }

    @Test
    void records_keepsNothingThatTheTurnDoesNotName() {
        outputs.keep("never shown");

        assertThat(outputs.records(Set.of(), said("e1", "nothing"))).isEmpty();
    }

    @Test
    void tidy_keepsTheNewest() {
        for (int turn = 0; turn < 60; turn++) {
            turn("e" + turn, "output " + turn);
        }
        outputs.tidy();

        assertThat(records.count("tool-output")).isEqualTo(50);
    }

    private String turn(String id, String output) {
        String reference = outputs.keep(output);
        outputs.records(Set.of(new EpisodeId("seen")), said(id, "[... read_output with reference " + reference + "]"))
                .forEach(record -> records.apply(Changes.put(record)));
        return reference;
    }

    private static Episode said(String id, String outcome) {
        Action action = new Action("t", "{}", ToolResult.done(outcome), Duration.ZERO, "policy");
        return new Episode(
                new EpisodeId(id),
                new Occasion("s", NOON, NOON),
                new Exchange("", "Do it", List.of(action), "Done"),
                new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of()));
    }
}
