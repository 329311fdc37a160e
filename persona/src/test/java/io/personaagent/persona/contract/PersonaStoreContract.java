package io.personaagent.persona.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Loss;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaStore;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Refusal;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of personas owes. Extend it and say how to make an empty one. */
public abstract class PersonaStoreContract {

    protected static final String RULES = "Be kind.";
    protected static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** The episodes that are in the person's log: e1 to e40. */
    protected static final List<EpisodeId> EPISODES = IntStream.rangeClosed(1, 40)
            .mapToObj(number -> new EpisodeId("e" + number))
            .toList();

    private PersonaStore store;

    /** An empty store whose personas have the rules {@link #RULES}; the person's log has {@link #EPISODES}. */
    protected abstract PersonaStore newStore();

    /** Forgets these episodes, for the store that was made last. */
    protected abstract void forget(Set<EpisodeId> episodes);

    @BeforeEach
    void open() {
        store = newStore();
    }

    private void forget(String... episodes) {
        forget(ids(episodes));
    }

    protected static Set<EpisodeId> ids(String... episodes) {
        return Stream.of(episodes).map(EpisodeId::new).collect(Collectors.toSet());
    }

    protected static Statement statement(String id, String text, String... evidence) {
        return new Statement(
                id, text, Statement.Kind.PREFERENCE, new Support(0.75, ids(evidence), NOON, NOON.plusSeconds(60)));
    }

