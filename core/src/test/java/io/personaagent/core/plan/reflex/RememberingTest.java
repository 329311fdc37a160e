package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Source.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberingTest {

    private static final String ASKED = "When is my sister's birthday?";
    private static final Recollection ON_14 = Situations.recalled(
            Situations.source(Kind.STATEMENT, "e1", "2026-11-18T09:00:00Z"), "My sister's birthday is on 14 May.", 0.9);
    private static final Recollection ON_15 = Situations.recalled(
            Situations.source(Kind.CORRECTION, "e2", "2026-11-19T09:00:00Z"), "It is on 15 May.", 0.8);

    private final Remembering remembering =
            new Remembering(new Vectors(new WordBagModel().embedder()), ReflexSettings.MEASURED, ZoneOffset.UTC);

    @Test
    void answer_quotesWithDayAndEvidence() {
        assertThat(answer(ASKED, ON_14))
                .contains(new Step.Answer(
                        "You told me on 18 November 2026: \"My sister's birthday is on 14 May.\"",
                        List.of(new EpisodeId("e1"))));
    }

    @Test
    void answer_prefersTheCorrectionAndSaysWhatWasBefore() {
        assertThat(answer(ASKED, ON_14, ON_15))
                .contains(new Step.Answer(
                        """
                        You corrected me on 19 November 2026: "It is on 15 May."
                        (Before that, on 18 November 2026, you had said: "My sister's birthday is on 14 May.")""",
                        List.of(new EpisodeId("e2"), new EpisodeId("e1"))));
    }

    @Test
    void answer_prefersWhatWasSaidLaterToAnEarlierCorrection() {
        Recollection later = Situations.recalled(
                Situations.source(Kind.STATEMENT, "e3", "2026-11-20T09:00:00Z"),
                "My sister's birthday is on 16 May.",
                0.85);

        assertThat(answer(ASKED, ON_14, ON_15, later).map(Step.Answer::text))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("You told me yesterday: \"My sister's birthday is on 16 May.\"\n(Before that,"));
    }

    @Test
    void answer_namesAnotherSpeaker() {
        Source caroline = new Source(
                Kind.STATEMENT, "Caroline", Instant.parse("2023-05-08T10:00:00Z"), List.of(new EpisodeId("c1")));

        assertThat(answer("When did Caroline go there?", Situations.recalled(caroline, "I went yesterday!", 0.7)))
                .map(Step.Answer::text)
                .contains("Caroline said on 8 May 2023: \"I went yesterday!\"");
    }

    @Test
    void answer_saysWhichTimeOfDayInThePersonsZone() {
        Recollection today = Situations.recalled(
                Situations.source(Kind.STATEMENT, "e4", "2026-11-21T05:05:00Z"), "The key is under the pot.", 0.9);
        Remembering inTokyo = new Remembering(
                new Vectors(new WordBagModel().embedder()), ReflexSettings.MEASURED, ZoneId.of("Asia/Tokyo"));

        assertThat(inTokyo.answer(situation("Where is the key?", today)).map(Step.Answer::text))
                .contains("You told me today at 14:05: \"The key is under the pot.\"");
    }

    @Test
    void answer_neverQuotesAQuestionNorWhatIsNotSure() {
        Recollection question =
                Situations.recalled(Situations.source(Kind.QUESTION, "q1", "2026-11-18T09:00:00Z"), ASKED, 1);
        Recollection unsure = Situations.recalled(
                Situations.source(Kind.STATEMENT, "e5", "2026-11-18T09:00:00Z"), "I like tea.", 0.49);

        assertThat(answer(ASKED, question, unsure)).isEmpty();
    }

    @Test
    void answer_quotesUpToThreeThatAreAboutAsSure() {
        List<Recollection> many = List.of(
                Situations.recalled(
                        Situations.source(Kind.STATEMENT, "a", "2026-11-01T09:00:00Z"), "Tea is good.", 0.80),
                Situations.recalled(
                        Situations.source(Kind.STATEMENT, "b", "2026-11-02T09:00:00Z"), "Juice is sweet.", 0.79),
                Situations.recalled(
                        Situations.source(Kind.STATEMENT, "c", "2026-11-03T09:00:00Z"), "Water is fine.", 0.78),
                Situations.recalled(
                        Situations.source(Kind.STATEMENT, "d", "2026-11-04T09:00:00Z"), "Milk is white.", 0.77),
                Situations.recalled(
                        Situations.source(Kind.STATEMENT, "e", "2026-11-05T09:00:00Z"), "Coffee is black.", 0.60));

        Step.Answer answer =
                answer("What do I drink?", many.toArray(Recollection[]::new)).orElseThrow();

        assertThat(answer.text().lines()).hasSize(3);
        assertThat(answer.cites()).extracting(EpisodeId::value).containsExactly("a", "b", "c");
    }

    @Test
    void answer_measuresWhatMemoryDoesNot() {
        Source source =
                new Source(Kind.STATEMENT, "", Situations.NOW.minusSeconds(900_000), List.of(new EpisodeId("x")));
        Recollection bare = new Recollection(
                "My cat is called Miso.", source, new Score(3, List.of()), ON_14.sensitivity(), ON_14.trust());

        assertThat(answer("What is my cat called?", bare)).isPresent();
        assertThat(answer("Who won the match?", bare)).isEmpty();
    }

    @Test
    void answer_fromThisSessionWithItsCorrection() {
        Episode told = Situations.said("s1", "My cat is called Miso.", "I'll remember that.");
        Episode corrected = Situations.said("s2", "What is my cat called?", "You told me ...")
                .with(Feedback.corrected("Its name is Mochi.", Situations.NOW.minusSeconds(60)));

        assertThat(inSession("What is my cat called?", told))
                .map(Step.Answer::text)
                .contains("You told me today at 11:58: \"My cat is called Miso.\"");
        assertThat(inSession("What is my cat called?", told, corrected))
                .contains(new Step.Answer(
                        """
                        You corrected me today at 11:59: "Its name is Mochi."
                        (Before that, today at 11:58, you had said: "My cat is called Miso.")""",
                        List.of(new EpisodeId("s2"), new EpisodeId("s1"))));
    }

    @Test
    void answer_putsACorrectionOfThisSessionBeforeWhatMemoryIsAsSureOf() {
        Episode corrected = Situations.said("s2", ASKED, "You told me ...")
                .with(Feedback.corrected("It is on 15 May, I mixed it up.", Situations.NOW.minusSeconds(60)));

        assertThat(remembering.answer(Situations.of(ASKED, List.of(ON_14), List.of(corrected), List.of())))
                .map(Step.Answer::text)
                .contains(
                        """
                        You corrected me today at 11:59: "It is on 15 May, I mixed it up."
                        (Before that, on 18 November 2026, you had said: "My sister's birthday is on 14 May.")""");
    }

    @Test
    void answer_putsACorrectionThatMemoryIsSurerOfBeforeWhatItReplaced() {
        Recollection surest = Situations.recalled(ON_15.source(), ON_15.text(), 0.95);

        assertThat(answer(ASKED, ON_14, surest)).isEqualTo(answer(ASKED, ON_14, ON_15));
    }

    @Test
    void answer_quotesWhatStillStandsBesideACorrection() {
        Source caroline = new Source(
                Kind.STATEMENT, "Caroline", Instant.parse("2023-05-08T10:00:00Z"), List.of(new EpisodeId("c1")));
        Recollection surest = Situations.recalled(ON_15.source(), ON_15.text(), 0.95);

        assertThat(answer(ASKED, ON_14, surest, Situations.recalled(caroline, "It is in May!", 0.94)))
                .map(Step.Answer::text)
                .contains(
                        """
                        You corrected me on 19 November 2026: "It is on 15 May."
                        Caroline said on 8 May 2023: "It is in May!"
                        (Before that, on 18 November 2026, you had said: "My sister's birthday is on 14 May.")""");
    }

    @Test
    void answer_doesNotTakeMySisterForMyBrother() {
        Episode told = Situations.said("s1", "My sister's birthday is on 14 May.", "");

        assertThat(inSession(ASKED, told)).isPresent();
        assertThat(inSession("When is my brother's birthday?", told)).isEmpty();
    }

    @Test
    void answer_shortensALongQuoteAroundTheSentenceThatAnswers() {
        String filler = "Nothing much happened there that anybody would want to hear of. ".repeat(200);
        Recollection lengthy = Situations.recalled(
                Situations.source(Kind.STATEMENT, "l", "2026-11-18T09:00:00Z"),
                filler + "My sister's birthday is on 14 May. " + filler,
                0.9);

        String text = answer(ASKED, lengthy).orElseThrow().text();

        assertThat(text)
                .contains("… My sister's birthday is on 14 May. Nothing")
                .endsWith(" …\"");
        assertThat(text.length()).isLessThan(Quotes.MAX_CHARACTERS + 60);
    }

    @Test
    void answer_quotesAnyScript() {
        Recollection chinese = Situations.recalled(
                Situations.source(Kind.STATEMENT, "z", "2026-11-18T09:00:00Z"), "我姐姐的生日是五月十四日。", 0.9);

        assertThat(answer("我姐姐的生日是哪天？", chinese))
                .map(Step.Answer::text)
                .contains("You told me on 18 November 2026: \"我姐姐的生日是五月十四日。\"");
    }

    @Test
    void unknown_saysSo() {
        assertThat(remembering.unknown("What is it?").text())
                .isEqualTo("I don't know that yet. Tell me, and I will remember it.");
        assertThat(remembering.unknown("when is it?").text())
                .isEqualTo("I don't know when that is yet. Tell me, and I will remember it.");
        assertThat(remembering.unknown("😀?").cites()).isEmpty();
    }

    @Test
    void noted_mentionsWhatWasSaidOtherwise() {
        assertThat(remembering.noted(situation("My sister's birthday is on 15 May.", ON_14)))
                .isEqualTo(new Step.Answer(
                        "I'll remember that. Earlier, on 18 November 2026, you told me: \"My sister's birthday is on 14 May.\""
                                + " I'll go by what you say now.",
                        List.of(new EpisodeId("e1"))));
    }

    @Test
    void noted_mentionsNothingThatIsOnlyAlike() {
        for (String other : List.of(
                "My brother's birthday is on 15 May.", "I like tea.", "My sister's birthday is on 14 May.", "😀")) {
            assertThat(remembering.noted(situation(other, ON_14)).text()).isEqualTo("I'll remember that.");
        }
    }

    @Test
    void noted_saysThatThereIsNoToolForAnOrder() {
        assertThat(remembering.noted(situation("Book a flight to Rome")).text())
                .isEqualTo("I'll remember that. If you want something done: I have no tool for it."
                        + " Ask \"what can you do\" for what there is.");
        assertThat(remembering.noted(situation("Remember that I like tea.")).text())
                .isEqualTo("I'll remember that.");
    }

    private Optional<Step.Answer> answer(String asked, Recollection... recalled) {
        return remembering.answer(situation(asked, recalled));
    }

    private Optional<Step.Answer> inSession(String asked, Episode... said) {
        return remembering.answer(Situations.of(asked, List.of(), List.of(said), List.of()));
    }

    private static Situation situation(String message, Recollection... recalled) {
        return Situations.of(message, List.of(recalled), List.of(), List.of());
    }
}
