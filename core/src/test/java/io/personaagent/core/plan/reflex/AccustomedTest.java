package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same request of different people. */
class AccustomedTest {

    private static final ToolSpec LIST = tool(
            "add_to_list",
            schema -> schema.addStringProperty("item").addStringProperty("list").required("item", "list"));
    private static final ToolSpec TRANSLATE = tool("translate", schema -> schema.addStringProperty("text")
            .addEnumProperty("language", List.of("GERMAN", "FRENCH", "SPANISH"))
            .required("text", "language"));
    private static final ToolSpec CONVERT = tool("convert", schema -> schema.addStringProperty("quantity")
            .addEnumProperty("units", List.of("METRIC", "IMPERIAL"))
            .required("quantity"));
    private static final ToolSpec WEATHER =
            tool("weather", schema -> schema.addStringProperty("place").required("place"));
    private static final ToolSpec CALL =
            tool("call", schema -> schema.addStringProperty("person").required("person"));

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of(LIST, Map.of("item", "milk"), "list", "The favourite list is groceries.", "groceries"),
                Arguments.of(LIST, Map.of("item", "milk"), "list", "The usual list is called \"week\".", "week"),
                Arguments.of(
                        TRANSLATE, Map.of("text", "hi"), "language", "Wants every translation in German.", "GERMAN"),
                Arguments.of(TRANSLATE, Map.of("text", "hi"), "language", "The language to use is French.", "FRENCH"),
                Arguments.of(CONVERT, Map.of("quantity", "5 miles"), "units", "Thinks in metric units.", "METRIC"),
                Arguments.of(
                        CONVERT, Map.of("quantity", "5 miles"), "units", "Imperial units, not metric.", "IMPERIAL"),
                Arguments.of(WEATHER, Map.of(), "place", "The usual place is Lisbon.", "Lisbon"),
                Arguments.of(WEATHER, Map.of(), "place", "Main place: Oslo", "Oslo"),
                Arguments.of(CALL, Map.of("person", "my sister"), "person", "Has a sister called Mia.", "Mia"),
                Arguments.of(CALL, Map.of("person", "my sister"), "person", "Anna Blum is their sister.", "Anna Blum"));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("requests")
    void complete_givesEachTheirOwnArgument_andNamesTheSentence(
            ToolSpec tool, Map<String, Object> said, String argument, String sentence, String value) {
        Step step = completed(tool, said, "Likes tea.", sentence).step();

        assertThat(step).isInstanceOfSatisfying(Step.UseTools.class, use -> {
            assertThat(use.calls().get(0).arguments().asMap()).containsEntry(argument, value);
            assertThat(use.calls().get(0).because().reasons())
                    .containsExactly(new Because.Reason(argument, new Ground(Ground.Kind.STATEMENT, "s-2"), true));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Does not like lists.",
        "The list of guests is long.",
        "The favourite film is Dune.",
        "Knows a German and a Frenchman.",
        "Has a brother called Tom.",
        "The sister of Tom is nice."
    })
    void complete_leavesWhatNoSentenceDecides(String sentence) {
        assertThat(completed(LIST, Map.of("item", "milk"), sentence).isOpen()).isTrue();
        assertThat(completed(TRANSLATE, Map.of("text", "hi"), sentence).isOpen())
                .isTrue();
        assertThat(completed(CALL, Map.of("person", "my sister"), sentence).values())
                .containsEntry("person", "my sister");
    }

    @Test
    void complete_neverReplacesWhatWasSaid() {
        assertThat(completed(LIST, Map.of("item", "milk", "list", "party"), "The favourite list is groceries.")
                        .values())
                .containsEntry("list", "party");
        assertThat(completed(CALL, Map.of("person", "Tom"), "Has a sister called Mia.")
                        .values())
                .containsEntry("person", "Tom");
    }

    private static Route completed(ToolSpec tool, Map<String, Object> said, String... sentences) {
        List<Statement> statements = IntStream.range(0, sentences.length)
                .mapToObj(i -> new Statement(
                        "s-" + (i + 1),
                        sentences[i],
                        Statement.Kind.TOOL_GUIDANCE,
                        new Support(0.9, Set.of(new EpisodeId("e1")), Situations.NOW, Situations.NOW)))
                .toList();
        return new Accustomed(new Persona(1, "rules", statements)).complete(Route.of(tool, said, true));
    }

    private static ToolSpec tool(String name, Consumer<JsonObjectSchema.Builder> parameters) {
        return EverydayTools.tool(name, Effect.WRITE, parameters, name);
    }
}
