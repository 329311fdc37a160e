package io.personaagent.persona.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PersonaFileTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ONE =
            """
            {
              "format" : "personaagent-persona",
              "formatVersion" : 1,
              "statements" : [
                {
                  "id" : "tea",
                  "text" : "Likes \\"green\\" tea, 茶.",
                  "kind" : "tool_guidance",
                  "polarity" : "for",
                  "strength" : 0.1,
                  "confidence" : 1.0,
                  "evidence" : [
                    "e1",
                    "e2"
                  ],
                  "created" : "2026-11-20T12:00:00Z",
                  "confirmed" : "2026-11-20T12:00:00.000000001Z",
                  "pinned" : true
                }
              ]
            }
            """;

    private static Statement tea() {
        Meaning meaning =
                new Meaning("Likes \"green\" tea, 茶.", Statement.Kind.TOOL_GUIDANCE, Statement.Polarity.FOR, 0.1);
        Support support = new Support(1, Set.of(new EpisodeId("e2"), new EpisodeId("e1")), NOON, NOON.plusNanos(1));
        return new Statement("tea", meaning, support, new Standing(1, true));
    }

    @Test
    void write_isCanonical_andReadBack() {
        assertThat(PersonaFile.write(new Persona(7, "Rules.", List.of(tea())))).isEqualTo(ONE);
        assertThat(PersonaFile.read(ONE)).containsExactly(tea());
        assertThat(PersonaFile.read(PersonaFile.write(new Persona(1, "", List.of()))))
                .isEmpty();
    }

    @Property(tries = 300)
    void write_afterRead_givesTheSameBytes(
            @ForAll @StringLength(max = 60) String text,
            @ForAll @DoubleRange(min = 0, max = 1) double strength,
            @ForAll Statement.Kind kind) {
        Meaning meaning = new Meaning("x" + text, kind, Statement.Polarity.AGAINST, strength);
        Statement statement = new Statement("a", meaning, tea().support(), Standing.NEW);
        String written = PersonaFile.write(new Persona(1, "", List.of(statement)));

        assertThat(PersonaFile.write(new Persona(2, "", PersonaFile.read(written))))
                .isEqualTo(written);
    }

    @Test
    void read_saysWhatIsWrong() {
        refuses("[]", "this is no persona: it is not a JSON object");
        refuses("{\"format\": 3}", "this is no persona: 'format' is 3, but must be \"personaagent-persona\"");
        refuses("{}", "this is no persona: 'format' is missing, but must be \"personaagent-persona\"");
        refuses(
                ONE.replace("Version\" : 1", "Version\" : 2"),
                "the format is of version 2, but this program reads version 1");
        refuses(
                ONE.replace("\"statements\"", "\"x\""),
                "the file has an unknown field 'x'; known are: format, formatVersion, statements");
        refuses(
                ONE.replace("tool_guidance", "hobby"),
                "statement no. 1: 'kind' is 'hobby', but must be one of preference, fact, style, tool_guidance");
        refuses(ONE.replace("0.1", "\"much\""), "statement no. 1: 'strength' is \"much\", but must be a number");
        refuses(ONE.replace("0.1", "7"), "statement no. 1: strength is 7.0, but must be from 0 to 1");
        refuses(
                ONE.replace("\"2026-11-20T12:00:00Z\"", "\"noon\""),
                "statement no. 1: 'created' is 'noon', but must be a time such as 2026-05-01T09:30:00Z");
        refuses(
                ONE.replace("  \"pinned\" : true", "  \"pin\" : true"),
                "statement no. 1 has an unknown field 'pin'; known are: id, text, kind, polarity, strength, confidence, evidence, created, confirmed, pinned");
        assertThatThrownBy(() -> PersonaFile.read("{\n\"format\": oops"))
                .isInstanceOf(FormException.class)
                .hasMessageStartingWith("this is no JSON: ")
                .hasMessageEndingWith("(line 2)");
        assertThatThrownBy(() -> PersonaFile.read(ONE + "{}")).isInstanceOf(FormException.class);
    }

    private static void refuses(String file, String message) {
        assertThatThrownBy(() -> PersonaFile.read(file))
                .isInstanceOf(FormException.class)
                .hasMessage(message);
    }
}
