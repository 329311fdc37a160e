package io.personaagent.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.NoticeSource;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;

/**
 * What every {@link ToolProvider} owes. Extend it, say how to make the provider, and run it:
 *
 * <pre>{@code
 * class WeatherContractTest extends ToolContract {
 *     @Override protected ToolProvider provider() { return new WeatherProvider(); }
 * }
 * }</pre>
 *
 * <p>Where a promise does not fit, override its test and disable it with the reason as text.
 */
public abstract class ToolContract {

    /** A new provider, as the host makes it. */
    protected abstract ToolProvider provider();

    /** Settings under which the tools work without anything outside the test; override it when there must be some. */
    protected ToolSettings settings() {
        return ToolSettings.NONE;
    }

    /** A new context for one call; its shelf is empty. */
    protected TestToolContext context() {
        return TestToolContext.of("contract");
    }

    /** A usable value for a parameter. The schema's type decides; override it where that is not enough. */
    protected Object sample(Tool tool, String parameter) {
        return Schema.of(tool).sample(parameter);
    }

    @Test
    protected void provider_isAPublicExtensionThatTheHostCanMake() throws ReflectiveOperationException {
        Class<?> type = provider().getClass();

        assertThat(type.isAnnotationPresent(Extension.class))
                .as("annotate %s with @org.pf4j.Extension; the host finds providers by it", type.getName())
                .isTrue();
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("make %s public", type.getName())
                .isTrue();
        assertThat(type.getConstructors())
                .as("give %s a public constructor without parameters", type.getName())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
        Constructor<?> constructor = type.getConstructor();
        assertThat(constructor.newInstance()).isInstanceOf(ToolProvider.class);
    }

    @Test
    protected void provider_isInTheIndexThatTheHostReads() {
        Class<?> type = provider().getClass();

        assertThat(ExtensionIndex.beside(type))
                .as(
                        "META-INF/extensions.idx beside %s must name it, or the host finds nothing in the jar. PF4J's annotation processor"
                                + " writes it: put pf4j on the class path of the compiler, or, where <annotationProcessorPaths> is set, add pf4j there",
                        type.getName())
                .contains(type.getName());
    }

    @Test
    protected void name_isShortLowerCaseAndStable() {
        ToolProvider provider = provider();

        assertThat(provider.name())
                .as(
                        "name() files the settings, the shelf and the workspace: use 1 to 32 of a-z, 0-9 and -, beginning with a letter")
                .matches("[a-z][a-z0-9-]{0,31}");
        assertThat(List.of(provider.name(), provider().name()))
                .as("name() must be the same on every call and for every instance; return a constant")
                .containsOnly(provider.name());
    }

    @Test
    protected void tools_areSomeAndHaveDifferentNames() {
        List<Tool> tools = tools();

        assertThat(tools)
                .as("tools() is empty; a provider has at least one tool")
                .isNotEmpty();
        assertThat(tools.stream().map(tool -> tool.spec().name()).toList())
                .as("two tools have the same name; rename one")
                .doesNotHaveDuplicates();
    }

    @Test
    protected void tools_comeInTheSameOrder() {
        ToolProvider provider = provider();
        List<String> first = names(provider.tools(settings()));

        assertThat(names(provider.tools(settings())))
                .as("tools() must give the same order each time; build a List, not a Set or a HashMap's values")
                .isEqualTo(first);
        assertThat(names(provider().tools(settings())))
                .as("tools() of a second instance must give the same order")
                .isEqualTo(first);
    }

    @Test
    protected void tools_refuseAnUnknownSetting() {
        Map<String, String> values = new LinkedHashMap<>(settings().values());
        values.put("no-such-setting", "1");

        assertThat(catchThrowable(() -> provider().tools(new ToolSettings(values))))
                .as("a slip of the pen in the settings must be told; begin tools() with settings.onlyKnowing(...)")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-setting");
    }

    @Test
    protected void spec_isTheSameOnEveryCall() {
        forEachTool(tool -> assertThat(tool.spec())
                .as(
                        "spec() of '%s' must be the same on every call; make it once",
                        tool.spec().name())
                .isEqualTo(tool.spec()));
    }

    @Test
    protected void spec_namesAreLowerCase() {
        forEachTool(tool -> assertThat(tool.spec().name())
                .as("name tools in snake_case, such as add_note; people type these names and models learn them")
                .matches("[a-z][a-z0-9_]*"));
    }

    @Test
    protected void spec_describesTheToolInASentence() {
        forEachTool(tool -> assertThat(tool.spec().description().strip())
                .as(
                        "say in a sentence what '%s' does and when to use it",
                        tool.spec().name())
                .hasSizeGreaterThan(15));
    }

    @Test
    protected void spec_describesEveryParameter() {
        forEachTool(tool -> Schema.of(tool).names().forEach(parameter -> assertThat(
                        Schema.of(tool).description(parameter))
                .as(
                        "say what parameter '%s' of '%s' means, best with an example value",
                        parameter, tool.spec().name())
                .isNotBlank()));
    }

    @Test
    protected void spec_requiresOnlyParametersThatThereAre() {
        forEachTool(tool -> assertThat(Schema.of(tool).names())
                .as(
                        "a required parameter of '%s' is not among its properties",
                        tool.spec().name())
                .containsAll(Schema.of(tool).required()));
    }

    @Test
    protected void spec_hasExamplesThatFillOnlyItsParameters() {
        forEachTool(tool -> {
            assertThat(tool.spec().examples())
                    .as(
                            "give '%s' at least one example utterance; without a model the tool is found by them",
                            tool.spec().name())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
            tool.spec().examples().forEach(example -> assertThat(Schema.of(tool).names())
                    .as(
                            "example \"%s\" of '%s' has a {name} in braces that is no parameter, or braces that do not pair",
                            example, tool.spec().name())
                    .containsAll(Schema.placeholders(example)));
        });
    }