    protected static PersonaVersion version(int number, Statement... statements) {
        return new PersonaVersion(
                new Persona(number, RULES, List.of(statements)),
                NOON.plusSeconds(number),
                Cause.of(Origin.ALIGNED, "reason " + number));
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
    void append_refusesOtherRules() {
        PersonaVersion other =
                new PersonaVersion(new Persona(1, RULES + " ", List.of()), NOON, Cause.of(Origin.ALIGNED, "sneaky"));

        assertThatThrownBy(() -> store.append(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("version 1 has other fixed rules than the program");
        assertThat(store.latest()).isEmpty();
    }

    @Test
    void find_hasAllThatWasAppended() {
        Statement full = statement(
                        "tea",
                        "Likes tea.",
                        EPISODES.stream().map(EpisodeId::value).toArray(String[]::new))
                .with(new Meaning("Can't stand tea.", Statement.Kind.STYLE, Statement.Polarity.AGAINST, 0.125))
                .with(new Standing(1, true));
        int number = 0;
        for (Origin origin : Origin.values()) {
            number++;
            Cause cause = new Cause(origin, "because", "{\"accepted\":true}", ids("e1", "e2"));
            PersonaVersion version = new PersonaVersion(new Persona(number, RULES, List.of(full)), NOON, cause);

            store.append(version);

            assertThat(store.find(number)).contains(version);
            assertThat(store.lost(number)).isEqualTo(Loss.NONE);
        }
    }

    @Test
    void history_restoresAnyOfFiftyVersionsExactly() {
        List<PersonaVersion> versions = new ArrayList<>();
        Persona persona = new Persona(1, RULES, List.of());
        for (int number = 1; number <= 50; number++) {
            versions.add(new PersonaVersion(persona, NOON, Cause.of(Origin.ALIGNED, "reason " + number)));
            assertThat(store.append(versions.get(number - 1))).isTrue();
            persona = changed(persona, new Random(number));
        }

        versions.forEach(version -> assertThat(store.find(version.number())).contains(version));
        Collections.reverse(versions);
        assertThat(store.history()).isEqualTo(versions);
    }

    private static Persona changed(Persona persona, Random random) {
        List<Statement> statements = new ArrayList<>(persona.statements());
        statements.removeIf(statement -> random.nextInt(6) == 0);
        statements.replaceAll(statement -> random.nextInt(3) == 0
                ? statement.with(statement.meaning().saying("Reworded " + random.nextInt()))
                : statement);
        statements.add(
                random.nextInt(statements.size() + 1),
                statement("s-" + persona.version(), "New.", "e" + (1 + random.nextInt(40)), "e40"));
        return persona.next(statements);
    }

    @Test
    void forgetting_takesAStatementOutOfEveryVersion_whenNothingIsLeftOfItsEvidence() {
        Statement tea = statement("tea", "Likes tea.", "e1", "e2");
        Statement rain = statement("rain", "Likes rain.", "e3");
        store.append(version(1, tea));
        store.append(version(2, tea, rain));
        store.append(version(3, rain, tea.with(tea.meaning().saying("Loves tea."))));

        forget("e1", "e2");

        assertThat(store.history())
                .extracting(version -> version.persona().statements())
                .containsExactly(List.of(rain), List.of(rain), List.of());
        assertThat(store.lost(3)).isEqualTo(new Loss(1, 0));
        assertThat(store.lost(1)).isEqualTo(new Loss(1, 0));
    }

    @Test
    void numbered_isTheHighestNumberThatWasEverGiven_evenIfItWasForgotten() {
        assertThat(store.numbered()).isZero();
        store.append(version(1, statement("s3", "Likes tea.", "e1"), statement("tea", "Likes tea.", "e2")));
        store.append(version(2, statement("tea", "Likes tea.", "e2")));

        forget("e1");

        assertThat(store.numbered()).isEqualTo(3);
    }

    @Test
    void forgetting_leavesAStatementThatHasOtherEvidence_withoutWhatWasForgotten() {
        store.append(version(1, statement("tea", "Likes tea.", "e1", "e2", "e3"), statement("own", "By hand.")));

        forget("e2");

        assertThat(store.find(1).orElseThrow().persona().statements())
                .containsExactly(statement("tea", "Likes tea.", "e1", "e3"), statement("own", "By hand."));
        assertThat(store.lost(1)).isEqualTo(new Loss(0, 1));
    }

    @Test
    void forgetting_neverLeavesWhatWasForgottenAsEvidence_howeverMuchThereIs() {
        store.append(version(
                1,
                statement(
                        "tea",
                        "Likes tea.",
                        EPISODES.stream().map(EpisodeId::value).toArray(String[]::new))));

        forget("e7", "e8");

        assertThat(store.find(1)
                        .orElseThrow()
                        .persona()
                        .statement("tea")
                        .support()
                        .evidence())
                .doesNotContainAnyElementsOf(ids("e7", "e8"))
                .isSubsetOf(EPISODES)
                .hasSizeGreaterThan(30);
        forget(EPISODES.stream().map(EpisodeId::value).toArray(String[]::new));
        assertThat(store.find(1).orElseThrow().persona().statements()).isEmpty();
    }

    @Test
    void append_afterForgetting_keepsWhatIsLeft() {
        store.append(version(1, statement("tea", "Likes tea.", "e1", "e2")));
        forget("e1");
        PersonaVersion next = version(2, statement("tea", "Likes tea.", "e2"));

        store.append(next);

        assertThat(store.latest()).contains(next);
        assertThat(store.lost(2)).isEqualTo(Loss.NONE);
    }

    @Test
    void forgetting_takesReasonAndDecisionThatSpokeOfIt() {
        Cause cause = new Cause(Origin.ALIGNED, "you said tea", "{\"loss\":0.5}", ids("e1", "e2"));
        store.append(new PersonaVersion(new Persona(1, RULES, List.of()), NOON, cause));
        store.refuse(new Refusal(1, NOON, cause));

        forget("e2");

        assertThat(store.find(1).orElseThrow().cause()).isEqualTo(Cause.of(Origin.ALIGNED, Cause.GONE));
        assertThat(store.refusals()).isEmpty();
    }

    @Test
    void refuse_keepsTheRefusalOnce_andChangesNoVersion() {
        store.append(version(1, statement("tea", "Likes tea.", "e1")));
        Refusal first = new Refusal(1, NOON, new Cause(Origin.ALIGNED, "no better", "{\"loss\":[1,2]}", ids("e1")));
        Refusal second = new Refusal(1, NOON.plusMillis(1), Cause.of(Origin.ALIGNED, "garbage"));

        store.refuse(first);
        store.refuse(second);
        store.refuse(first);

        assertThat(store.refusals()).containsExactly(second, first);
        assertThat(store.history()).containsExactly(version(1, statement("tea", "Likes tea.", "e1")));
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
