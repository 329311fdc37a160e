package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReflexClosedPlannerTest {

    private static final Scale STARS = new Scale(0.5, 5, 0.5);
    private static final ReflexClosedPlanner PLANNER = new ReflexClosedPlanner(50);

    private static List<Known> log() {
        List<Known> log = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            boolean jazz = number % 2 == 0;
            log.add(known(number, "Thing %d. Genres: %s".formatted(number, jazz ? "Jazz" : "Opera"), jazz ? "5" : "2"));
        }
        return log;
    }

    private static Known known(int number, String text, String label) {
        return new Known(new EpisodeId("e" + number), text, label);
    }

    @Test
    void answer_toAScore_usesWhatWasLearnt() {
        Learnt aligned = Learnt.aligned(log(), STARS);

        assertThat(PLANNER.answer(new Ask.Rate("New. Genres: Jazz", STARS), aligned, Memories.NONE))
                .isEqualTo("5");
        assertThat(PLANNER.answer(new Ask.Rate("New. Genres: Opera", STARS), aligned, Memories.NONE))
                .isEqualTo("2");
    }

    @Test
    void answer_withoutAlignment_isTheirLevel() {
        Learnt summary = Learnt.summary(log(), STARS);

        assertThat(PLANNER.answer(new Ask.Rate("New. Genres: Jazz", STARS), summary, Memories.NONE))
                .isEqualTo("3.5");
    }

    @Test
    void answer_toAChoice_prefersWhatIsLiked_wherever() {
        Learnt aligned = Learnt.aligned(log(), STARS);

        assertThat(PLANNER.answer(new Ask.Prefer("A. Genres: Jazz", "B. Genres: Opera", STARS), aligned, Memories.NONE))
                .isEqualTo("[1]");
        assertThat(PLANNER.answer(new Ask.Prefer("B. Genres: Opera", "A. Genres: Jazz", STARS), aligned, Memories.NONE))
                .isEqualTo("[2]");
    }

    @Test
    void answer_remembersThePartsOfASeries() {
        List<Known> log = new ArrayList<>(log());
        log.add(known(50, "Harbour Nights 1", "0.5"));
        log.add(known(51, "Harbour Nights 2", "0.5"));
        Learnt summary = Learnt.summary(log, STARS);
        Ask ask = new Ask.Prefer("Harbour Nights 3", "Meadow Days 3", STARS);

        assertThat(PLANNER.answer(ask, summary, Memories.of(log))).isEqualTo("[2]");
        assertThat(PLANNER.answer(ask, summary, Memories.NONE)).isEqualTo("[1]");
    }

    @Test
    void answer_toALabel_usesPropensities() {
        List<Known> log = List.of(
                known(1, "a ship in a storm", "adventure"),
                known(2, "a storm at sea", "adventure"),
                known(3, "two friends tell jokes", "comedy"));
        Ask ask = new Ask.Classify("the storm", List.of("comedy", "adventure", "romance"));

        assertThat(PLANNER.answer(ask, Learnt.aligned(log, STARS), Memories.NONE))
                .isEqualTo("adventure");
        assertThat(PLANNER.answer(ask, Learnt.nothing(STARS), Memories.NONE)).isEqualTo("comedy");
    }

    @Test
    void answer_toARelation_findsWhatTheyHadToDoWith() {
        Memories papers =
                Memories.of(List.of(known(1, "Sparse graphs and colouring", ""), known(2, "Planar graphs", "")));

        assertThat(PLANNER.answer(
                        new Ask.Relate("Protein folding", "Colouring of graphs"), Learnt.nothing(STARS), papers))
                .isEqualTo("[2]");
    }

    @Test
    void new_mustBeAbleToRecall() {
        assertThatThrownBy(() -> new ReflexClosedPlanner(0))
                .hasMessage("at least 1 recalled thing must be able to speak, not 0");
    }

    @Test
    void scale_mustRise() {
        assertThatThrownBy(() -> new Scale(5, 1, 1))
                .hasMessage("a scale from 5.0 to 1.0 by 1.0 is none; it must rise, in fewer than 1000 steps");
        assertThat(STARS.nearest(9)).isEqualTo(5);
        assertThat(STARS.nearest(3.25)).isEqualTo(3.5);
    }
}
