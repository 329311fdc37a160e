package io.personaagent.persona.align.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Draft;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftJsonTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");

    private static Statement statement(String id, double number) {
        return new Statement(
                id,
                new Meaning("Likes \"tea\" & 茶.", Statement.Kind.TOOL_GUIDANCE, Statement.Polarity.AGAINST, number),
                new Support(number, Set.of(new EpisodeId("e1"), new EpisodeId("e2")), NOON, NOON.plusNanos(1)),
                Standing.NEW);
    }

    @Test
    void read_whatWasWritten_isTheSame() {
        Draft draft = new Draft.Written(new Proposal(
                List.of(
                        new Edit.Add(statement("tea", 1.0 / 3)),
                        new Edit.Replace(statement("milk", Math.nextUp(0.1))),
                        new Edit.Remove("rain", Set.of(new EpisodeId("e3"))),
                        new Edit.Remove("snow")),
                "they said so"));

        assertThat(DraftJson.read(DraftJson.of(draft))).isEqualTo(draft);
    }

    @Test
    void read_aRejection_isTheSame() {
        Draft draft = new Draft.Rejected("it holds no JSON object");

        assertThat(DraftJson.read(DraftJson.of(draft))).isEqualTo(draft);
    }
}
