package io.personaagent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToldTest {

    private final Memory memory = new Memory(
            new InMemoryStores().open(TestEpisodes.ADA),
            new LexicalProvider(),
            Lent.of(HashingEmbedder.embedder(), TestEpisodes.CLOCK));
    private final Persona persona = new Persona(
            3,
            "Rules.",
            List.of(
                    statement("walks", "Walks a lot.", "ordinary"),
                    statement("sweet", "Avoids sweet things.", "health"),
                    statement("both", "Gets up early.", "ordinary", "health"),
                    statement("hand", "Has diabetes."))); // rests on nothing: written by hand

    private static Statement statement(String id, String text, String... evidence) {
        Set<EpisodeId> ids = Arrays.stream(evidence).map(EpisodeId::new).collect(Collectors.toSet());
        return new Statement(
                id, text, Statement.Kind.FACT, new Support(0.5, ids, TestEpisodes.NOON, TestEpisodes.NOON));
    }

    private void say(String id, String said) {
        memory.retain(new Episode(
                new EpisodeId(id),
                new Occasion("s", TestEpisodes.NOON, TestEpisodes.NOON),
                new Exchange("", said, List.of(), "Noted."),
                Provenance.CHAT));
    }

    @BeforeEach
    void live() {
        say("ordinary", "I walk every day.");
        say("health", "My doctor says that I have diabetes.");
    }

    private List<String> told(Purpose purpose, String asked) {
        return Told.of(persona, memory, Use.of(purpose, asked)).statements().stream()
                .map(Statement::id)
                .toList();
    }

    @Test
    void of_aModelIsNotTold_whatRestsOnWhatItMayNotSee() {
        assertThat(told(Purpose.MODEL, "What shall I do today?")).containsExactly("walks", "hand");
        assertThat(told(Purpose.OUTSIDE, "What does my doctor say of my diabetes?"))
                .containsExactly("walks", "hand");
    }

    @Test
    void of_whoIsAskedAboutIt_orStaysInside_isTold() {
        assertThat(told(Purpose.MODEL, "What does my doctor say of my diabetes?"))
                .containsExactly("walks", "sweet", "both", "hand");
        assertThat(told(Purpose.LOCAL, "What shall I do today?")).hasSize(4);
        assertThat(Told.of(persona, memory, Use.of(Purpose.LOCAL, "Hi")).version())
                .isEqualTo(3);
    }

    @Test
    void of_whatIsSaidOfAnEpisodeLater_counts() {
        assertThat(told(Purpose.MODEL, "What shall I do today?")).contains("walks");

        memory.feedback(
                new EpisodeId("ordinary"),
                Feedback.corrected("I walk because of my diabetes; my doctor says so.", TestEpisodes.NOON));

        assertThat(told(Purpose.MODEL, "What shall I do today?")).containsExactly("hand");
    }
}
