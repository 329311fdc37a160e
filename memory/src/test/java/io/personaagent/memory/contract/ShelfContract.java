package io.personaagent.memory.contract;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Shelf;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Shelf} of a store owes. */
public abstract class ShelfContract {

    private Stores stores;
    private UserStore store;
    private Shelf shelf;

    /** Stores that nobody has used yet. */
    protected abstract Stores newStores() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        stores = newStores();
        store = stores.open(ADA);
        shelf = store.shelf("notes");
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    @Test
    void emptyShelf_hasNothing() {
        assertThat(shelf.get("a")).isEmpty();
        assertThat(shelf.all("")).isEmpty();
    }

    @Test
    void put_replacesWhatWasThere() {
        shelf.put("a", "one");
        shelf.put("a", "two");
        shelf.put("b", "");

        assertThat(shelf.get("a")).contains("two");
        assertThat(shelf.get("b")).contains("");
    }

    @Test
    void put_survivesClosing() {
        shelf.put("a", "one");
        store.close();

        store = stores.open(ADA);

        assertThat(store.shelf("notes").get("a")).contains("one");
    }

    @Test
    void remove_takesTheKeyAway_andDoesNothingWhenItIsNotThere() {
        shelf.put("a", "one");

        shelf.remove("a");
        shelf.remove("a");

        assertThat(shelf.get("a")).isEmpty();
        assertThat(shelf.all("")).isEmpty();
    }

    @Test
    void all_returnsThoseWithThePrefixOrderedByKey() {
        shelf.put("note/2", "two");
        shelf.put("note/1", "one");
        shelf.put("note", "none");
        shelf.put("other", "other");
        shelf.put("Note/3", "upper case");
        shelf.put("note%", "percent");

        assertThat(shelf.all("note/")).containsExactly(Map.entry("note/1", "one"), Map.entry("note/2", "two"));
        assertThat(shelf.all("")).hasSize(6);
        assertThat(shelf.all("note%")).containsOnlyKeys("note%");
        assertThat(shelf.all("zzz")).isEmpty();
    }

    @Test
    void all_isACopy() {
        shelf.put("a", "one");
        Map<String, String> before = shelf.all("");

        shelf.put("b", "two");

        assertThat(before).containsOnlyKeys("a");
        assertThatThrownBy(() -> before.put("c", "three")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shelves_ofOthers_areApart() {
        try (UserStore bobs = stores.open(BOB)) {
            shelf.put("a", "Ada's note");
            store.shelf("clock").put("a", "Ada's alarm");
            bobs.shelf("notes").put("a", "Bob's note");

            assertThat(shelf.all("")).containsExactly(Map.entry("a", "Ada's note"));
            assertThat(store.shelf("clock").get("a")).contains("Ada's alarm");
            assertThat(bobs.shelf("notes").get("a")).contains("Bob's note");
        }
    }

    @Test
    void keys_areOneTo200Characters() {
        shelf.put("k".repeat(200), "longest");
        shelf.put("\uD83D\uDE00".repeat(200), "longest, outside the first plane");

        assertThat(shelf.get("k".repeat(200))).contains("longest");
        assertThat(shelf.get("\uD83D\uDE00".repeat(200))).contains("longest, outside the first plane");
        assertThatThrownBy(() -> shelf.put("k".repeat(201), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a shelf key has 201 characters; it must have 1 to 200");
        assertThatThrownBy(() -> shelf.put("", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void values_areUpToOneMebibyte() {
        shelf.put("a", "v".repeat(1 << 20));

        assertThat(shelf.get("a")).contains("v".repeat(1 << 20));
        assertThatThrownBy(() -> shelf.put("b", "\u00e9".repeat((1 << 19) + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value of shelf key 'b' takes 1048578 bytes; at most 1048576 are kept");
        assertThat(shelf.get("b")).isEmpty();
    }

    @Test
    void text_isCleanedAtTheDoor() {
        shelf.put("cafe\u0301 \uD800", "e\u0301 \0 \uDC00 \uD83D\uDE00");

        assertThat(shelf.get("caf\u00e9 \uFFFD")).contains("\u00e9 \uFFFD \uFFFD \uD83D\uDE00");
        assertThat(shelf.get("cafe\u0301 \uD800")).contains("\u00e9 \uFFFD \uFFFD \uD83D\uDE00");
        assertThat(shelf.all("cafe\u0301")).containsOnlyKeys("caf\u00e9 \uFFFD");
    }

    @Test
    void put_byManyThreads_losesNothing() throws Exception {
        Threads.run(8, thread -> {
            for (int i = 0; i < 25; i++) {
                shelf.put("%d-%02d".formatted(thread, i), Integer.toString(i));
                shelf.put("shared", Integer.toString(thread));
            }
            return true;
        });

        assertThat(shelf.all("")).hasSize(8 * 25 + 1);
        assertThat(store.check()).isEmpty();
    }
}
