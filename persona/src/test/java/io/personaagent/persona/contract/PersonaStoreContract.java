package io.personaagent.persona.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaStore;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of personas owes. Extend it and say how to make an empty one. */
public abstract class PersonaStoreContract {

    protected static final String RULES = "Be kind.";
    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private PersonaStore store = newStore();

    /** An empty store whose personas have the rules {@link #RULES}. */
    protected abstract PersonaStore newStore();

    @BeforeEach
    void open() {
        store = newStore();
    }

    protected static Statement statement(String id, String text, String... evidence) {
        Set<EpisodeId> episodes =
                Set.of(List.of(evidence).stream().map(EpisodeId::new).toArray(EpisodeId[]::new));
        return new Statement(
                id, text, Statement.Kind.PREFERENCE, new Support(0.75, episodes, NOON, NOON.plusSeconds(60)));
    }

    protected static PersonaVersion version(int number, Statement... statements) {
        return new PersonaVersion(
                new Persona(number, RULES, List.of(statements)), NOON.plusSeconds(number), "reason " + number);
    }

    @Test
    void latest_isEmptyForAPersonWhoIsNew() {
        assertThat(store.latest()).isEmpty();
        assertThat(store.history()).isEmpty();
        assertThat(store.find(1)).isEmpty();
    }

    @Test
    void append_putsTheVersionInForce() {
        PersonaVersion first = version(1, statement("tea", "Likes tea, 茶, شاي.", "e1", "e2"));

        assertThat(store.append(first)).isTrue();

        assertThat(store.latest()).contains(first);
        assertThat(store.find(1)).contains(first);
    }

    @Test
    void append_refusesANumberThatIsNotTheNext() {
        store.append(version(1));

        assertThat(store.append(version(1, statement("a", "A.")))).isFalse();
        assertThat(store.append(version(3, statement("a", "A.")))).isFalse();

        assertThat(store.history()).containsExactly(version(1));
    }

    @Test
    void history_hasEveryVersionNewestFirst() {
        List<PersonaVersion> versions = IntStream.rangeClosed(1, 12)
                .mapToObj(number ->
                        version(number, statement("s-" + number, "Number %d.".formatted(number), "e" + number)))
                .toList();
        versions.forEach(store::append);

        assertThat(store.history()).hasSize(12).startsWith(versions.get(11)).endsWith(versions.get(0));
    }

    @Test
    void find_keepsTheOrderOfStatements() {
        Statement[] statements = IntStream.range(0, 120)
                .mapToObj(place -> statement("s-" + (119 - place), "Statement %d.".formatted(place)))
                .toArray(Statement[]::new);
        store.append(version(1, statements));

        assertThat(store.find(1).orElseThrow().persona().statements()).containsExactly(statements);
    }

    @Test
    void append_lets_exactlyOneOfManyWin() {
        AtomicInteger won = new AtomicInteger();

        IntStream.range(0, 8).parallel().forEach(writer -> {
            if (store.append(version(1, statement("writer-" + writer, "Writer %d.".formatted(writer))))) {
                won.incrementAndGet();
            }
        });

        assertThat(won).hasValue(1);
        assertThat(store.history()).hasSize(1);
        assertThat(store.find(1).orElseThrow().persona().statements()).hasSize(1);
    }
}
