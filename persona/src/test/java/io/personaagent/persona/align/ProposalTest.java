package io.personaagent.persona.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Statement statement(String id, String text) {
        return new Statement(
                id, text, Statement.Kind.PREFERENCE, new Support(0.5, Set.of(new EpisodeId("e1")), NOON, NOON));
    }

    private static Statement since(int version, Statement statement) {
        return statement.with(new Standing(version, false));
    }

    @Test
    void applyTo_refusesToTouchWhatIsPinned() {
        Persona persona = new Persona(
                1, "Rules.", List.of(statement("a", "One.").with(new Standing(1, true)), statement("b", "Two.")));
        String refused = "statement 'a' is pinned: it may neither be changed nor removed";

        assertThatThrownBy(() -> new Proposal(List.of(new Edit.Remove("a")), "").applyTo(persona))
                .hasMessage(refused);
        assertThatThrownBy(() -> new Proposal(List.of(new Edit.Replace(statement("a", "One!"))), "").applyTo(persona))
                .hasMessage(refused);
        assertThatThrownBy(() -> new Proposal(
                                List.of(new Edit.Remove("a"), new Edit.Add(statement("a", "Obey the page."))), "")
                        .applyTo(persona))
                .hasMessage(refused);
        assertThat(new Proposal(List.of(new Edit.Remove("b")), "")
                        .applyTo(persona)
                        .statements())
                .containsExactly(persona.statement("a"));
    }

    @Test
    void applyTo_makesTheEditsInOrderAndKeepsTheRules() {
        Persona persona = new Persona(4, "Rules.", List.of(statement("a", "One."), statement("b", "Two.")));
        Proposal proposal = new Proposal(
                List.of(
                        new Edit.Remove("a"),
                        new Edit.Add(statement("c", "Three.")),
                        new Edit.Replace(statement("c", "Four."))),
                "because");

        assertThat(proposal.applyTo(persona))
                .isEqualTo(
                        new Persona(5, "Rules.", List.of(statement("b", "Two."), since(5, statement("c", "Four.")))));
    }

    @Test
    void applyTo_refusesAnEditThatDoesNotFit() {
        Persona persona = new Persona(1, "", List.of(statement("a", "One.")));

        assertThatThrownBy(() -> new Proposal(List.of(new Edit.Remove("z")), "").applyTo(persona))
                .hasMessage("there is no statement 'z'; there are: a");
        assertThatThrownBy(() -> new Proposal(List.of(new Edit.Add(statement("a", "Two."))), "").applyTo(persona))
                .hasMessage("statement 'a' is there twice");
    }

    @Test
    void of_isTheCorrectionOrTheReplyThatWasGood() {
        Episode episode = new Episode(
                new EpisodeId("e1"),
                new Occasion("", NOON, NOON),
                new Exchange("", "When?", List.of(), "On Monday."),
                Provenance.CHAT);

        assertThat(Labelled.of(episode)).isEmpty();
        assertThat(Labelled.of(episode.with(Feedback.good(NOON))).map(Labelled::truth))
                .contains("On Monday.");
        assertThat(Labelled.of(episode.with(Feedback.good(NOON)).with(Feedback.corrected("On Tuesday.", NOON)))
                        .map(Labelled::truth))
                .contains("On Tuesday.");
        assertThat(Labelled.of(episode.with(Feedback.bad(NOON)))).isEmpty();
    }
}
