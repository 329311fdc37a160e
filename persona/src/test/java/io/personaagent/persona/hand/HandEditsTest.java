package io.personaagent.persona.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.persona.Cause;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Origin;
import io.personaagent.persona.Persona;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Personas;
import io.personaagent.persona.RecordPersonaStore;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandEditsTest {

    private static final Instant NOON = TestEpisodes.NOON;
    private static final Set<EpisodeId> EVIDENCE = Set.of(new EpisodeId("e1"));

    private final Personas personas = new Personas(
            new RecordPersonaStore(
                    new InMemoryStores().open(TestEpisodes.ADA).records(RecordPersonaStore.OWNER), "Rules."),
            "Rules.",
            TestEpisodes.CLOCK);
    private final HandEdits edits = new HandEdits(personas, Clock.offset(TestEpisodes.CLOCK, Duration.ofHours(1)));

    private static Statement statement(String id, String text) {
        return new Statement(id, text, Statement.Kind.FACT, new Support(0.5, EVIDENCE, NOON, NOON));
    }

    @BeforeEach
    void align() {
        personas.accept(
                personas.current().next(List.of(statement("tea", "Likes tea."), statement("s7", "Has a dog."))),
                Cause.of(Origin.ALIGNED, "better"));
    }

    private static Cause edited(String reason) {
        return Cause.of(Origin.EDITED, reason).about(EVIDENCE);
    }

    @Test
    void pin_isAVersion_andNothingTheSecondTime() {
        PersonaVersion pinned = edits.pin("tea");

        assertThat(pinned.cause()).isEqualTo(edited("pinned tea"));
        assertThat(pinned.persona().statement("tea"))
                .isEqualTo(statement("tea", "Likes tea.").with(new Standing(2, true)));
        assertThat(edits.pin("tea")).isEqualTo(pinned);
        assertThat(edits.unpin("tea").persona().statement("tea").pinned()).isFalse();
        assertThat(personas.version().number()).isEqualTo(4);
    }

    @Test
    void reword_keepsWhatItRestsOn_andThePersonHasConfirmedIt() {
        edits.pin("tea");

        PersonaVersion version = edits.reword("tea", Meaning.of("Loves tea.", Statement.Kind.PREFERENCE));

        assertThat(version.cause()).isEqualTo(edited("edited tea"));
        assertThat(version.persona().statement("tea"))
                .isEqualTo(new Statement(
                        "tea",
                        Meaning.of("Loves tea.", Statement.Kind.PREFERENCE),
                        new Support(1, EVIDENCE, NOON, NOON.plusSeconds(3600)),
                        new Standing(4, true)));
    }

    @Test
    void add_givesAnIdThatNoVersionHad() {
        edits.remove("s7");

        PersonaVersion version = edits.add(Meaning.of("Be short.", Statement.Kind.STYLE));

        assertThat(version.reason()).isEqualTo("added s8");
        assertThat(version.persona().statements()).extracting(Statement::id).containsExactly("tea", "s8");
        assertThat(version.persona().statement("s8").support().evidence()).isEmpty();
    }

    @Test
    void add_keepsNoSecret() {
        String text = edits.add(Meaning.of("My card is 4111 1111 1111 1111.", Statement.Kind.FACT))
                .persona()
                .statements()
                .get(2)
                .text();

        assertThat(text).startsWith("My card is ").doesNotContain("4111");
    }

    @Test
    void rewrite_takesOverOrderTextAndPins_andLeavesOutWhatIsNotNamed() {
        PersonaVersion version = edits.rewrite(List.of(
                new Draft("", Meaning.of("New.", Statement.Kind.FACT), true),
                new Draft("", Meaning.of("Newer.", Statement.Kind.FACT), false),
                new Draft("tea", Meaning.of("Likes tea.", Statement.Kind.FACT), true)));

        assertThat(version.origin()).isEqualTo(Origin.EDITED);
        assertThat(version.persona().statements())
                .extracting(each -> each.id() + " " + each.text() + " " + each.pinned())
                .containsExactly("s8 New. true", "s9 Newer. false", "tea Likes tea. true");
        assertThat(version.persona().statement("tea").support().confidence()).isEqualTo(0.5);
    }

    @Test
    void rollBack_restoresExactly() {
        Persona second = personas.current();
        edits.pin("tea");
        edits.reword("tea", Meaning.of("Hates tea.", Statement.Kind.FACT));
        edits.remove("s7");

        PersonaVersion back = edits.rollBack(2);

        assertThat(back)
                .isEqualTo(new PersonaVersion(
                        second.restored(second.statements())
                                .restored(second.statements())
                                .restored(second.statements())
                                .restored(second.statements()),
                        NOON,
                        Cause.of(Origin.ROLLED_BACK, "back to version 2")));
        assertThatThrownBy(() -> edits.rollBack(9)).hasMessage("there is no version 9; there are 1 to 6");
    }

    @Test
    void replace_takesAFilesStatements_asAVersion() {
        PersonaVersion version = edits.replace(List.of(statement("cat", "Has a cat.")), "mine.json");

        assertThat(version.cause()).isEqualTo(Cause.of(Origin.IMPORTED, "1 statement from mine.json"));
        assertThat(version.persona().statements())
                .containsExactly(statement("cat", "Has a cat.").with(new Standing(3, false)));
    }

    @Test
    void aStatementThatIsNotThere_isRefused() {
        String message = "there is no statement 's9'; there are: tea, s7";

        assertThatThrownBy(() -> edits.pin("s9")).hasMessage(message);
        assertThatThrownBy(() -> edits.remove("s9")).hasMessage(message);
        assertThatThrownBy(() -> edits.reword("s9", Meaning.of("A.", Statement.Kind.FACT)))
                .hasMessage(message);
        assertThat(personas.version().number()).isEqualTo(2);
    }
}