    @Test
    protected void spec_hasExamplesWithWordsOfTheirOwn() {
        forEachTool(tool -> tool.spec().examples().forEach(example -> assertThat(Schema.literal(example))
                .as(
                        "example \"%s\" of '%s' is nothing but arguments and would fit whatever is said; add the words that ask for it",
                        example, tool.spec().name())
                .containsPattern("[\\p{L}\\p{N}]{2}")));
    }

    @Test
    protected void spec_hasAnExampleForEachRequiredParameter() {
        forEachTool(tool -> Schema.of(tool).required().forEach(parameter -> assertThat(
                        tool.spec().examples())
                .as(
                        "no example of '%s' fills its required parameter; add one with {%s} in it",
                        tool.spec().name(), parameter)
                .anyMatch(example -> Schema.placeholders(example).contains(parameter))));
    }

    @Test
    protected void spec_isExternalOnlyWithSomethingOutside() {
        forEachTool(tool -> assertThat(tool.spec().effect() == Effect.EXTERNAL
                        && !tool.spec().needs(Permission.Kind.NETWORK)
                        && !tool.spec().needs(Permission.Kind.FOLDER)
                        && !tool.spec().needs(Permission.Kind.ENVIRONMENT))
                .as(
                        "'%s' is EXTERNAL but needs no network, folder or environment; with @Traits that is what a left-out effect means."
                                + " Say effect = Effect.READ or Effect.WRITE, or declare what it needs",
                        tool.spec().name())
                .isFalse());
    }

    @Test
    protected void call_withoutARequiredArgument_namesIt() {
        forEachTool(tool -> Schema.of(tool).required().forEach(missing -> {
            Map<String, Object> values = samples(tool);
            values.remove(missing);
            TestToolContext context = context();

            assertThat(refusal(tool, Arguments.of(values), context))
                    .as(
                            "without '%s', '%s' must throw BadArgumentException or answer Failed(CALLER), with the argument's name in the"
                                    + " message; read all required arguments through Arguments before you use one, or override sample(...)",
                            missing, tool.spec().name())
                    .hasValueSatisfying(message -> assertThat(message).contains(missing));
            assertThat(context.shelf().all(""))
                    .as(
                            "a refused call of '%s' must change nothing",
                            tool.spec().name())
                    .isEmpty();
        }));
    }

    @Test
    protected void call_withAnObjectForARequiredArgument_namesIt() {
        forEachTool(tool -> Schema.of(tool).required().forEach(wrong -> {
            Map<String, Object> values = samples(tool);
            values.put(wrong, Map.of("nested", "object"));

            assertThat(refusal(tool, Arguments.of(values), context()))
                    .as(
                            "with an object as '%s', '%s' must throw BadArgumentException or answer Failed(CALLER), with the argument's name"
                                    + " in the message",
                            wrong, tool.spec().name())
                    .hasValueSatisfying(message -> assertThat(message).contains(wrong));
        }));
    }

    @Test
    protected void call_withStrangeText_endsInAResult() {
        forEachTool(tool -> Schema.of(tool)
                .texts()
                .forEach(parameter -> Schema.STRANGE_TEXTS.forEach(strange -> {
                    Map<String, Object> values = samples(tool);
                    values.put(parameter, strange);

                    assertThat(broken(tool, Arguments.of(values)))
                            .as(
                                    "with the text \"%s\" as '%s', '%s' must answer or throw BadArgumentException; any other exception is a defect",
                                    strange.length() <= 80 ? strange : strange.substring(0, 80) + "...",
                                    parameter,
                                    tool.spec().name())
                            .isEmpty();
                })));
    }

    @Test
    protected void notices_areNoneForSomebodyNew() {
        ToolProvider provider = provider();
        provider.tools(settings());

        if (provider instanceof NoticeSource source) {
            TestToolContext context = context();
            assertThat(source.notices(context))
                    .as("notices() has something to say to a person who never used the plugin")
                    .isEmpty();
        }
    }

    private List<Tool> tools() {
        return provider().tools(settings());
    }

    private void forEachTool(Consumer<Tool> check) {
        tools().forEach(check);
    }

    private Map<String, Object> samples(Tool tool) {
        Map<String, Object> values = new LinkedHashMap<>();
        Schema.of(tool).required().forEach(name -> values.put(name, sample(tool, name)));
        return values;
    }

    private static List<String> names(List<Tool> tools) {
        return tools.stream().map(tool -> tool.spec().name()).toList();
    }

    /** The message with which the call was refused as the caller's fault; empty when it was not. */
    private static Optional<String> refusal(Tool tool, Arguments arguments, TestToolContext context) {
        try {
            return tool.call(arguments, context).fold(done -> Optional.empty(), ToolContract::callersFault);
        } catch (BadArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private static Optional<String> callersFault(ToolResult.Failed failed) {
        return failed.fault() == Fault.CALLER ? Optional.of(failed.message()) : Optional.empty();
    }

    /** The exception that shows a defect; empty when the call ended as it should. */
    private Optional<RuntimeException> broken(Tool tool, Arguments arguments) {
        try {
            assertThat(tool.call(arguments, context()))
                    .as(
                            "%s answered null; a call ends in a ToolResult",
                            tool.spec().name())
                    .isNotNull();
            return Optional.empty();
        } catch (BadArgumentException refused) {
            return Optional.empty();
        } catch (RuntimeException defect) {
            return Optional.of(defect);
        }
    }
}
