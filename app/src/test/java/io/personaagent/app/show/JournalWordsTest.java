package io.personaagent.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.journal.Basis;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JournalWordsTest {

    private static final Statement UNITS = new Statement(
            "units-1", "Thinks in km.", Statement.Kind.FACT, new Support(1, Set.of(), Instant.EPOCH, Instant.EPOCH));

    private final JournalWords words = new JournalWords(ZoneOffset.UTC);

    @Test
    void lines_tellWhichSentenceDecidedWhichArgument_andWhichModelStoodIn() {
        ToolCall call = new ToolCall(
                "1",
                "convert",
                Arguments.of(Map.of("unit", "km")),
                new Because(
                        List.of(new Because.Reason("unit", new Ground(Ground.Kind.STATEMENT, "units-1"), true)), 0));
        Asking asking =
                new Asking(Map.of(), "{\"by\":\"cheap\",\"since\":[\"best is busy\",\"second is not there\"]}", 10, 2);
        TurnJournal journal = new TurnJournal(
                new EpisodeId("e1"),
                Instant.parse("2026-11-20T12:00:00Z"),
                new Basis("best", 2, List.of(), List.of(), 0),
                List.of(new Entry(
                        List.of(asking),
                        new Step.UseTools(List.of(call), Influence.PERSON),
                        List.of(new Observation(call, ToolResult.done("5 km"), Duration.ofMillis(3), "policy")),
                        Duration.ofMillis(4))),
                List.of());

        assertThat(words.lines(journal, List.of(UNITS)))
                .endsWith(
                        "     answered by cheap, since best is busy; and second is not there",
                        "     convert, 3.0 ms, allowed by policy: 5 km",
                        "        unit: because of \"Thinks in km.\" (units-1); the value stands in it");
        assertThat(words.lines(journal, List.of()))
                .endsWith("        unit: because of units-1; the value stands in it");
    }
}
