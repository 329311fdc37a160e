package io.personaagent.core.tool;

import static io.personaagent.core.tool.Calls.awaited;
import static io.personaagent.core.tool.Calls.awaitedDespiteInterrupts;
import static io.personaagent.core.tool.Calls.call;
import static io.personaagent.core.tool.Calls.catalogue;
import static io.personaagent.core.tool.Calls.policy;
import static io.personaagent.core.tool.Calls.run;
import static io.personaagent.core.tool.Calls.tool;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.permit.Asker;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** whatever a tool does, the caller gets an observation that names who can mend it, and a planner sees at most 32 KB of text. */
class ToolChaosTest {

    private static final ToolLimits QUICK = new ToolLimits(Duration.ofMillis(200), 4, 8, 32 * 1024);
    private static final String LINE = "one line of many that a tool prints out\n";

    @TempDir
    private Path temp;

    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void endHungTools() {
        release.countDown();
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless plugin does
    void r12_aToolThatBreaksIsTheToolsFault() {
        List<BiFunction<Arguments, ToolContext, ToolResult>> broken = List.of(
                thrower(new IllegalStateException("oops")),
                thrower(new OutOfMemoryError("made up")),
                thrower(new StackOverflowError()),
                thrower(new NoClassDefFoundError("gone")),
                (arguments, context) -> null);

        assertThat(broken).allSatisfy(body -> {
            ToolResult result = run(toolbox(TestTool.of("t", body)), call("t")).result();
            assertThat(result.<Fault>fold(done -> Fault.CALLER, ToolResult.Failed::fault))
                    .isEqualTo(Fault.TOOL);
        });
    }

    @Test
    void r12_aToolThatHangsIsAbandonedAndItsLateResultDiscarded() {
        CountDownLatch late = new CountDownLatch(1);
        Toolbox tools = toolbox(
                TestTool.of("ignores", (arguments, context) -> {
                    awaitedDespiteInterrupts(release);
                    late.countDown();
                    return ToolResult.done("late");
                }),
                TestTool.of("spins", (arguments, context) -> {
                    while (release.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return ToolResult.done("late");
                }));

        Observation ignores = run(tools, call("ignores"));
        Observation spins = run(tools, call("spins"));
        release.countDown();
        awaited(late);

        assertThat(ignores.result())
                .isEqualTo(ToolResult.failed(Fault.TOOL, "ignores took longer than 0.2 s and was abandoned"));
        assertThat(spins.result())
                .isEqualTo(ToolResult.failed(Fault.TOOL, "spins took longer than 0.2 s and was abandoned"));
    }

    @Test
    void r12_longTextIsShownByItsEndsAndReadByReference() {
        String whole =
                "first line\n" + LINE.repeat(100_000) + "the word marmalade\n" + LINE.repeat(1_000) + "last line";
        Toolbox tools = toolbox(tool("prints", whole));

        String shown = text(run(tools, call("prints")));

        assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(32 * 1024);
        assertThat(shown).startsWith("first line\n").endsWith("last line").contains("read_output with reference out-");
        String reference = shown.replaceAll("(?s).*(out-[0-9a-f]{12}).*", "$1");
        assertThat(text(run(tools, read(reference, Map.of("offset", 11, "length", 40)))))
                .isEqualTo("characters 11 to 51 of %d of %s:\n%s".formatted(whole.length(), reference, LINE));
        int place = whole.indexOf("marmalade");
        assertThat(text(run(tools, read(reference, Map.of("search", "MARMALADE")))))
                .startsWith("at %d: ...".formatted(place))
                .contains("the word marmalade\n");
        assertThat(text(run(tools, read(reference, Map.of("search", "jam")))))
                .isEqualTo("\"jam\" does not occur from character 0 on.");
        assertThat(rejoined(tools, reference, whole.length())).isEqualTo(whole);
    }

    @Test
    void r12_readOutputSaysWhatIsWrong() {
        Toolbox tools = toolbox(tool("prints", LINE.repeat(1_000)));
        String reference = text(run(tools, call("prints"))).replaceAll("(?s).*(out-[0-9a-f]{12}).*", "$1");

        assertThat(run(tools, read("out-1", Map.of())).result())
                .isEqualTo(
                        ToolResult.failed(
                                Fault.CALLER,
                                "argument 'reference' is 'out-1', and no output of this reference is kept; expected one that a shortened output names, or call the tool again"));
        assertThat(run(tools, read(reference, Map.of("offset", 90_000))).result())
                .isEqualTo(ToolResult.failed(
                        Fault.CALLER, "argument 'offset' is 90000; expected a number from 0 to 40000"));
        assertThat(run(tools, read(reference, Map.of("length", 90_000))).result())
                .isEqualTo(ToolResult.failed(
                        Fault.CALLER, "argument 'length' is 90000; expected a number from 1 to 10000"));
    }

    @Test
    void r12_binaryIsNeverStringified() {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        byte[] png = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(png, 0, bytes, 0, png.length);
        String base64 = Base64.getEncoder().encodeToString(bytes);
        Toolbox tools = toolbox(
                tool("mangled", new String(bytes, StandardCharsets.UTF_8)),
                tool("latin", new String(bytes, StandardCharsets.ISO_8859_1)),
                tool("base64", base64),
                tool("page", "A picture: <img src='data:image/png;base64," + base64 + "'> and text"),
                tool("nul", "a\0b and more text than that"));

        assertThat(text(run(tools, call("mangled")))).matches("\\[image/png of about [\\d,]+ bytes, not shown]");
        assertThat(text(run(tools, call("latin")))).matches("\\[image/png of about [\\d,]+ bytes, not shown]");
        assertThat(text(run(tools, call("base64")))).isEqualTo("[base64 of 200,001 bytes, not shown]");
        assertThat(text(run(tools, call("page"))))
                .isEqualTo("A picture: <img src='[image/png of 200,001 bytes, not shown]'> and text");
        assertThat(text(run(tools, call("nul")))).isEqualTo("a\uFFFDb and more text than that");
    }

    @Test
    void r12_whatIsFarTooLongIsKeptInPart() {
        Toolbox tools = toolbox(tool("huge", "x".repeat(50 << 20)));

        String shown = text(run(tools, call("huge")));

        assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(32 * 1024);
        assertThat(shown).contains("reads the whole (its first 8,388,608 characters)");
    }

    @Test
    void r12_aFailureOfTheWorldIsNobodysHere() {
        assertThat(run(
                                toolbox(TestTool.of(
                                        "t", thrower(new UncheckedIOException(new IOException("no route to host"))))),
                                call("t"))
                        .result())
                .isEqualTo(ToolResult.failed(Fault.WORLD, "t: java.io.IOException: no route to host"));
    }

    private static String rejoined(Toolbox tools, String reference, int length) {
        StringBuilder whole = new StringBuilder();
        while (whole.length() < length) {
            String part = text(run(tools, read(reference, Map.of("offset", whole.length(), "length", 10_000))));
            whole.append(part.substring(part.indexOf('\n') + 1));
        }
        return whole.toString();
    }

    private static ToolCall read(String reference, Map<String, Object> more) {
        Map<String, Object> arguments = new LinkedHashMap<>(more);
        arguments.put("reference", reference);
        return new ToolCall("2", ReadOutput.NAME, Arguments.of(arguments));
    }

    private static String text(Observation observed) {
        return observed.result().fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private static BiFunction<Arguments, ToolContext, ToolResult> thrower(Throwable thrown) {
        return (arguments, context) -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
    }

    private Toolbox toolbox(Tool... tools) {
        List<Tool> all = new ArrayList<>(List.of(tools));
        all.addAll(new ReadOutput().tools(ToolSettings.NONE));
        return new Toolbox(
                catalogue(all.toArray(Tool[]::new)), new FakeLending(temp), QUICK, policy(Asker.nobodyThere()));
    }
}
