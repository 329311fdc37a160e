package io.personaagent.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContentIdTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Occasion OCCASION = new Occasion("s", NOON, NOON);

    /** Ids of files that were imported earlier must not change: importing them again would double them. */
    @Test
    void of_staysTheSameFromVersionToVersion() {
        assertThat(ContentId.of(new Exchange("Zoë", "I moved to Oslo.", List.of(), "Noted."), OCCASION))
                .isEqualTo(new EpisodeId("import-b7b5d85196b7fe0e743f0173"));
    }

    @Test
    void of_doesNotDependOnWhenItIsRead() {
        Exchange said = Exchange.said("", "hello");

        assertThat(ContentId.of(said, new Occasion("s", NOON, NOON.plusSeconds(9))))
                .isEqualTo(ContentId.of(said, OCCASION));
    }

    @Test
    void of_dependsOnEverythingThatWasSaid() {
        assertThat(Stream.of(
                        ContentId.of(Exchange.said("", "hello"), OCCASION),
                        ContentId.of(Exchange.said("Zoë", "hello"), OCCASION),
                        ContentId.of(Exchange.said("", "Hello"), OCCASION),
                        ContentId.of(new Exchange("", "hello", List.of(), "hi"), OCCASION),
                        ContentId.of(Exchange.said("", "hello"), new Occasion("t", NOON, NOON)),
                        ContentId.of(Exchange.said("", "hello"), new Occasion("s", NOON.plusMillis(1), NOON))))
                .doesNotHaveDuplicates();
    }
}
