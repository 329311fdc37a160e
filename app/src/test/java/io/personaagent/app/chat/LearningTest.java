package io.personaagent.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.TestHome;
import io.personaagent.core.Person;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.wiring.Household;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.tools.UserId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who gives comedies 5 and horror films 2 talks while that is learned. */
@Timeout(120)
class LearningTest {

    @TempDir
    Path folder;

    private final RecordingScreen screen = new RecordingScreen();
    private Household household;
    private Person person;
    private Conversation conversation;

    @BeforeEach
    void open() {
        household = TestHome.in(folder).configured("[align]\nevery = 12\n").open();
        person = household.person(new UserId("ada"));
        conversation = new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen)
                .keptBy(household.keep(person, "a chat"));
    }

    @AfterEach
    void close() {
        household.close();
    }

    private void rated(int films) {
        for (int film = 1; film <= films; film++) {
            EpisodeId id = new EpisodeId("e" + film);
            Instant then = TestHome.NOON.minusSeconds(100 - film);
            String asked =
                    "How would I rate Film %d (1990). Genres: %s?".formatted(film, film % 2 == 0 ? "Comedy" : "Horror");
            person.memory()
                    .retain(new Episode(
                            id,
                            new Occasion("s", then, then),
                            new Exchange("", asked, List.of(), "3"),
                            Provenance.CHAT));
            person.memory().feedback(id, Feedback.corrected(film % 2 == 0 ? "5" : "2", then));
        }
    }

    /** What is told unasked, as soon as it is. */
    private String awaited() {
        List<String> taken = screen.taken();
        while (taken.isEmpty()) {
            Thread.onSpinWait();
            conversation.notices();
            taken = screen.taken();
        }
        return taken.get(0);
    }

    private List<String> after(String line) {
        screen.taken();
        conversation.take(line);
        return screen.taken();
    }

    @Test
    void aVersionThatCameIntoForce_isTold_andWhyExplainsIt() {
        rated(12);
        after("I live in Oslo.");

        String told = awaited();
        List<String> why = after("/why");

        assertThat(told)
                .startsWith("> Version 2 of your persona is in force: loss 0.")
                .endsWith(" it had not seen (/why 2)");
        assertThat(why.get(0)).matches("> 2  2026-11-20 12:00\\S*  aligned: loss .* it had not seen");
        assertThat(why).anyMatch(line -> line.startsWith(">   + [rates-topic-comedy] Rates Comedy "));
        assertThat(why).contains("> rests on:").anyMatch(line -> line.contains("Genres: Comedy?"));
    }

    @Test
    void why_onceExplained_isOfTheLastAnswerAgain() {
        rated(12);
        after("I live in Oslo.");
        awaited();
        List<String> ofTheVersion = after("/why");
        List<String> ofTheAnswer = after("/why");

        assertThat(ofTheAnswer).isNotEmpty().noneMatch(line -> line.contains("aligned: "));
        assertThat(after("/why 2")).isEqualTo(ofTheVersion);
    }

    @Test
    void why_ofAVersionThatIsNone_saysSo() {
        conversation.take("/why 9");
        conversation.take("/why tea");

        assertThat(screen.taken())
                .containsExactly(
                        "# there is no version 9; there is only version 1",
                        "# 'tea' is no version; /why 2 says why version 2 of your persona is there");
    }

    @Test
    void align_tellsWhatCameOfIt() {
        assertThat(after("/align"))
                .first()
                .isEqualTo("# I look at what you corrected, in the background; what comes of it is told here.");
        assertThat(awaited())
                .isEqualTo(
                        "> Version 1 of your persona stays: there are 0 answers of which it is known what was wanted, but it takes 2: one to learn from and one to judge");
    }

    @Test
    void align_stop_andWhatIsNotKnown() {
        conversation.take("/align stop");
        conversation.take("/align now");

        assertThat(screen.taken())
                .containsExactly(
                        "# Nothing is going on; nothing will be begun until you say /align.",
                        "# 'now' is not known; there are /align and /align stop");
    }

    @Test
    void align_whereNobodyKeepsThePersona_saysWhatDoes() {
        Conversation alone =
                new Conversation(person, household.serve(person, Asker.nobodyThere()), household.ids(), screen);

        alone.take("/align");

        assertThat(screen.taken())
                .containsExactly("# Nobody aligns in the background here; 'personaagent align' does it.");
    }
}
