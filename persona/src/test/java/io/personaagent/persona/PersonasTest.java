package io.personaagent.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.UserStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonasTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final UserStore user = RecordPersonaStoreTest.logged(new InMemoryStores().open(TestEpisodes.ADA));
    private final Personas personas = new Personas(
            new RecordPersonaStore(user.records(RecordPersonaStore.OWNER), Personas.fixedRules()),
            Personas.fixedRules(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    private static Statement statement(String id, String... evidence) {
        Set<EpisodeId> episodes =
                Set.of(List.of(evidence).stream().map(EpisodeId::new).toArray(EpisodeId[]::new));
        return new Statement(id, "Likes " + id + ".", Statement.Kind.FACT, new Support(1, episodes, NOON, NOON));
    }

    @Test
    void current_makesTheFirstVersionFromTheTemplateOnce() {
        assertThat(personas.current()).isEqualTo(new Persona(1, Personas.fixedRules(), List.of()));
        assertThat(personas.history())
                .containsExactly(new PersonaVersion(
                        personas.current(), NOON, Cause.of(Origin.TEMPLATE, "made from the template")));
    }

    @Test
    void accept_putsTheNextInForce_andRefusesWhatIsNotTheNextAnyMore() {
        Persona first = personas.current();
        Cause cause = Cause.of(Origin.ALIGNED, "better");

        assertThat(personas.accept(first.next(List.of(statement("tea", "e1"))), cause))
                .isTrue();
        assertThat(personas.accept(first.next(List.of(statement("rain", "e1"))), cause))
                .isFalse();

        assertThat(personas.current().statements()).extracting(Statement::id).containsExactly("tea");
        assertThat(personas.find(1).orElseThrow().persona()).isEqualTo(first);
    }

    @Test
    void refuse_isKept_andThePersonaInForceStaysAsItWas() {
        Persona first = personas.current();
        Cause cause = new Cause(Origin.ALIGNED, "not better", "{\"loss\":1}", Set.of());

        personas.refuse(first, cause);

        assertThat(personas.refusals()).containsExactly(new Refusal(1, NOON, cause));
        assertThat(personas.current()).isEqualTo(first);
    }

    @Test
    void version_afterForgetting_saysThatSomethingWent_andNotWhat() {
        Persona persona = personas.current().next(List.of(statement("tea", "e1"), statement("rain", "e1", "e2")));
        personas.accept(persona, Cause.of(Origin.ALIGNED, "better"));

        RecordPersonaStoreTest.forget(user, Set.of(new EpisodeId("e1")));

        assertThat(personas.version())
                .isEqualTo(new PersonaVersion(
                        persona.restored(List.of(statement("rain", "e2").with(new Standing(2, false)))),
                        NOON,
                        Cause.of(
                                Origin.FORGOTTEN,
                                "episodes were forgotten: 1 statement went with them, 1 rests on fewer now")));
        assertThat(personas.history()).hasSize(3);
        assertThat(personas.lost(2)).isEqualTo(new Loss(1, 1));
        assertThat(personas.lost(3)).isEqualTo(Loss.NONE);
    }

    @Test
    void version_afterForgettingWhatNoStatementRestsOn_staysAsItWas() {
        personas.accept(personas.current().next(List.of(statement("tea", "e1"))), Cause.of(Origin.ALIGNED, "better"));

        RecordPersonaStoreTest.forget(user, Set.of(new EpisodeId("e2")));

        assertThat(personas.version().number()).isEqualTo(2);
    }
}
