package io.personaagent.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Preferences;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestToolContextTest {

    private final TestToolContext ada = TestToolContext.of("ada");

    @Test
    void at_isTheSamePersonLater() {
        ada.shelf().put("key", "value");
        TestToolContext tomorrow = ada.at(ada.now().plusDays(1));

        assertThat(tomorrow.user()).isEqualTo(new UserId("ada"));
        assertThat(tomorrow.shelf().get("key")).contains("value");
        assertThat(tomorrow.clock().instant()).isEqualTo(Instant.parse("2026-11-22T09:30:00Z"));
        assertThat(ada.clock().instant()).isEqualTo(Instant.parse("2026-11-21T09:30:00Z"));
        assertThat(tomorrow.workspace()).isEqualTo(ada.workspace()).isEmptyDirectory();
    }

    @Test
    void of_givesEachPersonTheirOwn() {
        ada.shelf().put("key", "value");

        assertThat(TestToolContext.of("ada").shelf().all("")).isEmpty();
        assertThat(TestToolContext.of("bob").workspace()).isNotEqualTo(ada.workspace());
    }

    @Test
    void within_setsTheDeadline() {
        assertThat(ada.deadline().over()).isFalse();
        assertThat(ada.within(Duration.ZERO).deadline().over()).isTrue();
    }

    @Test
    void remembering_recallsBySharedWordsTheBestFirst() {
        Remembered tea = new Remembered("Ada likes green tea", Instant.EPOCH, "1");
        Remembered green = new Remembered("The door is green", Instant.EPOCH, "2");
        TestToolContext context =
                ada.remembering(green, tea).preferring(new Preferences(Map.of("units", "metric"), List.of()));

        assertThat(context.memory().recall("green TEA?", 5)).containsExactly(tea, green);
        assertThat(context.memory().recall("green TEA?", 1)).containsExactly(tea);
        assertThat(context.memory().recall("coffee", 5)).isEmpty();
        assertThat(context.preferences().find("units")).contains("metric");
        assertThat(ada.memory().recall("tea", 5)).isEmpty();
        assertThatThrownBy(() -> context.memory().recall("tea", 0)).hasMessage("limit is 0, but must be at least 1");
    }

    @Test
    void shelf_keepsItsPromises() {
        Shelf shelf = new InMemoryShelf();
        shelf.put("b/2", "two");
        shelf.put("b/1", "one");
        shelf.put("c", "three");
        shelf.put("b/1", "uno");
        shelf.remove("nothing");

        assertThat(shelf.all("b/")).containsExactly(Map.entry("b/1", "uno"), Map.entry("b/2", "two"));
        shelf.remove("b/1");
        assertThat(shelf.get("b/1")).isEmpty();
        assertThatThrownBy(() -> shelf.put("", "x"))
                .hasMessage("a shelf's key has 1 to 200 characters; this one has 0: ''");
        assertThatThrownBy(() -> shelf.put("k".repeat(201), "x")).hasMessageContaining("this one has 201");
        assertThatThrownBy(() -> shelf.put("k", "é".repeat(600_000)))
                .hasMessage("the value of 'k' has 1200000 bytes; a shelf takes at most 1048576");
    }
}
