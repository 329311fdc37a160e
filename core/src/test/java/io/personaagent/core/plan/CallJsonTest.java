package io.personaagent.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.json.ModelJson;
import io.personaagent.memory.json.UnreadableException;
import io.personaagent.tools.Arguments;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallJsonTest {

    private final CallJson json = new CallJson();

    @ParameterizedTest
    @MethodSource("broken")
    void arguments_areMended(String written, Map<String, Object> meant) throws Exception {
        assertThat(json.arguments(written)).isEqualTo(Arguments.of(meant));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> broken() {
        return Stream.of(
                mended("{\"text\": \"milk\",}", Map.of("text", "milk")),
                mended("{'text': 'milk'}", Map.of("text", "milk")),
                mended(
                        "{'text': 'say \"hi\"', 'done': True, 'list': [1, 2, ], 'x': None}",
                        Map.of("text", "say \"hi\"", "done", true, "list", java.util.List.of(1, 2))),
                mended("{'text': 'Ada\\'s tea'}", Map.of("text", "Ada's tea")),
                mended("```json\n{\"text\": \"milk\"}\n```", Map.of("text", "milk")),
                mended("```\n{'text': 'milk',}```", Map.of("text", "milk")),
                mended("{\"text\": \"two\nlines\tand a tab\"}", Map.of("text", "two\nlines\tand a tab")),
                mended("{“text”: “牛奶, الحليب”}", Map.of("text", "牛奶, الحليب")),
                mended("{\"text\": \"True, None, don't\",}", Map.of("text", "True, None, don't")),
                mended("{text: 'milk', how_many : 2}", Map.of("text", "milk", "how_many", 2)),
                mended(" ", Map.of()));
    }

    private static org.junit.jupiter.params.provider.Arguments mended(String written, Map<String, Object> meant) {
        return org.junit.jupiter.params.provider.Arguments.of(written, meant);
    }

    @Test
    void arguments_thatCannotBeMended_areRefused() {
        assertThatThrownBy(() -> json.arguments("{\"text\": \"mil"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("they are not valid JSON: Unexpected end-of-input");
        assertThatThrownBy(() -> json.arguments("[1]")).hasMessage("they are a JSON array, but must be a JSON object");
        assertThatThrownBy(() -> json.arguments("\"milk\""))
                .hasMessage("they are a JSON string, but must be a JSON object");
    }

    @Test
    void arguments_areBounded() {
        assertThatThrownBy(() -> json.arguments("{\"a\":".repeat(33) + "1" + "}".repeat(33)))
                .hasMessageContaining("nesting depth (33) exceeds the maximum allowed (32");
        assertThatThrownBy(() -> json.arguments("{\"a\":\"" + "x".repeat(ModelJson.MAX_LENGTH) + "\"}"))
                .hasMessage("they have 131,080 characters, but may have 131,072");
        assertThatThrownBy(() -> json.arguments("{\"a\":1,\"a\":2}"))
                .hasMessage("they are not valid JSON: Duplicate field 'a'");
    }
}
