package io.personaagent.memory.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

    @TempDir
    Path folder;

    private void own(String id, String text) throws IOException {
        Files.writeString(folder.resolve(id + ".txt"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "align-gradient",
                "align-rewrite",
                "align-repair",
                "plan",
                "plan-questions",
                "predict-answer",
                "predict-profile",
                "profile-summary",
                "profile-repair"
            })
    void find_withoutAFileOfThePerson_isTheShippedOne(String id) {
        Prompt prompt = new Prompts(folder.resolve("not-there")).find(id);

        assertThat(prompt).isEqualTo(Prompts.shipped(id));
        assertThat(prompt.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void find_takesThePersonsOwn_withAHashOfItsOwn() throws IOException {
        own("align-repair", "Mend it.\r\n---\r\n{{problem}} {{reply}}\r\n");

        Prompt prompt = new Prompts(folder).find("align-repair");

        assertThat(prompt.fill(Map.of("problem", "broken", "reply", "{{problem}} $1")))
                .isEqualTo(new Prompt.Filled("Mend it.", "broken {{problem}} $1"));
        assertThat(prompt.hash()).isNotEqualTo(Prompts.shipped("align-repair").hash());
    }

    @Test
    void find_saysWhatIsWrongWithThePersonsOwn() throws IOException {
        Path file = folder.resolve("align-repair.txt");
        own("align-repair", "Mend it.\n---\n{{reply}}\n");
        assertThatThrownBy(() -> new Prompts(folder).find("align-repair"))
                .hasMessage("%s must have the places [problem, reply] and no others; it lacks [problem]", file);

        own("align-repair", "Mend it.\n---\n{{reply}} {{problem}} {{weather}}\n");
        assertThatThrownBy(() -> new Prompts(folder).find("align-repair"))
                .hasMessage("%s must have the places [problem, reply] and no others; it has also [weather]", file);

        own("align-repair", "{{reply}} {{problem}}\n");
        assertThatThrownBy(() -> new Prompts(folder).find("align-repair"))
                .hasMessage(
                        "prompt 'align-repair' must have one line '---', between what the system says and what is asked");

        own("align-repair", "x".repeat(64 * 1024 + 1));
        assertThatThrownBy(() -> new Prompts(folder).find("align-repair"))
                .hasMessage("%s has 65,537 bytes, but may have 65,536", file);
    }

    @Test
    void fill_withoutAValue_isRefused() {
        assertThatThrownBy(() -> Prompts.shipped("align-repair").fill(Map.of("reply", "x")))
                .hasMessage("prompt 'align-repair' has a place {{problem}}, but there are only [reply]");
    }

    @Test
    void fill_leavesWhatIsFilledInAsItIs() {
        Prompt prompt = new Prompt("x", "\n a {{b}} \n---\n\n{{c}}\n");

        assertThat(prompt.fill(Map.of("b", " {{c}} ", "c", "\n said \n")))
                .isEqualTo(new Prompt.Filled("a  {{c}} ", "\n said \n"));
    }
}
