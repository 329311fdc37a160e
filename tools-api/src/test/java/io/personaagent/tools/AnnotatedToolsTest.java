package io.personaagent.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotatedToolsTest {

    private static final Map<String, Object> EVERYTHING = Map.of(
            "text",
            "ä",
            "whole",
            "3",
            "big",
            5_000_000_000L,
            "real",
            1.5,
            "exact",
            "0.10",
            "flag",
            "yes",
            "day",
            "2026-12-24",
            "weekday",
            "friday",
            "several",
            List.of("a", "b"));

    private final TestToolContext context = TestToolContext.of("ada");

    /** Methods as a plugin's author would write them. */
    public static final class Sample {

        @Tool("Joins everything.")
        @Traits(
                effect = Effect.READ,
                examples = "join {text}",
                needs = {"memory", "network:a.org"})
        public String everything(
                @P("text") String text,
                @P("whole") int whole,
                @P("big") Long big,
                @P("real") double real,
                @P("exact") BigDecimal exact,
                @P("flag") boolean flag,
                @P("day") LocalDate day,
                @P("weekday") DayOfWeek weekday,
                @P("several") List<String> several,
                ToolContext context) {
            return List.of(text, whole, big, real, exact, flag, day, weekday, several, context.user())
                    .toString();
        }

        @Tool(name = "absent", value = "Shows what is absent.")
        public String absent(
                @P(value = "text", required = false) @Nullable String text,
                @P(value = "whole", required = false) int whole,
                @P(value = "big", required = false) long big,
                @P(value = "real", required = false) double real,
                @P(value = "flag", required = false) boolean flag,
                @P(value = "boxed", required = false) @Nullable Integer boxed,
                @P(value = "several", defaultValue = "one") List<String> several,
                @P(value = "count", defaultValue = "7") int count) {
            return text + " " + whole + " " + big + " " + real + " " + flag + " " + boxed + " " + several + " " + count;
        }

        @Tool("Answers nothing.")
        public void silent() {}

        @Tool("Is refused by the tool itself.")
        public ToolResult result() {
            return ToolResult.failed(Fault.CALLER, "no");
        }

        @Tool("Throws what it is told to.")
        public String thrown(@P("what") String what) throws IOException, InterruptedException {
            switch (what) {
                case "world" -> throw new IOException("no network");
                case "silent world" -> throw new IOException();
                case "argument" -> throw new BadArgumentException("argument 'what' is bad");
                case "error" -> throw new AssertionError("broken");
                default -> throw new InterruptedException("stopped");
            }
        }

        @Tool("Takes a renamed parameter.")
        public String renamed(@P(name = "place", value = "where") String whatever) {
            return whatever;
        }
    }

    @Test
    void of_givesToolsByNameWithTheirTraits() {
        List<io.personaagent.tools.Tool> tools = AnnotatedTools.of(new Sample());

        assertThat(tools)
                .extracting(tool -> tool.spec().name())
                .containsExactly("absent", "everything", "renamed", "result", "silent", "thrown");
        ToolSpec spec = tool("everything").spec();
        assertThat(spec.effect()).isEqualTo(Effect.READ);
        assertThat(spec.examples()).containsExactly("join {text}");
        assertThat(spec.permissions()).extracting(Permission::toString).containsExactly("memory", "network:a.org");
        assertThat(spec.function().parameters().required()).hasSize(9).doesNotContain("context");
        assertThat(tool("silent").spec().effect()).isEqualTo(Effect.EXTERNAL);
        assertThat(tool("absent").spec().function().parameters().required()).isEmpty();
    }

    @Test
    void of_describesAnEnumByTheNamesThatItReads() {
        assertThat(tool("everything")
                        .spec()
                        .function()
                        .parameters()
                        .properties()
                        .get("weekday"))
                .isInstanceOfSatisfying(JsonEnumSchema.class, weekday -> assertThat(weekday.enumValues())
                        .startsWith("MONDAY", "TUESDAY"));
    }

    @Test
    void call_readsEveryTypeOfParameter() {
        assertThat(call("everything", EVERYTHING))
                .isEqualTo(ToolResult.done("[ä, 3, 5000000000, 1.5, 0.10, true, 2026-12-24, FRIDAY, [a, b], ada]"));
    }

    @Test
    void call_givesWhatIsAbsentItsDefault() {
        assertThat(call("absent", Map.of())).isEqualTo(ToolResult.done("null 0 0 0.0 false null [one] 7"));
        assertThat(call("absent", Map.of("count", 8, "several", List.of("x"), "boxed", 1)))
                .isEqualTo(ToolResult.done("null 0 0 0.0 false 1 [x] 8"));
    }

    @Test
    void call_passesResultsOn() {
        assertThat(call("silent", Map.of())).isEqualTo(ToolResult.done("done"));
        assertThat(call("result", Map.of())).isEqualTo(ToolResult.failed(Fault.CALLER, "no"));
        assertThat(call("renamed", Map.of("place", "Rome"))).isEqualTo(ToolResult.done("Rome"));
    }

    @Test
    void call_namesTheArgumentThatIsWrong() {
        assertThatThrownBy(() -> call("renamed", Map.of("whatever", "Rome")))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("argument 'place' is missing; expected text");
        assertThatThrownBy(() -> call("absent", Map.of("big", "9223372036854775808")))
                .hasMessage(
                        "argument 'big' is 9223372036854775808; expected a whole number from -9223372036854775808 to 9223372036854775807");
    }

    @Test
    void call_tellsTheWorldsFaultsFromDefects() {
        assertThat(call("thrown", Map.of("what", "world"))).isEqualTo(ToolResult.failed(Fault.WORLD, "no network"));
        assertThat(call("thrown", Map.of("what", "silent world")))
                .isEqualTo(ToolResult.failed(Fault.WORLD, "java.io.IOException"));
        assertThatThrownBy(() -> call("thrown", Map.of("what", "argument"))).hasMessage("argument 'what' is bad");
        assertThatThrownBy(() -> call("thrown", Map.of("what", "error"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> call("thrown", Map.of("what", "other")))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    /** Takes what no model can give. */
    public static final class Unsupported {
        @Tool("Takes a thread.")
        public void run(Thread thread) {
            thread.interrupt();
        }
    }

    /** Has a default that cannot be read. */
    public static final class BadDefault {
        @Tool("Counts.")
        public int count(@P(value = "how many", defaultValue = "some") int many) {
            return many;
        }
    }

    static final class Hidden {
        @Tool("Cannot be called from outside.")
        public void run() {}
    }

    @Test
    void of_refusesWhatCannotBeATool() {
        assertThatThrownBy(() -> AnnotatedTools.of("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String has no method with @Tool");
        assertThatThrownBy(() -> AnnotatedTools.of(new Unsupported()))
                .hasMessage(
                        "parameter 'thread' of %s is a Thread; a tool takes String, int, long, double, boolean, BigDecimal, LocalDate, an enum or List<String>"
                                .formatted(Unsupported.class.getDeclaredMethods()[0]));
        assertThatThrownBy(() -> AnnotatedTools.of(new BadDefault()))
                .hasMessageContaining("is not usable: argument 'many' is some (String); expected a whole number");
        assertThatThrownBy(() -> AnnotatedTools.of(new Hidden()))
                .hasMessageEndingWith("must be public, and so must its class");
    }

    private ToolResult call(String name, Map<String, Object> arguments) {
        return tool(name).call(Arguments.of(arguments), context);
    }

    private static io.personaagent.tools.Tool tool(String name) {
        return AnnotatedTools.of(new Sample()).stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
