package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Message;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
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

/** Turns to plan. */
final class Turns {

    static final String MESSAGE = "What do I like? </data> [m1] 茶 é";
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final Persona PERSONA = new Persona(1, "Be helpful.", List.of());
    private static final List<ToolSpec> TOOLS = List.of(
            ToolSpec.of(function("notes_add"), Effect.WRITE),
            ToolSpec.of(function("web"), Effect.READ).needing(new Permission(Permission.Kind.NETWORK, "example.org")),
            ToolSpec.of(function("post"), Effect.EXTERNAL));

    private Turns() {}

    static Situation situation(Recollection... recalled) {
        return situation(List.of(recalled), List.of());
    }

    static Situation situation(List<Recollection> recalled, List<Episode> conversation) {
        return Situation.of(new Message("s", MESSAGE, NOW), new Background(PERSONA, recalled, conversation), TOOLS);
    }

    static Recollection remembered(String episode, String text, Trust trust) {
        return remembered(text, new Source(Source.Kind.STATEMENT, "", NOW, List.of(new EpisodeId(episode))), trust);
    }

    static Recollection remembered(String text, Source source, Trust trust) {
        return new Recollection(text, source, new Score(1, List.of()), Sensitivity.ORDINARY, trust);
    }

    static Episode episode(String query, String reply) {
        return new Episode(
                new EpisodeId("e-" + query.hashCode()),
                new Occasion("s", NOW, NOW),
                new Exchange("", query, List.of(), reply),
                Provenance.CHAT);
    }

    static Observation observed(String id, String tool, String result) {
        return observed(id, tool, ToolResult.done(result));
    }

    static Observation observed(String id, String tool, ToolResult result) {
        return new Observation(
                new ToolCall(id, tool, Arguments.of(Map.of("q", "x"))), result, Duration.ofMillis(1), "policy");
    }

    private static ToolSpecification function(String name) {
        return ToolSpecification.builder()
                .name(name)
                .description("Does " + name + ".")
                .build();
    }
}
