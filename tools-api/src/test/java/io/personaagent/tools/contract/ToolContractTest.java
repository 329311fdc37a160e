package io.personaagent.tools.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.NoticeSource;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;

/** Each promise of the contract is broken once, to see that it is noticed and that the author is told what to do. */
class ToolContractTest {

    /** Keeps everything but the index, which the annotation processor writes only in the build of a plugin. */
    @Extension
    public static final class Good implements ToolProvider {
        @Override
        public String name() {
            return "good";
        }

        @Override
        public List<Tool> tools(ToolSettings settings) {
            settings.onlyKnowing();
            return List.of(echo("say {text}"));
        }
    }

    private record Provider(String name, List<Tool> made) implements ToolProvider, NoticeSource {
        @Override
        public List<Tool> tools(ToolSettings settings) {
            Collections.rotate(made, 1);
            return List.copyOf(made);
        }

        @Override
        public List<String> notices(ToolContext context) {
            return List.of("Buy our other plugins!");
        }
    }

    private record Made(ToolSpec spec, BiFunction<Arguments, ToolContext, ToolResult> work) implements Tool {
        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            return work.apply(arguments, context);
        }
    }

    @Test
    void contract_isKeptByAGoodProvider() {
        ToolContract contract = contractOf(new Good());

        assertThatCode(() -> {
                    contract.provider_isAPublicExtensionThatTheHostCanMake();
                    contract.name_isShortLowerCaseAndStable();
                    contract.tools_areSomeAndHaveDifferentNames();
                    contract.tools_comeInTheSameOrder();
                    contract.tools_refuseAnUnknownSetting();
                    contract.spec_isTheSameOnEveryCall();
                    contract.spec_hasExamplesThatFillOnlyItsParameters();
                    contract.call_withoutARequiredArgument_namesIt();
                    contract.call_withAnObjectForARequiredArgument_namesIt();
                    contract.call_withStrangeText_endsInAResult();
                    contract.notices_areNoneForSomebodyNew();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void contract_noticesAProviderThatTheHostCannotFind() {
        noticed(contractOf(new Good())::provider_isInTheIndexThatTheHostReads, "add pf4j there");
        noticed(broken()::provider_isAPublicExtensionThatTheHostCanMake, "with @org.pf4j.Extension");
    }

    @Test
    void contract_noticesNamesAndOrder() {
        noticed(
                contractOf(new Provider("My Plugin", new ArrayList<>()))::name_isShortLowerCaseAndStable,
                "use 1 to 32 of a-z");
        noticed(broken()::tools_areSomeAndHaveDifferentNames, "tools() is empty");
        noticed(broken(echo("say {text}"), echo("tell {text}"))::tools_areSomeAndHaveDifferentNames, "rename one");
        noticed(
                broken(echo("say {text}"), tool("other", "say {text}", ToolContractTest::repeat))
                        ::tools_comeInTheSameOrder,
                "tools() must give the same order each time");
        noticed(broken(tool("Echo", "say {text}", ToolContractTest::repeat))::spec_namesAreLowerCase, "snake_case");
    }

    @Test
    void contract_noticesWhatIsIgnoredAndWhatIsUnasked() {
        noticed(broken(echo("say {text}"))::tools_refuseAnUnknownSetting, "settings.onlyKnowing");
        noticed(broken(echo("say {text}"))::notices_areNoneForSomebodyNew, "never used the plugin");
    }

    @Test
    void contract_noticesExamplesThatDoNotFit() {
        noticed(broken(echo("say {word}"))::spec_hasExamplesThatFillOnlyItsParameters, "is no parameter");
        noticed(broken(echo("say {text"))::spec_hasExamplesThatFillOnlyItsParameters, "braces that do not pair");
        noticed(broken(echo("{text}?"))::spec_hasExamplesWithWordsOfTheirOwn, "add the words that ask for it");
        noticed(broken(echo("say it"))::spec_hasAnExampleForEachRequiredParameter, "add one with {text} in it");
    }

    @Test
    void contract_noticesMissingDescriptionsAndNeeds() {
        ToolSpecification function = ToolSpecification.builder()
                .name("echo")
                .description("Echo.")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("text")
                        .required("text", "volume")
                        .build())
                .build();
        ToolContract contract =
                broken(new Made(ToolSpec.of(function, Effect.EXTERNAL, "say {text}"), ToolContractTest::repeat));

        noticed(contract::spec_describesTheToolInASentence, "what 'echo' does and when to use it");
        noticed(contract::spec_describesEveryParameter, "say what parameter 'text' of 'echo' means");
        noticed(contract::spec_requiresOnlyParametersThatThereAre, "not among its properties");
        noticed(contract::spec_isExternalOnlyWithSomethingOutside, "Say effect = Effect.READ");
    }

    @Test
    void contract_noticesCallsThatEndBadly() {
        ToolContract contract = broken(tool(
                "echo",
                "say {text}",
                (arguments, context) -> ToolResult.done(
                        String.valueOf(arguments.asMap().get("text")).substring(1))));

        noticed(contract::call_withoutARequiredArgument_namesIt, "read all required arguments through Arguments");
        noticed(contract::call_withAnObjectForARequiredArgument_namesIt, "with an object as 'text'");
        noticed(contract::call_withStrangeText_endsInAResult, "any other exception is a defect");
    }

    @Test
    void contract_noticesARefusedCallThatChangedSomething() {
        Tool hasty = tool("echo", "say {text}", (arguments, context) -> {
            context.shelf().put("called", "yes");
            return ToolResult.done(arguments.text("text"));
        });

        noticed(broken(hasty)::call_withoutARequiredArgument_namesIt, "a refused call of 'echo' must change nothing");
    }

    private interface Check {
        void run() throws ReflectiveOperationException;
    }

    private static void noticed(Check check, String advice) {
        assertThatThrownBy(check::run).isInstanceOf(AssertionError.class).hasMessageContaining(advice);
    }

    private static ToolContract broken(Tool... tools) {
        return contractOf(new Provider("broken", new ArrayList<>(List.of(tools))));
    }

    private static ToolContract contractOf(ToolProvider provider) {
        return new ToolContract() {
            @Override
            protected ToolProvider provider() {
                return provider;
            }
        };
    }

    static ToolResult repeat(Arguments arguments, ToolContext context) {
        return ToolResult.done(arguments.text("text") + (context.deadline().over() ? "..." : ""));
    }

    private static Tool echo(String example) {
        return tool("echo", example, ToolContractTest::repeat);
    }

    private static Tool tool(String name, String example, BiFunction<Arguments, ToolContext, ToolResult> work) {
        ToolSpecification function = ToolSpecification.builder()
                .name(name)
                .description("Repeats a text word for word.")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("text", "what to repeat")
                        .required("text")
                        .build())
                .build();
        return new Made(ToolSpec.of(function, Effect.READ, example), work);
    }
}
