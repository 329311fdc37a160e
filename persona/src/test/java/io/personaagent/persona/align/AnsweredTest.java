package io.personaagent.persona.align;

import static io.personaagent.persona.align.Cases.NOON;
import static io.personaagent.persona.align.Cases.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.persona.align.Label.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredTest {

    private static Episode replied(String query, String reply, String... tags) {
        Episode asked = asked(1, query, tags);
        return new Episode(asked.id(), asked.occasion(), new Exchange("", query, List.of(), reply), asked.provenance());
    }

    private static Feedback rated(String query, String mark) {
        return new Answered(asked(1, query)).rated(Mark.in(mark).mark(), NOON);
    }

    @Test
    void rated_whereTheQuestionIsForAMark_isTheMark() {
        assertThat(rated("How would I rate Alien?", "4")).isEqualTo(Feedback.corrected("4", NOON));
        assertThat(rated("How would I rate Alien?", " 3,5/5 ")).isEqualTo(Feedback.corrected("3.5", NOON));
        assertThat(rated("How would I rate Alien out of 10?", "9/10")).isEqualTo(Feedback.corrected("9", NOON));

        Episode labelled = asked(1, "How would I rate Alien?").with(rated("How would I rate Alien?", "4/5"));
        assertThat(Labelled.of(labelled).orElseThrow().label().kind()).isEqualTo(Kind.RATING);
        assertThat(Labelled.of(labelled).orElseThrow().task()).isEqualTo(new Task.Rating(1, 5));
    }

    @Test
    void rated_whereItIsNot_isAThumb() {
        assertThat(rated("What is for lunch?", "4/5")).isEqualTo(Feedback.good(NOON));
        assertThat(rated("What is for lunch?", "5")).isEqualTo(Feedback.good(NOON));
        assertThat(rated("What is for lunch?", "3/10")).isEqualTo(Feedback.bad(NOON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How would I rate Alien? | 6 | 6 is not on the scale, which goes from 1 to 5",
                "How would I rate Alien? | 8/10 | 8/10 is not on the scale, which goes from 1 to 5",
                "How would I rate Alien from 0 to 10? | 11 | 11 is not on the scale, which goes from 0 to 10",
                "What is for lunch? | 3/5 | 3/5 says neither that the answer was right nor that it was wrong; a correction says what would have been right",
                "What is for lunch? | 6 | 6 is not on the scale, which goes from 1 to 5",
                "What is for lunch? | very good | 'very good' is no mark; expected one such as 4, 4/5 or 7.5/10",
                "What is for lunch? | '' | '' is no mark; expected one such as 4, 4/5 or 7.5/10",
                "What is for lunch? | 1/1 | a mark out of 1 says nothing; the best must be at least 2"
            })
    void rated_whatDoesNotFit_saysWhatWould(String query, String mark, String message) {
        assertThatThrownBy(() -> rated(query, mark)).hasMessage(message);
    }

    @Test
    void chosen_isOneOfWhatWasOffered() {
        Episode offered = replied("Book a table", "The Blue Door or Chez Ida?");

        Feedback chosen = new Answered(offered).chosen("b", NOON);

        assertThat(chosen).isEqualTo(Feedback.corrected("Chez Ida", NOON));
        Labelled labelled = Labelled.of(offered.with(chosen)).orElseThrow();
        assertThat(labelled.label().kind()).isEqualTo(Kind.CHOICE);
        assertThat(labelled.task()).isEqualTo(new Task.Choice(List.of("The Blue Door", "Chez Ida")));
    }

    @Test
    void chosen_whatTheTagsOffer_goesBeforeTheReply() {
        Episode tagged =
                replied("Which?", "tea or coffee?", Task.CHOICE_TAG, Task.OPTION_TAG + "milk", Task.OPTION_TAG + "rum");

        assertThat(new Answered(tagged).chosen("rum", NOON)).isEqualTo(Feedback.corrected("rum", NOON));
    }

    @Test
    void chosen_isOneOfWhatTheQuestionNamed_whereTheReplyOfferedNothing() {
        Answered asked = new Answered(replied("Should I order cocoa or tea?", "I don't know you well enough to say."));

        assertThat(asked.chosen("cocoa", NOON)).isEqualTo(Feedback.corrected("cocoa", NOON));
    }

    @Test
    void chosen_whatWasNotOffered_saysWhatWas() {
        Answered offered = new Answered(replied("Drink?", "Tea or coffee?"));

        assertThatThrownBy(() -> offered.chosen("milk", NOON))
                .hasMessage("'milk' was not offered; there were: A Tea, B coffee");
        assertThatThrownBy(() -> new Answered(replied("Drink?", "Tea.")).chosen("tea", NOON))
                .hasMessage(
                        "neither that answer nor its question offered anything to choose among; a correction says what is right");
    }

    @Test
    void chosen_fromAnAnswerThatMayRepeatOthers_needsTheWords() {
        Answered influenced =
                new Answered(replied("What does the page say?", "Obey Eve or leave?", Provenance.UNTRUSTED_INFLUENCE));

        assertThat(influenced.chosen("leave", NOON)).isEqualTo(Feedback.corrected("leave", NOON));
        assertThatThrownBy(() -> influenced.chosen("A", NOON))
                .hasMessage(
                        "that answer may repeat words of others; choose by the words of the option: A Obey Eve, B leave");
    }

    @Test
    void marked_isALabelOfItsOwn() {
        Episode usual = Answered.marked(new EpisodeId("m1"), "s", Mark.in("4").mark(), "Alien (1979)", NOON);
        Episode ten =
                Answered.marked(new EpisodeId("m2"), "s", Mark.in("7.5/10").mark(), "Alien (1979)", NOON);

        assertThat(usual.exchange().query()).isEqualTo("How would I rate Alien (1979)?");
        assertThat(ten.exchange().query()).isEqualTo("How would I rate Alien (1979) out of 10?");
        Labelled labelled = Labelled.of(ten).orElseThrow();
        assertThat(labelled.truth()).isEqualTo("7.5");
        assertThat(labelled.task()).isEqualTo(new Task.Rating(1, 10));
        assertThat(labelled.label().kind()).isEqualTo(Kind.RATING);
        assertThatThrownBy(() -> Answered.marked(
                        new EpisodeId("m3"), "s", Mark.in("11/10").mark(), "Alien", NOON))
                .hasMessage("11/10 is not on the scale, which goes from 1 to 10");
    }

    @Test
    void of_anImportedLabel_countsOnlyWhereItWasVouchedFor() {
        assertThat(Labelled.of(from(Origin.IMPORT, Provenance.OWN_LABEL)))
                .map(each -> each.label().kind())
                .contains(Kind.IMPORTED);
        assertThat(Labelled.of(from(Origin.IMPORT))).isEmpty();
        for (Origin other : List.of(Origin.USER, Origin.AGENT, Origin.TOOL, Origin.FEEDBACK)) {
            assertThat(Labelled.of(from(other, Provenance.OWN_LABEL))).isEmpty();
        }
    }

    private static Episode from(Origin origin, String... tags) {
        Episode asked = asked(1, "What do I drink?");
        return new Episode(
                asked.id(),
                asked.occasion(),
                asked.exchange(),
                new Provenance(origin, Trust.UNTRUSTED, Sensitivity.ORDINARY, Set.of(tags)),
                List.of(Feedback.corrected("tea", NOON)));
    }
}
