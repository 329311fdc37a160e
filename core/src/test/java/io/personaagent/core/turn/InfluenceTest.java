package io.personaagent.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.persona.Persona;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluenceTest {

    private static final ToolSpec NOTES = spec("notes");
    private static final ToolSpec SERVERS = spec("files_read").needing(new Permission(Permission.Kind.NETWORK, "*"));

    @Test
    void of_aReadingToolThatNeedsTheNetworkBringsWordsOfOthers() {
        assertThat(Influence.of(after("notes", "policy", NOTES, SERVERS))).isEqualTo(Influence.PERSON);
        assertThat(Influence.of(after("files_read", "policy", NOTES, SERVERS))).isEqualTo(Influence.UNTRUSTED_CONTENT);
    }

    @Test
    void of_aFolderOfThePersonsHoldsWhatTheyWereSent() {
        ToolSpec files = spec("read_file").needing(new Permission(Permission.Kind.FOLDER, "/home/ada"));

        assertThat(Influence.of(after("read_file", "policy", files))).isEqualTo(Influence.UNTRUSTED_CONTENT);
    }

    @Test
    void of_whatAToolFoundThatWasKeptOfOthers() {
        Situation before = after("notes", "policy", NOTES);
        Observation kept = new Observation(
                new ToolCall("2", "notes", Arguments.NONE),
                ToolResult.done("text"),
                Duration.ZERO,
                "policy",
                Influence.UNTRUSTED_CONTENT);

        assertThat(Influence.of(before.observing(List.of(kept)))).isEqualTo(Influence.UNTRUSTED_CONTENT);
    }

    @Test
    void of_aToolThatWasCalledAndIsGoneMayHaveBroughtAnything() {
        assertThat(Influence.of(after("files_read", "policy", NOTES))).isEqualTo(Influence.UNTRUSTED_CONTENT);
        assertThat(Influence.of(after("files_read", "nobody", NOTES))).isEqualTo(Influence.PERSON);
    }

    private static Situation after(String tool, String approvedBy, ToolSpec... tools) {
        Observation seen = new Observation(
                new ToolCall("1", tool, Arguments.of(Map.of())), ToolResult.done("text"), Duration.ZERO, approvedBy);
        return Situation.of(
                        new Message("s", "Read it.", Instant.EPOCH),
                        new Background(new Persona(1, "rules", List.of()), List.of(), List.of()),
                        List.of(tools))
                .observing(List.of(seen));
    }

    private static ToolSpec spec(String name) {
        return ToolSpec.of(
                ToolSpecification.builder().name(name).description("for a test").build(), Effect.READ);
    }
}
