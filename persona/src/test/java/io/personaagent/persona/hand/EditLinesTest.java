package io.personaagent.persona.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Kind;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.Support;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EditLinesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final Persona PERSONA = new Persona(
            1,
            "Rules.",
            List.of(
                    statement("tea", new Meaning("Likes tea.", Kind.PREFERENCE, Polarity.FOR, 0.8), true),
                    statement("job", Meaning.of("Note: works at night.", Kind.FACT), false)));

    private static Statement statement(String id, Meaning meaning, boolean pinned) {
        return new Statement(id, meaning, new Support(1, Set.of(), NOON, NOON), new Standing(1, pinned));
    }

    private static List<Draft> read(String lines) {
        return EditLines.read(lines, PERSONA);
    }

    @Test
    void write_isOneStatementALine() {
        assertThat(EditLines.write(PERSONA).lines().filter(line -> !line.startsWith("#") && !line.isBlank()))
                .containsExactly(
                        "[tea] preference, for, 0.8, pinned: Likes tea.",
                        "[job] fact, neutral, 1.0: Note: works at night.");
    }

    @Test
    void read_isTolerant() {
        assertThat(
                        read(
                                """
                        \ufeff# a comment

                        - [job] Sleeps by day:
                          and works at night.\r
                        [tea] Tool-Guidance , AGAINST: No tea.
                        Style, .5: Be short.
                        A plain line: with a colon.
                        [new-one] pinned: Has a dog.
                        """))
                .containsExactly(
                        new Draft("job", Meaning.of("Sleeps by day: and works at night.", Kind.FACT), false),
                        new Draft("tea", new Meaning("No tea.", Kind.TOOL_GUIDANCE, Polarity.AGAINST, 0.8), false),
                        new Draft("", new Meaning("Be short.", Kind.STYLE, Polarity.NEUTRAL, 0.5), false),
                        new Draft("", Meaning.of("A plain line: with a colon.", Kind.FACT), false),
                        new Draft("new-one", Meaning.of("Has a dog.", Kind.FACT), true));
    }

    @Test
    void read_withoutAttributes_leavesThemAsTheyWere() {
        assertThat(read("[tea] Loves tea."))
                .containsExactly(new Draft("tea", new Meaning("Loves tea.", Kind.PREFERENCE, Polarity.FOR, 0.8), true));
    }

    @Test
    void read_namesEachLineThatItCannotUnderstand() {
        assertThatThrownBy(() -> read("[tea] preference, fro, 0.8: Likes tea.\n\n[job]\nfact, 7: Has a dog."))
                .isInstanceOf(FormException.class)
                .hasMessage(
                        """
                        line 1: 'fro' is not known; before the colon stand a kind (preference, fact, style, tool_guidance), a polarity (for, against, neutral), a strength from 0 to 1, and pinned
                        line 3: statement 'job' has no text
                        line 4: strength is 7.0, but must be from 0 to 1""");
        assertThat(read("# nothing\n\n")).isEmpty();
    }

    @Property(tries = 300)
    void read_ofWhatWasWritten_changesNothing(
            @ForAll @StringLength(max = 60) String text,
            @ForAll @DoubleRange(min = 0, max = 1) double strength,
            @ForAll Kind kind,
            @ForAll boolean pinned) {
        Statement statement = statement("a", new Meaning("x" + text, kind, Polarity.FOR, strength), pinned);
        Persona persona = new Persona(1, "", List.of(statement));

        assertThat(EditLines.read(EditLines.write(persona), persona))
                .containsExactly(new Draft("a", statement.meaning(), pinned));
    }
}
