package io.personaagent.memory.episodic;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.LentContext;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant WEDNESDAY = Instant.parse("2023-05-24T10:00:00Z");

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final MemoryBackend backend = new EpisodicSemanticProvider()
            .open(new LentContext(store, EpisodicSemanticProvider.NAME, HashingEmbedder.embedder()));

    @Test
    void recall_whatWasSaidInTheTime_goesFirst() {
        keep("old", "2023-03-10T10:00:00Z", "I baked bread with rye flour");
        keep("then", "2023-05-16T10:00:00Z", "I baked bread with spelt flour");
        keep("new", "2023-05-24T09:00:00Z", "I baked bread with wheat flour");

        assertThat(ids(recall("Which bread with flour was baked last week?"))).startsWith("then");
        assertThat(ids(recall("Which bread with flour was baked in March?"))).startsWith("old");
    }

    @Test
    void recall_whatNamesTheTimeItself_countsAsOfThatTime() {
        keep("told", "2023-05-10T10:00:00Z", "I met Tom for lunch two weeks ago");
        keep("other", "2023-05-11T10:00:00Z", "I met Tom for lunch two days ago");

        Recollection first = recall("Whom did I meet for lunch on 26 April?").get(0);

        assertThat(first.source().evidence()).containsExactly(new EpisodeId("told"));
        assertThat(part(first, "time")).isEqualTo(1.0 / 7);
    }

    @Test
    void recall_withoutATimeInTheQuestion_leavesTheOrderAlone() {
        keep("one", "2023-05-10T10:00:00Z", "I met Tom for lunch");

        assertThat(part(recall("Whom did I meet for lunch?").get(0), "time")).isZero();
    }

    @Test
    void recall_ofNothingButATime_bringsWhatHappenedThen() {
        keep("before", "2023-05-12T10:00:00Z", "The dentist found nothing");
        keep("saturday", "2023-05-20T10:00:00Z", "We climbed the Watzmann");
        keep("sunday", "2023-05-21T10:00:00Z", "Slept until noon");

        assertThat(ids(recall("What did I do last weekend?"))).containsExactlyInAnyOrder("saturday", "sunday");
        assertThat(ids(recall("What happened yesterday?"))).isEmpty();
    }

    @Test
    void recall_ofNothingButATime_leavesTheHiddenOut() {
        keep("saturday", "2023-05-20T10:00:00Z", "We climbed the Watzmann");

        RecallQuery query =
                RecallQuery.about("What did I do last weekend?", WEDNESDAY).hiding(Set.of(new EpisodeId("saturday")));

        assertThat(backend.recall(query)).isEmpty();
    }

    private void keep(String id, String when, String text) {
        Instant instant = Instant.parse(when);
        Episode episode = new Episode(
                new EpisodeId(id), new Occasion(id, instant, instant), Exchange.said("", text), Provenance.CHAT);
        store.episodes().append(episode);
        backend.absorb(List.of(episode));
    }

    private List<Recollection> recall(String question) {
        return backend.recall(RecallQuery.about(question, WEDNESDAY));
    }

    private static List<String> ids(List<Recollection> found) {
        return found.stream()
                .map(each -> each.source().evidence().get(0).value())
                .toList();
    }

    private static double part(Recollection found, String channel) {
        return found.score().parts().stream()
                .filter(part -> part.channel().equals(channel))
                .mapToDouble(Score.Part::value)
                .findFirst()
                .orElseThrow();
    }
}
