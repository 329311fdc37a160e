package io.personaagent.core.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Effect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyApprovalsTest {

    @ParameterizedTest
    @CsvSource({
        "READ, PERSON, true, POLICY",
        "READ, UNTRUSTED_CONTENT, false, POLICY",
        "WRITE, PERSON, false, POLICY",
        "WRITE, UNTRUSTED_CONTENT, true, PERSON",
        "WRITE, UNTRUSTED_CONTENT, false, NOBODY",
        "EXTERNAL, PERSON, true, PERSON",
        "EXTERNAL, PERSON, false, NOBODY",
        "EXTERNAL, UNTRUSTED_CONTENT, true, PERSON",
        "EXTERNAL, UNTRUSTED_CONTENT, false, NOBODY"
    })
    void decide_asksOnlyWhereTheRulesSaySo(Effect effect, Influence influence, boolean yes, Approval expected) {
        Approvals approvals = new PolicyApprovals((spec, call) -> yes);
        ToolCall call = new ToolCall("1", "t", Arguments.NONE);

        assertThat(approvals.decide(
                        TestTool.spec("t", effect, JsonObjectSchema.builder().build()), call, influence))
                .isEqualTo(expected);
    }
}
