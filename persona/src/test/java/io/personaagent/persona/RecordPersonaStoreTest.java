package io.personaagent.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.persona.contract.PersonaStoreContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordPersonaStoreTest extends PersonaStoreContract {

    private UserStore user = newUser();

    /** Of somebody who has said all the episodes of the contract. */
    static UserStore logged(UserStore user) {
        user.episodes()
                .appendAll(EPISODES.stream()
                        .map(episode -> TestEpisodes.said(episode.value(), "Said " + episode))
                        .toList());
        return user;
    }

    static void forget(UserStore user, Set<EpisodeId> episodes) {
        Forgotten begun = user.forgetting().begin(episodes);
        user.forgetting().remove(begun.number(), Progress.none());
    }

    private static UserStore newUser() {
        return logged(new InMemoryStores().open(TestEpisodes.ADA));
    }

    @Override
    protected PersonaStore newStore() {
        user = newUser();
        return new RecordPersonaStore(records(), RULES);
    }

    @Override
    protected void forget(Set<EpisodeId> episodes) {
        forget(user, episodes);
    }

    private RecordStore records() {
        return user.records(RecordPersonaStore.OWNER);
    }

    @Test
    void find_readsWhatAnOlderProgramWrote() {
        List<DerivedRecord> rows = List.of(
                DerivedRecord.of(new RecordKey("version", "00000001"), "", Set.of())
                        .with("created", NOON.toString())
                        .with("reason", "made from the template"),
                DerivedRecord.of(new RecordKey("version", "00000002"), "", Set.of())
                        .with("created", NOON.plusSeconds(2).toString())
                        .with("reason", "reason 2"),
                oldStatement("00000002.0000", "tea", "Likes tea."),
                oldStatement("00000002.0001", "rain", "Likes rain."));
        records().applyIf(0, 2, Changes.put(rows));
        PersonaStore store = new RecordPersonaStore(records(), RULES);

        assertThat(store.history())
                .containsExactly(
                        new PersonaVersion(
                                new Persona(
                                        2, RULES, List.of(oldOne("tea", "Likes tea."), oldOne("rain", "Likes rain."))),
                                NOON.plusSeconds(2),
                                Cause.of(Origin.TEMPLATE, "reason 2")),
                        new PersonaVersion(
                                new Persona(1, RULES, List.of()),
                                NOON,
                                Cause.of(Origin.TEMPLATE, "made from the template")));
        PersonaVersion next = version(3, oldOne("rain", "Likes rain."));
        assertThat(store.append(next)).isTrue();
        assertThat(store.latest()).contains(next);
        assertThat(store.lost(2)).isEqualTo(Loss.NONE);
    }

    private static DerivedRecord oldStatement(String key, String id, String text) {
        return DerivedRecord.of(new RecordKey("statement", key), text, ids("e1", "e2"))
                .with("id", id)
                .with("kind", "PREFERENCE")
                .with("confidence", "0.75")
                .with("created", NOON.toString())
                .with("confirmed", NOON.plusSeconds(60).toString());
    }

    /** Neutral, of full strength, not pinned, since the version that it was found in. */
    private static Statement oldOne(String id, String text) {
        return statement(id, text, "e1", "e2").with(new Standing(2, false));
    }

    @Test
    void append_namesTheEvidenceOfEachStatementInItsRecords() {
        new RecordPersonaStore(records(), RULES).append(version(1, statement("tea", "Likes tea.", "e1", "e2")));

        assertThat(records().list("statement", "", 10))
                .extracting(record -> record.evidence().toString())
                .containsExactly("[e1]", "[e2]");
    }

    @Test
    void append_writesOnlyStatementsThatTheVersionBeforeDidNotHave() {
        PersonaStore store = new RecordPersonaStore(records(), RULES);
        Statement tea = statement("tea", "Likes tea.", "e1", "e2");

        store.append(version(1, tea));
        store.append(version(2, statement("rain", "Likes rain.", "e3"), tea));
        store.append(version(3, tea));

        assertThat(records().count("statement")).isEqualTo(3);
    }

    @Test
    void nothingOfAForgottenStatementIsLeft_notEvenItsId() {
        PersonaStore store = new RecordPersonaStore(records(), RULES);
        store.append(new PersonaVersion(
                new Persona(1, RULES, List.of(statement("hates-rain", "Hates rain.", "e1"))),
                NOON,
                Cause.of(Origin.ALIGNED, "added hates-rain").about(ids("e1"))));

        forget(ids("e1"));

        assertThat(records().kinds()).containsExactly("version");
        assertThat(records().list("version", "", 10).toString()).doesNotContain("rain");
    }
}
