package io.personaagent.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Step;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalJsonTest {

    private static final ToolCall CALL = new ToolCall(
            "c1",
            "split_bill",
            Arguments.of(Map.of(
                    "amount",
                    new BigDecimal("84.50"),
                    "people",
                    4,
                    "who",
                    List.of("Ida", Map.of("age", 7)),
                    "tip",
                    true)));

    @Test
    void entry_comesBackAsItWas_toTheLastZero() {
        Entry entry = new Entry(
                List.of(new Asking(Map.of("persona", "ab12"), "{\"message\":{\"text\":\"hi\"}}", 12, 3)),
                new Step.UseTools(List.of(CALL), Influence.UNTRUSTED_CONTENT),
                List.of(
                        new Observation(
                                CALL,
                                ToolResult.done("héllo\n你好"),
                                Duration.ofMillis(3),
                                "person",
                                Influence.UNTRUSTED_CONTENT),
                        new Observation(CALL, ToolResult.failed(Fault.WORLD, "closed"), Duration.ofNanos(7), "nobody")),
                Duration.ofSeconds(2));

        assertThat(JournalJson.entry(JournalJson.parsed(JournalJson.of(entry).toString())))
                .isEqualTo(entry);
    }

    @Test
    void step_comesBackAsItWas() {
        List<Step> steps = List.of(
                new Step.Answer("yes", List.of(new EpisodeId("e1")), List.of("s3")),
                new Step.Answer("yes", List.of(), List.of(), new Backing(List.of("c1"), 2)),
                new Step.UseTools(List.of(reasoned()), Influence.PERSON),
                new Step.AskUser("which?", Step.AskUser.Aim.LIKING),
                new Step.AskUser("when?", Step.AskUser.Aim.DETAIL));

        assertThat(steps).allSatisfy(step -> assertThat(JournalJson.step(JournalJson.of(step)))
                .isEqualTo(step));
    }

    @Test
    void isSame_goesByWhatIsWritten_notByWhichClassHoldsANumber() {
        Step kept = new Step.UseTools(List.of(calling(new BigDecimal("84.5"))), Influence.PERSON);
        Entry entry = new Entry(List.of(), kept, List.of(), Duration.ZERO);

        assertThat(entry.isSame(new Step.UseTools(List.of(calling(84.5)), Influence.PERSON)))
                .isTrue();
        assertThat(entry.isSame(new Step.UseTools(List.of(calling(84.51)), Influence.PERSON)))
                .isFalse();
        assertThat(entry.isSame(new Step.UseTools(List.of(calling(84.5)), Influence.UNTRUSTED_CONTENT)))
                .isFalse();
    }

    private static ToolCall calling(Number amount) {
        return new ToolCall("c1", "split_bill", Arguments.of(Map.of("amount", amount)));
    }

    private static ToolCall reasoned() {
        Because.Reason reason = new Because.Reason("amount", new Ground(Ground.Kind.RESULT, "c0"), true);
        return new ToolCall("c1", "split_bill", Arguments.NONE, new Because(List.of(reason), 3));
    }
}
