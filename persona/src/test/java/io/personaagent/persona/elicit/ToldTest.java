package io.personaagent.persona.elicit;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ASK = "I don't know you well enough to say. Do you like Horror?";

    private static Episode episode(int second, String query, String reply, String... tags) {
        return episode(Trust.TRUSTED, second, query, reply, tags);
    }

    private static Episode episode(Trust trust, int second, String query, String reply, String... tags) {
        Instant then = NOON.plusSeconds(second);
        return new Episode(
                new EpisodeId("e" + second),
                new Occasion("s", then, then),
                new Exchange("", query, List.of(), reply),
                new Provenance(Origin.USER, trust, Sensitivity.ORDINARY, Set.of(tags)));
    }

    private static Episode asked(String... moreTags) {
        String[] tags = new String[moreTags.length + 1];
        System.arraycopy(moreTags, 0, tags, 0, moreTags.length);
        tags[moreTags.length] = Told.ASKED_TAG;
        return episode(1, "Should I watch Alien or Airplane?", ASK, tags);
    }

    private static List<String> told(Episode... episodes) {
        return Told.in(List.of(episodes)).stream()
                .map(each -> "%s %s %s".formatted(each.episode(), each.stance(), each.object()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Yes, e2 FOR horror",
        "yes! very much, e2 FOR horror",
        "No., e2 AGAINST horror",
        "Not really, e2 AGAINST horror",
        "Airplane, e2 FOR airplane",
        "I hate horror films., e2 AGAINST horror films"
    })
    void in_takesTheAnswerToAQuestion_asWhatThePersonSays(String answer, String told) {
        assertThat(told(asked(), episode(2, answer, "All right."))).containsExactly(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No idea.",
                "I don't know",
                "What is the time?",
                "neither Alien nor Airplane",
                "Alien or Airplane"
            })
    void in_takesNothingElse(String answer) {
        assertThat(told(asked(), episode(2, answer, "All right."))).isEmpty();
    }

    @Test
    void in_takesAnAnswerOnlyRightAfterTheQuestion_andOnlyWhereItWasTheProgramsOwn() {
        assertThat(told(episode(1, "Hi", ASK), episode(2, "Yes", ""))).isEmpty();
        assertThat(told(asked(), episode(2, "Hello", ""), episode(3, "Yes", "")))
                .isEmpty();
        assertThat(told(asked(Provenance.UNTRUSTED_INFLUENCE), episode(2, "Yes", "")))
                .isEmpty();
        assertThat(told(asked(), episode(Trust.UNTRUSTED, 2, "I love horror.", "")))
                .isEmpty();
    }

    @Test
    void in_takesACorrectedAnswer_once() {
        Episode question = episode(1, "Do I like horror films?", "I don't know that yet.");
        Episode corrected = question.with(Feedback.corrected("No", NOON.plusSeconds(9)));

        assertThat(told(question, corrected, corrected)).containsExactly("e1 AGAINST horror films");
        assertThat(told(episode(1, "Do I hate jazz?", "").with(Feedback.corrected("Yes", NOON))))
                .containsExactly("e1 AGAINST jazz");
    }

    @Test
    void in_keepsTheAnswer_whenTheEpisodeComesAgainWithFeedback() {
        Episode yes = episode(2, "Yes", "Alien.");

        assertThat(told(asked(), yes, yes.with(Feedback.corrected("Airplane", NOON.plusSeconds(9)))))
                .containsExactly("e2 FOR horror");
    }
}
