package io.personaagent.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SystemPromptTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Statement statement(String id, Meaning meaning, double confidence) {
        return new Statement(id, meaning, new Support(confidence, Set.of(), NOON, NOON), Standing.NEW);
    }

    private static Statement fact(String id, String text) {
        return statement(id, Meaning.of(text, Statement.Kind.FACT), 1);
    }

    private static Statement stance(String id, String text, Statement.Polarity polarity, double strength) {
        return statement(id, new Meaning(text, Statement.Kind.PREFERENCE, polarity, strength), 1);
    }

    private static Statement pinned(Statement statement) {
        return statement.with(new Standing(1, true));
    }

    private static Persona persona(Statement... statements) {
        return new Persona(1, "Rule one.", List.of(statements));
    }

    private static List<String> fitting(Persona persona, int bytes, String question) {
        return SystemPrompt.fitting(persona, bytes, Relevance.to(question)).stream()
                .map(Statement::id)
                .toList();
    }

    @Test
    void of_saysWhereThePersonStands() {
        Persona persona = persona(
                fact("job", "Works at night."),
                stance("a", "Can't stand thrillers.", Statement.Polarity.AGAINST, 1),
                stance("b", "Likes tea.", Statement.Polarity.FOR, 0.5),
                stance("c", "Long answers.", Statement.Polarity.AGAINST, 0.2),
                statement("d", Meaning.of("Has a dog.", Statement.Kind.FACT), 0.4));

        assertThat(persona.systemPrompt())
                .isEqualTo(
                        """
                        Rule one.

                        What is known about this person:
                        In round brackets: where the person stands on what the sentence is about.
                        - [job] Works at night.
                        - [a] Can't stand thrillers. (strongly against)
                        - [b] Likes tea. (in favour)
                        - [c] Long answers. (slightly against)
                        - [d] Has a dog. (not certain)
                        """);
    }

    @Test
    void systemPrompt_isWhole_whenItFits() {
        Persona persona = persona(fact("a", "Likes tea."), fact("b", "Has a dog."));

        assertThat(persona.systemPrompt(Persona.MAX_BYTES, Relevance.to("Hello?")))
                .isEqualTo(persona.systemPrompt());
    }

    @Test
    void systemPrompt_saysHowManyAreLeftOut() {
        Persona persona = persona(fact("a", "Likes tea."), fact("b", "Has a dog."));

        assertThat(persona.systemPrompt(20, Relevance.to("What does my dog eat?")))
                .isEqualTo(
                        """
                        Rule one.

                        What is known about this person:
                        - [b] Has a dog.
                        (1 more, which matter less to the question, are left out.)
                        """);
    }

    @Test
    void fitting_takesWhatIsPinnedFirst_thenWhatMatters_inThePersonasOrder() {
        Persona persona = persona(
                fact("a", "Likes tea."),
                fact("b", "Has a dog."),
                pinned(fact("c", "Is from Bern.")),
                statement("d", Meaning.of("Be short.", Statement.Kind.STYLE), 1));

        assertThat(fitting(persona, 60, "dogs?")).containsExactly("b", "c", "d");
        assertThat(fitting(persona, 42, "dogs?")).containsExactly("b", "c");
        assertThat(fitting(persona, 42, "cats?")).containsExactly("c", "d");
        assertThat(fitting(persona, 25, "dogs?")).containsExactly("c");
        assertThat(fitting(persona, 0, "dogs?")).isEmpty();
    }

    @Test
    void fitting_withoutAnyRelevance_goesByStrengthAndConfidence_thenByOrder() {
        Persona persona = persona(
                stance("weak", "Likes a.", Statement.Polarity.NEUTRAL, 0.5),
                stance("one", "Likes bb.", Statement.Polarity.NEUTRAL, 0.9),
                stance("two", "Likes cc.", Statement.Polarity.NEUTRAL, 0.9),
                statement("unsure", Meaning.of("Likes d.", Statement.Kind.FACT), 0.6));

        assertThat(fitting(persona, 18, "")).containsExactly("one");
        assertThat(fitting(persona, 36, "")).containsExactly("one", "two");
    }

    @Test
    void relevance_isSharedTerms_inAnyScript() {
        assertThat(Relevance.to("我喜欢喝茶吗").applyAsDouble(fact("a", "喜欢喝茶"))).isGreaterThan(0.5);
        assertThat(Relevance.to("my dogs").applyAsDouble(fact("a", "Dog."))).isEqualTo(1);
        assertThat(Relevance.to("my dogs").applyAsDouble(fact("a", "Cat."))).isZero();
        assertThat(Relevance.to("").applyAsDouble(fact("a", "Cat."))).isZero();
    }

    @Property(tries = 200)
    void fitting_neverTakesMoreThanItMay_andIsTheSameEachTime(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 60) Integer> lengths,
            @ForAll @IntRange(max = 400) int bytes) {
        Statement[] statements = new Statement[lengths.size()];
        for (int place = 0; place < statements.length; place++) {
            statements[place] = fact("s" + place, "x".repeat(lengths.get(place)));
        }
        Persona persona = persona(statements);

        List<Statement> fitting = SystemPrompt.fitting(
                persona, bytes, statement -> statement.text().length() % 3);

        int taken = fitting.stream()
                .mapToInt(
                        each -> "- [%s] %s\n".formatted(each.id(), each.text()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(taken).isLessThanOrEqualTo(bytes);
        assertThat(SystemPrompt.fitting(
                        persona, bytes, statement -> statement.text().length() % 3))
                .isEqualTo(fitting);
        assertThat(persona.statements().stream().filter(fitting::contains).toList())
                .isEqualTo(fitting);
    }
}
