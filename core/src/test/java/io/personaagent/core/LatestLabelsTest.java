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
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Use;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatestLabelsTest {

    private static final Instant NOW = TestEpisodes.NOON;

    private final Memory memory = new Memory(
            new InMemoryStores().open(TestEpisodes.ADA),
            new LexicalProvider(),
            Lent.of(HashingEmbedder.embedder(), TestEpisodes.CLOCK));

    private void ask(String id, String session, String query, Trust trust) {
        memory.retain(new Episode(
                new EpisodeId(id),
                new Occasion(session, NOW, NOW),
                new Exchange("", query, List.of(), "3"),
                new Provenance(Origin.USER, trust, Sensitivity.ORDINARY, Set.of())));
    }

    private void correct(String id, String truth) {
        memory.feedback(new EpisodeId(id), Feedback.corrected(truth, NOW));
    }

    private List<String> brought(Purpose purpose, String... hidden) {
        Set<String> unseen = Set.of(hidden);
        return new LatestLabels(memory, Use.of(purpose, "How would I rate Jaws?"), id -> unseen.contains(id.value()))
                .behind(List.of()).stream()
                        .map(each -> each.source().evidence().get(0) + " " + each.text())
                        .toList();
    }

    @Test
    void behind_bringsQuestionAndLabel_ofWhateverSession_theNewestFirst() {
        ask("a", "yesterday", "How would I rate Alien?", Trust.TRUSTED);
        ask("b", "today", "How would I rate Brazil?", Trust.TRUSTED);
        ask("c", "today", "How would I rate Cabaret?", Trust.TRUSTED);
        correct("b", "4");
        correct("a", "5");

        assertThat(brought(Purpose.LOCAL))
                .containsExactly("a How would I rate Alien?", "a 5", "b How would I rate Brazil?", "b 4");
        assertThat(brought(Purpose.LOCAL, "a")).containsExactly("b How would I rate Brazil?", "b 4");
    }

    @Test
    void behind_keepsWhatWasRecalled_before() {
        ask("a", "s", "How would I rate Alien?", Trust.TRUSTED);
        correct("a", "5");
        LatestLabels labels = new LatestLabels(memory, Use.of(Purpose.LOCAL, "?"), id -> false);
        List<Recollection> first = labels.behind(List.of()).subList(1, 2);

        List<Recollection> all = labels.behind(first);

        assertThat(all).hasSize(3).startsWith(first.get(0));
        assertThat(all.get(1).source().kind()).isEqualTo(Source.Kind.QUESTION);
    }

    @Test
    void behind_bringsNoWordsOfOthers_andNoThumbs() {
        ask("others", "s", "How would I rate Alien?", Trust.UNTRUSTED);
        correct("others", "5");
        ask("thumb", "s", "How would I rate Brazil?", Trust.TRUSTED);
        memory.feedback(new EpisodeId("thumb"), Feedback.good(NOW));

        assertThat(brought(Purpose.LOCAL)).isEmpty();
    }

    @Test
    void behind_bringsToAModelNothingThatItMayNotSee() {
        ask("health", "s", "How would I rate my diabetes doctor?", Trust.TRUSTED);
        correct("health", "5");

        assertThat(brought(Purpose.LOCAL)).hasSize(2);
        assertThat(brought(Purpose.MODEL)).isEmpty();
    }

    @Test
    void behind_bringsTheNewestOfManyOnly() {
        for (int number = 0; number < 70; number++) {
            ask("e" + number, "s", "How would I rate Film%d?".formatted(number), Trust.TRUSTED);
            correct("e" + number, "4");
        }

        assertThat(brought(Purpose.LOCAL))
                .hasSize(120)
                .startsWith("e69 How would I rate Film69?")
                .endsWith("e10 4");
    }
}
