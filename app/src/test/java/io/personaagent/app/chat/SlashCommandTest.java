package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlashCommandTest {

    @Test
    void parse_takesTheNameInAnyCase_andTheRestAsItIs() {
        assertThat(SlashCommand.parse("/good")).contains(new SlashCommand.Call(SlashCommand.GOOD, ""));
        assertThat(SlashCommand.parse("/GOOD")).contains(new SlashCommand.Call(SlashCommand.GOOD, ""));
        assertThat(SlashCommand.parse("/correct  在 奥斯陆。 "))
                .contains(new SlashCommand.Call(SlashCommand.CORRECT, "在 奥斯陆。"));
        assertThat(SlashCommand.parse("/correct one\ntwo"))
                .contains(new SlashCommand.Call(SlashCommand.CORRECT, "one\ntwo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "/etc/hosts is odd", "/", "//", "/2 of it", "a /good", "/é"})
    void parse_whatIsSaidToTheAgent_isNoCommand(String line) {
        assertThat(SlashCommand.parse(line)).isEqualTo(Optional.empty());
    }

    @Test
    void parse_anUnknownCommand_getsASuggestion() {
        assertThat(SlashCommand.parse("/goood now"))
                .contains(new SlashCommand.Call(
                        SlashCommand.UNKNOWN, "there is no command '/goood'; did you mean '/good'?"));
        assertThat(SlashCommand.parse("/xylophone"))
                .contains(
                        new SlashCommand.Call(
                                SlashCommand.UNKNOWN,
                                "there is no command '/xylophone'; there are: /help /good /bad /correct /rate /choose /confirm /why /persona /align /memory /undo /usage /reflex /quit"));
        assertThat(SlashCommand.parse("/unknown"))
                .map(SlashCommand.Call::command)
                .contains(SlashCommand.UNKNOWN);
    }

    @Test
    void help_namesEveryCommandThatCanBeTyped() {
        assertThat(SlashCommand.help()).hasSameSizeAs(SlashCommand.names());
        assertThat(SlashCommand.help()).first().isEqualTo("  /help              shows this");
        assertThat(SlashCommand.help()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    }
}
