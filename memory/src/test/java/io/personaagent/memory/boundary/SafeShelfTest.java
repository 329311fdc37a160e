package io.personaagent.memory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import org.junit.jupiter.api.Test;

class SafeShelfTest {

    private static final String CARD = "4111 1111 1111 1111";

    private final Shelf kept = new InMemoryStores().open(new UserId("ada")).shelf("notes");
    private final SafeShelf shelf = new SafeShelf(kept);

    @Test
    void put_keepsNoSecret() {
        shelf.put("1", "{\"text\":\"card " + CARD + "\",\"n\":1}");
        shelf.put("2", "my password is hunter2");

        assertThat(kept.all("").values())
                .containsExactly(
                        "{\"text\":\"card [redacted: card ending 1111]\",\"n\":1}",
                        "my password is [redacted: password]");
    }

    @Test
    void aSecretAsKey_findsItsEntry() {
        shelf.put(CARD, "x");

        assertThat(shelf.get(CARD)).contains("x");
        shelf.remove(CARD);
        assertThat(kept.all("")).isEmpty();
    }
}
