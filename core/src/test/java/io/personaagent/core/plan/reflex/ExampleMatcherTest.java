package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.personaagent.core.plan.reflex.Slot.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ExampleMatcherTest {

    private static final List<Slot> SLOTS = List.of(
            slot("text", Kind.TEXT), slot("more", Kind.TEXT), slot("when", Kind.WHEN), slot("count", Kind.INTEGER));

    @Test
    void match_fillsEachSlotInTheCaseItWasSaidIn() {
        assertThat(match("remind me to {text} {when}", "Remind me to call Dr. Müller tomorrow at 9!"))
                .contains(Map.of("text", "call Dr. Müller", "when", "tomorrow at 9"));
        assertThat(match("remind me {when} to {text}", "remind me at ten to nine to leave"))
                .contains(Map.of("when", "at ten to nine", "text", "leave"));
    }

    @Test
    void match_needsEveryLiteralInOrder() {
        assertThat(match("put {text} on my list", "on my list put milk")).isEmpty();
        assertThat(match("put {text} on my list", "put on my list")).isEmpty();
        assertThat(match("put {text} on my list", "put milk on my listening device"))
                .isEmpty();
        assertThat(match("note {text}", "notebook is full")).isEmpty();
        assertThat(match("what time is it", "what time is it in Rome")).isEmpty();
    }

    @Test
    void match_triesALaterPlaceWhereTheFirstDoesNotFit() {
        assertThat(match("wait {count} in {text}", "wait 5 in in the hall"))
                .hasValueSatisfying(values -> assertThat(values).contains(entry("count", 5L)));
        assertThat(match("from {text} to {more}", "from hand to mouth to mouth"))
                .contains(Map.of("text", "hand", "more", "mouth to mouth"));
        assertThat(match("say {text} on air", "say we are on air on air")).contains(Map.of("text", "we are on air"));
    }

    @Test
    void match_takesTheTypesWhereNothingStandsBetween() {
        assertThat(match("take {count} {text}", "take 3 red apples"))
                .contains(Map.of("count", 3L, "text", "red apples"));
        assertThat(match("take {count} {text}", "take some red apples")).isEmpty();
    }

    @Test
    void match_takesCharactersAsTheyAre() {
        assertThat(match("what is {text} (c++)?", "what is a.b*[x] (C++)")).contains(Map.of("text", "a.b*[x]"));
        assertThat(match("记下{text}", "记下牛奶和面包。")).contains(Map.of("text", "牛奶和面包"));
        assertThat(match("ذكرني ب{text}", "ذكرني بالموعد")).isEmpty();
        assertThat(match("ذكرني أن {text}", "ذكرني أن أتصل بأمي")).contains(Map.of("text", "أتصل بأمي"));
        assertThat(match("rappelle-moi de {text}", "Rappelle-moi de téléphoner à Zoé"))
                .contains(Map.of("text", "téléphoner à Zoé"));
    }

    @Test
    void match_leavesOutColonAndComma() {
        assertThat(match("note {text}", "Note: buy milk")).contains(Map.of("text", "buy milk"));
    }

    @Property(tries = 300)
    void match_triesAtMostSoManyPlaces(
            @ForAll @StringLength(max = 2_000) @CharRange(from = 'a', to = 'b') String letters) {
        Utterance said = Utterance.of("a " + String.join(" ", letters.split("")));
        ExampleMatcher matcher = matcher("a {text} a {more} b {count} a {when} b {text}", said);

        matcher.match();

        assertThat(matcher.attempts()).isLessThanOrEqualTo(ExampleMatcher.MAX_ATTEMPTS + 8);
    }

    @Test
    void match_isBoundedForTheLongestMessage() {
        Utterance said = Utterance.of("to " + "to ".repeat(33_000));
        ExampleMatcher matcher = matcher("to {text} to {more} to {count} to {when}", said);

        assertThat(matcher.match()).isEmpty();
        assertThat(matcher.attempts()).isLessThanOrEqualTo(ExampleMatcher.MAX_ATTEMPTS + 8);
    }

    private static Optional<Map<String, Object>> match(String example, String said) {
        return matcher(example, Utterance.of(said)).match();
    }

    private static ExampleMatcher matcher(String example, Utterance said) {
        return new ExampleMatcher(Example.of(example), said, SLOTS, new SlotReader(LocalDate.of(2026, 11, 21)));
    }

    private static Slot slot(String name, Kind kind) {
        return new Slot(name, kind, "", List.of(), true);
    }
}
