package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.Person;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.persona.align.Label.Kind;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Labels;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingTest {

    @TempDir
    Path folder;

    private final RecordingScreen screen = new RecordingScreen();
    private Household household;
    private Person person;
    private Judging judging;

    @BeforeEach
    void open() {
        household = TestHome.in(folder).open();
        person = household.person(new UserId("ada"));
        judging = new Judging(person, household.ids(), "s", screen);
    }

    @AfterEach
    void close() {
        household.close();
    }

    private void answered(String id, String query, String reply) {
        person.memory()
                .retain(new Episode(
                        new EpisodeId(id),
                        new Occasion("s", TestHome.NOON, TestHome.NOON),
                        new Exchange("", query, List.of(), reply),
                        Provenance.CHAT));
        judging.answered(query, new EpisodeId(id));
    }

    private List<Labelled> labels() {
        return Labels.in(person.memory().episodes()).newestFirst();
    }

    @Test
    void rate_marksWhatWasAskedAbout() {
        answered("e1", "How would I rate Alien?", "3, going by how you rate.");

        judging.take(SlashCommand.RATE, "4/5");

        assertThat(screen.taken()).containsExactly("# Noted; I will go by that.");
        assertThat(labels()).extracting(Labelled::truth).containsExactly("4");
    }

    @Test
    void rate_withAThing_isAMarkOfItsOwn() {
        judging.take(SlashCommand.RATE, "8/10 Alien (1979)");

        assertThat(screen.taken()).containsExactly("# Noted: 8/10 for Alien (1979).");
        assertThat(labels()).singleElement().satisfies(each -> {
            assertThat(each.query()).isEqualTo("How would I rate Alien (1979) out of 10?");
            assertThat(each.label().kind()).isEqualTo(Kind.RATING);
        });
    }

    @Test
    void choose_takesALetter() {
        answered("e1", "Book a table", "The Blue Door or Chez Ida?");

        assertThatThrownBy(() -> judging.take(SlashCommand.CHOOSE, "C"))
                .hasMessage("'C' was not offered; there were: A The Blue Door, B Chez Ida");
        judging.take(SlashCommand.CHOOSE, "b");

        assertThat(screen.taken()).containsExactly("# Noted; I will go by that.");
        assertThat(labels()).extracting(Labelled::truth).containsExactly("Chez Ida");
    }

    @Test
    void confirm_countsForTheAnswerBefore_once() {
        answered("e1", "Book the usual table", "Booked at Chez Ida.");
        answered("e2", "No, I meant the Blue Door", "I see.");

        assertThat(labels()).isEmpty();
        judging.take(SlashCommand.CONFIRM, "");
        judging.take(SlashCommand.CONFIRM, "");

        assertThat(screen.taken())
                .containsExactly(
                        "# Should the answer before have been \"the Blue Door\"? It counts once you say /confirm.",
                        "# Noted; I will go by that.",
                        "# There is nothing to confirm.");
        assertThat(labels()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(new EpisodeId("e1"));
            assertThat(each.label().kind()).isEqualTo(Kind.INFERRED);
        });
    }

    @Test
    void confirm_isOfTheLastMessageOnly() {
        answered("e1", "Book the usual table", "Booked at Chez Ida.");
        answered("e2", "No, I meant the Blue Door", "I see.");
        answered("e3", "Never mind", "Well.");
        screen.taken();

        judging.take(SlashCommand.CONFIRM, "");

        assertThat(screen.taken()).containsExactly("# There is nothing to confirm.");
        assertThat(labels()).isEmpty();
    }

    @Test
    void withoutAnAnswer_thereIsNothingToJudge() {
        judging.take(SlashCommand.CHOOSE, "A");
        judging.take(SlashCommand.RATE, "4");

        assertThat(screen.taken())
                .containsExactly("# There is no answer yet to judge.", "# There is no answer yet to judge.");
    }
}
