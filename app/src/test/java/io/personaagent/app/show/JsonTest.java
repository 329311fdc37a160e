package io.personaagent.app.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void of_aCall_writesNumbersAsTheyWereSaid() {
        ToolCall call = new ToolCall("1", "percent_of", Arguments.of(Map.of("amount", new BigDecimal("100"))));

        assertThat(Json.of(new Observation(call, ToolResult.done("12"), Duration.ofMillis(3), "policy")))
                .hasToString(
                        """
                        {"id":"1","tool":"percent_of","arguments":{"amount":100},"result":"12","tookMs":3,"approvedBy":"policy"}""");
    }

    @Test
    void of_aCallThatFailed_saysWhoCanMendIt() {
        ToolCall call = new ToolCall("1", "wiki", Arguments.NONE);

        assertThat(Json.of(new Observation(call, ToolResult.failed(Fault.WORLD, "away"), Duration.ZERO, "policy")))
                .hasToString(
                        """
                        {"id":"1","tool":"wiki","arguments":{},"error":"away","fault":"world","tookMs":0,"approvedBy":"policy"}""");
    }

    @Test
    void of_aCallWithReasons_saysWhatDecidedWhichArgument() {
        Ground ground = new Ground(Ground.Kind.STATEMENT, "units-1");
        Because because = new Because(List.of(new Because.Reason("unit", ground, true)), 1);
        ToolCall call = new ToolCall("1", "convert", Arguments.of(Map.of("unit", "km")), because);

        assertThat(Json.of(call))
                .hasToString(
                        """
                        {"id":"1","tool":"convert","arguments":{"unit":"km"},"because":[{"argument":"unit","source":"statement","id":"units-1","confirmed":true}]}""");
    }
}
