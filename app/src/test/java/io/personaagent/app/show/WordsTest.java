package io.personaagent.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Backing;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Discretion;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.core.turn.Trace;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Words words = new Words(ZoneId.of("Asia/Tokyo"));

    private final Episode episode = new Episode(
            new EpisodeId("e1"),
            new Occasion("s1", NOON, NOON),
            new Exchange(
                    "Zoë",
                    "Where is it?\nTell me.",
                    List.of(
                            new Action("look", "{\"at\":1}", ToolResult.done("there"), Duration.ofMillis(7), "policy"),
                            new Action(
                                    "fly", "{}", ToolResult.failed(Fault.WORLD, "no wind"), Duration.ZERO, "person")),
                    "There."),
            new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of()),
            List.of(Feedback.good(NOON), Feedback.corrected("Here.", NOON)));

    @Test
    void of_anEpisode_isInThePersonsTimeZone() {
        assertThat(words.of(episode))
                .isEqualToNormalizingNewlines(
                        """
                        e1, 2026-11-20 21:00, session s1
                        Zoë: Where is it?
                        Tell me.
                          look{"at":1} -> there (7 ms, approved by policy)
                          fly{} -> failed: no wind (0 ms, approved by person)
                        agent: There.
                        2026-11-20 21:00: you said that this was right
                        2026-11-20 21:00: you corrected it: Here.""");
        assertThat(words.line(episode)).isEqualTo("e1  2026-11-20 21:00  Zoë: Where is it? Tell me.");
    }

    @Test
    void of_aRecollection_showsWhatEachChannelGave() {
        Score score = new Score(
                1.25,
                List.of(
                        new Score.Part("dense", 0.8876, 1),
                        new Score.Part("lexical", 0.000002, 12),
                        new Score.Part("neighbours", 0, 0),
                        new Score.Part("recency", 1.1, 0)));
        Source source = new Source(Source.Kind.QUESTION, "", NOON, List.of(new EpisodeId("e1"), new EpisodeId("e2")));

        assertThat(words.of(new Recollection("أين؟", source, score, Sensitivity.ORDINARY, Trust.TRUSTED)))
                .isEqualToNormalizingNewlines(
                        """
                        2026-11-20 21:00  you asked: "أين؟"
                            score 1.250  dense 0.888 (#1)  lexical 2.0e-06 (#12)  recency 1.100
                            from e1, e2""");
    }

    @Test
    void of_aTrace_namesPlannerAndTools() {
        Observation looked = new Observation(
                new ToolCall("1", "look", Arguments.of(Map.of("at", "空"))),
                ToolResult.done("blue"),
                Duration.ofMillis(3),
                "policy");

        assertThat(words.of(new Trace("model", 2, List.of(), List.of(looked), List.of())))
                .isEqualToNormalizingNewlines(
                        """
                        Decided by: model, with version 2 of your persona.
                        Nothing was recalled.
                        Tools:
                           look{at=空} -> blue (3 ms, approved by policy)""");
    }

    @Test
    void of_aTrace_saysWhichSentenceDecidedWhichArgument_andWhatWasInvented() {
        Because because = new Because(
                List.of(
                        new Because.Reason("unit", new Ground(Ground.Kind.STATEMENT, "units-1"), true),
                        new Because.Reason("amount", new Ground(Ground.Kind.RESULT, "1"), false),
                        new Because.Reason("", new Ground(Ground.Kind.MEMORY, "gone"), false)),
                1);
        Observation looked = observed(new ToolCall("1", "look", Arguments.NONE));
        Observation converted = observed(new ToolCall("2", "convert", Arguments.of(Map.of("unit", "km")), because));
        Statement units = new Statement(
                "units-1",
                "Thinks in km.",
                Statement.Kind.FACT,
                new Support(1, Set.of(), Instant.EPOCH, Instant.EPOCH));

        assertThat(words.of(new Trace(
                        "stub",
                        2,
                        List.of(),
                        List.of(looked, converted),
                        List.of(),
                        List.of(units),
                        new Backing(List.of("2"), 1),
                        Discretion.NONE)))
                .isEqualToNormalizingNewlines(
                        """
                        Decided by: stub, with version 2 of your persona.
                        Of your persona, this decided:
                           Thinks in km. (units-1)
                        Nothing was recalled.
                        Tools:
                           look{} -> done (3 ms, approved by policy)
                        -> convert{unit=km} -> done (3 ms, approved by policy)
                              unit: because of "Thinks in km." (units-1); the value stands in it
                              amount: because of what look gave; so the model says
                              the call: because of gone; so the model says
                        Not counted: 2 more that it named and that there are not.""");
    }

    private static Observation observed(ToolCall call) {
        return new Observation(call, ToolResult.done("done"), Duration.ofMillis(3), "policy");
    }

    @Test
    void shortened_neverCutsACharacterInTwo() {
        assertThat(Words.shortened("  a\n\tb ")).isEqualTo("a b");
        assertThat(Words.shortened("x".repeat(100))).hasSize(100);
        assertThat(Words.shortened("😀".repeat(101))).isEqualTo("😀".repeat(97) + "...");
    }

    @Test
    void json_ofAnEpisode_hasItsFieldsInOrder() {
        assertThat(Json.of(episode).fieldNames())
                .toIterable()
                .startsWith("id", "session", "happened", "recorded", "speaker", "text");
        assertThat(Json.of(episode)
                        .path("actions")
                        .get(0)
                        .path("arguments")
                        .path("at")
                        .asInt())
                .isEqualTo(1);
        assertThat(Json.of(episode).path("actions").get(1).path("fault").asText())
                .isEqualTo("world");
    }
}
