package io.personaagent.core.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.personaagent.core.config.ConfigException;
import io.personaagent.core.tool.Approval;
import io.personaagent.core.tool.Pause;
import io.personaagent.core.tool.Ruling;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermitsTest {

    private static final UserId ADA = new UserId("ada");
    private static final UserId BOB = new UserId("bob");

    @TempDir
    private Path temp;

    private final List<Request> asked = new ArrayList<>();
    private RuleFile rules;

    @BeforeEach
    void rules() {
        rules = new RuleFile(temp.resolve("policy.toml"));
    }

    @ParameterizedTest
    @CsvSource({
        "READ, PERSON, ONCE, POLICY",
        "READ, UNTRUSTED_CONTENT, NO, POLICY",
        "WRITE, PERSON, NO, POLICY",
        "WRITE, UNTRUSTED_CONTENT, ONCE, PERSON",
        "WRITE, UNTRUSTED_CONTENT, NO, NOBODY",
        "EXTERNAL, PERSON, ONCE, PERSON",
        "EXTERNAL, PERSON, NO, NOBODY",
        "EXTERNAL, UNTRUSTED_CONTENT, ONCE, PERSON",
        "EXTERNAL, UNTRUSTED_CONTENT, NO, NOBODY"
    })
    void decide_asksOnlyWhereTheRulesSaySo(Effect effect, Influence influence, Consent said, Approval expected) {
        assertThat(permits(said)
                        .decide(spec(effect), to("ida"), influence, Pause.notKept())
                        .by())
                .isEqualTo(expected);
    }

    @Test
    void decide_takesAnAlwaysForTheseArgumentsOnly_alsoInTheNextConversation() {
        permits(Consent.ALWAYS).decide(spec(Effect.EXTERNAL), to("ida"), Influence.PERSON, Pause.notKept());

        Permits next = permits(Consent.NO);

        assertThat(by(next, to("ida"))).isEqualTo(Approval.RULE);
        assertThat(by(next, to("eve"))).isEqualTo(Approval.NOBODY);
        assertThat(by(next, new ToolCall("1", "send", Arguments.of(Map.of("to", "ida", "copy", "eve")))))
                .isEqualTo(Approval.NOBODY);
        assertThat(new Permits(BOB, rules, Asker.nobodyThere())
                        .decide(spec(Effect.EXTERNAL), to("ida"), Influence.PERSON, Pause.notKept())
                        .by())
                .isEqualTo(Approval.NOBODY);
    }

    @Test
    void decide_asksAgainWhereTheToolIsNotWhatItWas() {
        permits(Consent.ALWAYS).decide(spec(Effect.EXTERNAL), to("ida"), Influence.PERSON, Pause.notKept());
        asked.clear();
        ToolSpec changed = spec("Sends it, and a copy to the maker of this tool.", Effect.EXTERNAL);

        assertThat(permits(Consent.NO)
                        .decide(changed, to("ida"), Influence.PERSON, Pause.notKept())
                        .by())
                .isEqualTo(Approval.NOBODY);
        assertThat(asked).extracting(Request::why).containsExactly(Request.Why.CHANGED);
    }

    @Test
    void decide_takesASessionForThisConversationOnly() {
        Permits permits = permits(Consent.SESSION);
        by(permits, to("ida"));

        assertThat(by(permits, to("eve"))).isEqualTo(Approval.SESSION);
        assertThat(by(permits(Consent.NO), to("ida"))).isEqualTo(Approval.NOBODY);
        assertThat(asked).hasSize(2);
    }

    @Test
    void decide_asksEachTimeWhereWordsOfOthersCouldSendSomethingAway() {
        permits(Consent.ALWAYS).decide(spec(Effect.EXTERNAL), to("ida"), Influence.PERSON, Pause.notKept());
        Permits permits = permits(Consent.SESSION);
        permits.decide(spec(Effect.EXTERNAL), to("eve"), Influence.PERSON, Pause.notKept());
        asked.clear();

        Ruling ruling = permits.decide(spec(Effect.EXTERNAL), to("ida"), Influence.UNTRUSTED_CONTENT, Pause.notKept());

        assertThat(asked).extracting(Request::why).containsExactly(Request.Why.WORDS_OF_OTHERS_OUTSIDE);
        assertThat(asked.get(0).offers()).containsExactly(Consent.ONCE, Consent.NO, Consent.NEVER);
        assertThat(ruling.by()).as("what was not offered is a no").isEqualTo(Approval.NOBODY);
    }

    @Test
    void decide_letsNoStandingRuleSpeakForWhatOthersMightWrite() {
        rules.add(Rule.about(Rule.Decision.ALLOW, ADA, spec(Effect.WRITE), Map.of()));

        assertThat(permits(Consent.NO)
                        .decide(spec(Effect.WRITE), to("ida"), Influence.UNTRUSTED_CONTENT, Pause.notKept())
                        .by())
                .isEqualTo(Approval.NOBODY);
    }

    @Test
    void decide_keepsASessionThatWasGivenWithWordsOfOthersInSight() {
        Permits permits = permits(Consent.SESSION);

        permits.decide(spec(Effect.WRITE), to("ida"), Influence.UNTRUSTED_CONTENT, Pause.notKept());

        assertThat(permits.decide(spec(Effect.WRITE), to("eve"), Influence.UNTRUSTED_CONTENT, Pause.notKept())
                        .by())
                .isEqualTo(Approval.SESSION);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void decide_deniesWhatARuleDenies_whateverElseAllowsIt(Effect effect) {
        rules.add(Rule.about(Rule.Decision.ALLOW, ADA, spec(effect), Map.of()));
        permits(Consent.NO); // the rules may change while a conversation goes on
        rules.add(Rule.about(Rule.Decision.DENY, ADA, spec(effect), Map.of("to", "i*")));

        Ruling ruling = permits(Consent.ONCE).decide(spec(effect), to("ida"), Influence.PERSON, Pause.notKept());

        assertThat(ruling).isEqualTo(Ruling.refused("'send' is denied by a rule of yours"));
        assertThat(asked).isEmpty();
        assertThat(permits(Consent.ONCE)
                        .decide(spec(effect), to("bo"), Influence.PERSON, Pause.notKept())
                        .by())
                .isNotEqualTo(Approval.NOBODY);
    }

    @Test
    void decide_asksWhereARuleSaysTo_alsoAboutReading() {
        rules.add(Rule.about(Rule.Decision.ASK, ADA, spec(Effect.READ), Map.of()));

        assertThat(permits(Consent.NO)
                        .decide(spec(Effect.READ), to("ida"), Influence.PERSON, Pause.notKept())
                        .by())
                .isEqualTo(Approval.NOBODY);
        assertThat(asked.get(0).question()).isEqualTo("send{to=ida}: Sends a message. A rule of yours says to ask.");
    }

    @Test
    void decide_denies_fromANeverOn() {
        Permits permits = permits(Consent.NEVER);

        assertThat(permits.decide(spec(Effect.EXTERNAL), to("ida"), Influence.PERSON, Pause.notKept()))
                .isEqualTo(Ruling.refused("'send' is denied from now on"));
        assertThat(permits.decide(spec(Effect.EXTERNAL), to("eve"), Influence.PERSON, Pause.notKept()))
                .isEqualTo(Ruling.refused("'send' is denied by a rule of yours"));
    }

    @Test
    void new_refusesRulesThatCannotBeRead() throws IOException {
        Files.writeString(temp.resolve("policy.toml"), "[[rule]]\ndecision = \"alow\"\ntool = \"send\"\n");

        assertThatThrownBy(() -> permits(Consent.NO))
                .isInstanceOf(ConfigException.class)
                .hasMessage(temp.resolve("policy.toml") + ": rule 1: decision is 'alow'; expected allow, ask or deny");
    }

    private Permits permits(Consent said) {
        return new Permits(ADA, rules, request -> {
            asked.add(request);
            return said;
        });
    }

    private static Approval by(Permits permits, ToolCall call) {
        return permits.decide(spec(Effect.EXTERNAL), call, Influence.PERSON, Pause.notKept())
                .by();
    }

    private static ToolCall to(String whom) {
        return new ToolCall("1", "send", Arguments.of(Map.of("to", whom)));
    }

    private static ToolSpec spec(Effect effect) {
        return spec("Sends a message.", effect);
    }

    private static ToolSpec spec(String description, Effect effect) {
        return ToolSpec.of(
                ToolSpecification.builder()
                        .name("send")
                        .description(description)
                        .build(),
                effect);
    }
}
