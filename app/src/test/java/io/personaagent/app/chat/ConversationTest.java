package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.Person;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    @TempDir
    Path folder;

    private final RecordingScreen screen = new RecordingScreen();
    private Household household;
    private Person person;
    private Conversation conversation;

    @BeforeEach
    void open() {
        household = TestHome.in(folder).open();
        person = household.person(new UserId("ada"));
        conversation = new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen);
    }

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    void take_whatIsSaid_isAnsweredAndLogged() {
        assertThat(conversation.take("  I live in Tromsø. ")).isTrue();
        assertThat(conversation.take("My cat is called Ørret.")).isTrue();

        assertThat(String.join("", screen.taken())).isEqualTo("I'll remember that.\nI'll remember that.\n");
        List<Episode> logged = person.memory().episodes().latest(5);
        assertThat(logged)
                .extracting(episode -> episode.exchange().query())
                .containsExactly("My cat is called Ørret.", "I live in Tromsø.");
        assertThat(logged)
                .extracting(episode -> episode.occasion().session())
                .allMatch(session -> session.startsWith("chat-"))
                .containsOnly(logged.get(0).occasion().session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "\u2003"})
    void take_nothing_isNothing(String line) {
        assertThat(conversation.take(line)).isTrue();
        assertThat(screen.taken()).isEmpty();
        assertThat(person.memory().episodes().count()).isZero();
    }

    @Test
    void take_tooLongALine_isToldAndTheChatGoesOn() {
        assertThat(conversation.take("x".repeat(100_001))).isTrue();
        assertThat(screen.taken())
                .containsExactly(
                        "# the message has 100,001 characters, but may have 100,000; put long texts into a file and use 'memory import'");
    }

    @Test
    void quit_leaves() {
        assertThat(conversation.take("/quit")).isFalse();
        assertThat(conversation.take("/QUIT")).isFalse();
    }

    @Test
    void commandsThatNeedAnAnswer_sayThatThereIsNone() {
        for (String line : List.of("/good", "/bad", "/correct It is Oslo.", "/why", "/correct")) {
            assertThat(conversation.take(line)).isTrue();
        }

        assertThat(screen.taken())
                .containsExactly(
                        "# There is no answer yet to judge.",
                        "# There is no answer yet to judge.",
                        "# There is no answer yet to judge.",
                        "# There is no answer yet to say why of.",
                        "# a correction needs the right answer as text");
    }

    @Test
    void feedback_isOfTheLastAnswer() {
        conversation.take("I live in Oslo.");
        conversation.take("Where do I live?");
        screen.taken();

        conversation.take("/good");
        conversation.take("/bad");
        conversation.take("/correct");
        conversation.take("/correct I moved to Bergen.");

        assertThat(screen.taken())
                .containsExactly(
                        "# Good to know.",
                        "# Noted. '/correct TEXT' tells me what would have been right.",
                        "# a correction needs the right answer as text",
                        "# Noted; I will go by that.");
        Episode judged = person.memory().episodes().latest(1).get(0);
        assertThat(judged.exchange().query()).isEqualTo("Where do I live?");
        assertThat(judged.feedback())
                .extracting(Feedback::verdict)
                .containsExactly(Feedback.Verdict.GOOD, Feedback.Verdict.BAD, Feedback.Verdict.CORRECTED);
    }

    @Test
    void why_saysWhatTheAnswerCameFrom() {
        conversation.take("I live in Oslo.");
        String told = person.memory().episodes().latest(1).get(0).id().value();
        conversation.take("Where do I live?");
        screen.taken();
        conversation.take("/why");
        assertThat(screen.taken())
                .containsExactly(
                        "> Decided by: reflex, with version 1 of your persona.%nNothing of your persona decided this.%nNothing was recalled.%nNo tool was used."
                                .formatted(),
                        "> Said in this conversation: %s  2026-11-20 12:00  I live in Oslo.".formatted(told));

        Conversation later =
                new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen);
        later.take("Where do I live?");
        screen.taken();
        later.take("/why");
        assertThat(screen.taken())
                .singleElement()
                .asString()
                .contains("-> 2026-11-20 12:00  you said: \"I live in Oslo.\"", "lexical", "from " + told)
                .endsWith("No tool was used.");
    }

    @Test
    void memory_showsTheLatestOrWhatFits() {
        conversation.take("/memory");
        assertThat(screen.taken()).containsExactly("# Nothing is remembered yet.");
        conversation.take("I live in Oslo.");
        screen.taken();

        conversation.take("/memory");
        conversation.take("/memory Oslo");
        conversation.take("/memory xylophone");

        List<String> shown = screen.taken();
        assertThat(shown.get(0)).startsWith("> ").endsWith("  2026-11-20 12:00  I live in Oslo.");
        assertThat(shown.get(1)).isEqualTo("# 1 of 1 episodes; '/memory WORDS' searches them.");
        assertThat(shown.get(2)).startsWith("> 2026-11-20 12:00  you said: \"I live in Oslo.\"");
        assertThat(shown.get(3)).isEqualTo("# Nothing in memory fits that.");
    }

    @Test
    void persona_help_andUnknownCommands() {
        conversation.take("/persona");
        assertThat(screen.taken()).singleElement().asString().startsWith("> You are a personal assistant.");
        conversation.take("/help");
        assertThat(screen.taken()).hasSameSizeAs(SlashCommand.names());
        conversation.take("/halp");
        assertThat(screen.taken()).containsExactly("# there is no command '/halp'; did you mean '/help'?");
        conversation.take("/reflex");
        assertThat(screen.taken()).containsExactly("# No model is in use.");
        assertThat(conversation.cancel()).isFalse();
    }
}
