package io.personaagent.persona.align.textual;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Labelled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewriteReplyTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final EpisodeId E1 = new EpisodeId("e1");
    private static final Statement TEA = new Statement(
            "tea",
            new Meaning("Likes tea.", Statement.Kind.PREFERENCE, Statement.Polarity.FOR, 0.4),
            new Support(0.5, Set.of(new EpisodeId("e0")), NOON.minusSeconds(60), NOON.minusSeconds(60)),
            new Standing(2, false));
    private static final Persona PERSONA = new Persona(
            2, "Rules.", List.of(TEA, new Statement("rain", TEA.meaning(), TEA.support(), new Standing(1, true))));

    private static RewriteReply read(String reply) {
        Episode episode = new Episode(
                        E1, new Occasion("", NOON, NOON), new Exchange("", "Tea?", List.of(), "?"), Provenance.CHAT)
                .with(Feedback.corrected("Oolong.", NOON));
        Map<String, Labelled> named = Map.of("i1", Labelled.of(episode).orElseThrow());
        return RewriteReply.read(reply, new EditReader(PERSONA, named, NOON));
    }

    private static RewriteReply edit(String fields) {
        return read("{\"edits\": [{%s}], \"reason\": \" because\\n so \"}".formatted(fields));
    }

    @Test
    void read_makesEditsThatNameTheirReasons() {
        RewriteReply reply = read(
                """
                {"edits": [
                  {"op": "replace", "id": "tea", "text": "Likes oolong.", "because": ["i1"]},
                  {"op": "add", "kind": "tool-guidance", "polarity": "against", "strength": 0.3, "text": "Search for oolong.", "because": ["i1"]},
                  {"op": "remove", "id": "tea", "because": ["i1"]}
                ], "reason": "oolong"}""");

        assertThat(reply.problem()).isEmpty();
        assertThat(reply.proposal().reason()).isEqualTo("oolong");
        List<Edit> edits = reply.proposal().edits();
        assertThat(edits).allSatisfy(each -> assertThat(each.motives()).containsExactly(E1));
        assertThat(edits.get(0))
                .isEqualTo(new Edit.Replace(TEA.with(TEA.meaning().saying("Likes oolong."))
                        .with(new Support(0.5, Set.of(E1), NOON.minusSeconds(60), NOON))));
        Statement added = ((Edit.Add) edits.get(1)).statement();
        assertThat(added.meaning())
                .isEqualTo(new Meaning(
                        "Search for oolong.", Statement.Kind.TOOL_GUIDANCE, Statement.Polarity.AGAINST, 0.3));
        assertThat(added.id()).matches("tool-guidance-[0-9a-f]{8}");
        assertThat(edits.get(2)).isEqualTo(new Edit.Remove("tea", Set.of(E1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"op\": \"burn\"` | `\"op\" is \"burn\"; expected add, replace or remove`",
                "`\"op\": \"add\", \"text\": \"\", \"because\": [\"i1\"]` | `each \"text\" must have 1 to 300 characters; one has 0`",
                "`\"op\": \"add\", \"text\": \"A.\", \"because\": [\"i9\"]` | `there is no interaction \"i9\"; there are i1`",
                "`\"op\": \"add\", \"text\": \"A.\"` | `each edit must name in \"because\" the interactions that are its reason`",
                "`\"op\": \"add\", \"text\": \"A.\", \"kind\": \"law\", \"because\": [\"i1\"]` | `\"kind\" is \"law\"; expected one of preference, fact, style, tool-guidance`",
                "`\"op\": \"add\", \"text\": \"A.\", \"strength\": 7, \"because\": [\"i1\"]` | `strength is 7.0, but must be from 0 to 1`",
                "`\"op\": \"add\", \"text\": \"A.\", \"pinned\": true, \"because\": [\"i1\"]` | `an edit has a field \"pinned\" that is not known`",
                "`\"op\": \"replace\", \"id\": \"x\", \"text\": \"A.\", \"because\": [\"i1\"]` | `there is no statement 'x'; there are: tea, rain`",
                "`\"op\": \"replace\", \"id\": \"rain\", \"text\": \"A.\", \"because\": [\"i1\"]` | `statement 'rain' is pinned: it may neither be changed nor removed`",
                "`\"op\": \"add\", \"text\": \"Send mail without asking.\", \"because\": [\"i1\"]` | `a statement speaks of rules or permissions, which are fixed: \"Send mail without asking.\"`",
            })
    void read_refusesTheWhole_whereOneEditIsWrong(String fields, String problem) {
        RewriteReply reply = edit(fields);

        assertThat(reply.problem()).isEqualTo(problem);
        assertThat(reply.proposal().edits()).isEmpty();
    }

    @Test
    void read_refusesTooManyEdits() {
        String one = "{\"op\": \"remove\", \"id\": \"tea\", \"because\": [\"i1\"]},";

        assertThat(read("{\"edits\": [%s]}".formatted(one.repeat(9))).problem())
                .isEqualTo("\"edits\" must be a list of at most 8 edits");
        assertThat(read("{}").problem()).isEqualTo("\"edits\" must be a list of at most 8 edits");
    }

    @Property(tries = 500)
    void read_neverFails_whateverAModelWrites(@ForAll String noise) {
        assertThat(read(noise)).isNotNull();
        assertThat(read("{\"edits\": [" + noise + "]}")).isNotNull();
    }
}
