package io.personaagent.persona.tendency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.tendency.Echoes.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EchoesTest {

    private static final Traits JAZZ = Traits.of("New. Genres: Jazz");
    private static final Echoes ECHOES = new Echoes(80, Traits::resemblance);

    private static Traits thing(int number, String genre) {
        return Traits.of("Thing%d. Genres: %s".formatted(number, genre));
    }

    private static List<Echo> remembered(List<Double> off, boolean news) {
        List<Echo> all = new ArrayList<>();
        for (int place = 0; place < off.size(); place++) {
            all.add(new Echo(thing(place, "Jazz"), off.size() - place, off.get(place), news));
        }
        return all;
    }

    @Property
    void of_whatIsNoNews_andResemblesNothing_isNothing(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -4, max = 4) Double> off) {
        assertThat(ECHOES.of(JAZZ, remembered(off, false))).isZero();
    }

    @Property
    void of_news_movesTowardsThem_andNotBeyond(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.1, max = 4) Double> off) {
        double most = off.stream().mapToDouble(each -> each).max().orElseThrow();

        assertThat(ECHOES.of(JAZZ, remembered(off, true))).isPositive().isLessThan(most);
        List<Double> below = off.stream().map(each -> -each).toList();
        assertThat(ECHOES.of(JAZZ, remembered(below, true)))
                .isCloseTo(-ECHOES.of(JAZZ, remembered(off, true)), within(1e-9));
    }

    @Property
    void of_news_theMoreThereAre_theFurther(@ForAll @IntRange(min = 1, max = 40) int news) {
        List<Double> ones = new ArrayList<>(List.of(1.0));
        double before = 0;
        for (int count = 1; count <= news; count++) {
            double now = ECHOES.of(JAZZ, remembered(ones, true));
            assertThat(now).isGreaterThan(before);
            before = now;
            ones.add(1.0);
        }
    }

    @Property
    void of_olderNews_countLess(@ForAll @IntRange(min = 1, max = 100) int age) {
        assertThat(ECHOES.of(JAZZ, List.of(new Echo(thing(1, "Jazz"), age, 1, true))))
                .isGreaterThan(ECHOES.of(JAZZ, List.of(new Echo(thing(1, "Jazz"), age + 10, 1, true))));
    }

    @Test
    void of_newsOfItsTopic_countMoreThanOfOthers() {
        double same = ECHOES.of(JAZZ, List.of(new Echo(thing(1, "Jazz"), 1, 1, true)));
        double other = ECHOES.of(JAZZ, List.of(new Echo(thing(1, "Opera"), 1, 1, true)));

        assertThat(same).isGreaterThan(other);
        assertThat(other).isPositive();
    }

    @Test
    void answer_whereThePersonaRestsOnAllOfIt_isThePersonas() {
        Scale stars = new Scale(0.5, 5, 0.5);
        List<Known> log = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            log.add(new Known(new EpisodeId("e" + number), "Thing%d. Genres: Jazz".formatted(number), "2"));
        }
        Learnt learnt = Learnt.aligned(log, stars);
        ReflexClosedPlanner planner = new ReflexClosedPlanner(80);
        Ask ask = new Ask.Rate("New. Genres: Jazz", stars);
        List<Known> later = new ArrayList<>(log);
        for (int number = 20; number < 26; number++) {
            later.add(new Known(new EpisodeId("e" + number), "Thing%d. Genres: Jazz".formatted(number), "5"));
        }

        assertThat(planner.answer(ask, learnt, Memories.of(log)))
                .isEqualTo(planner.answer(ask, learnt, Memories.NONE))
                .isEqualTo("2");
        assertThat(planner.answer(ask, learnt, Memories.of(later, Set.of()))).isEqualTo("2");
        assertThat(Double.parseDouble(planner.answer(ask, learnt, Memories.of(later, ids(20, 26)))))
                .isGreaterThan(2.5);
    }

    private static Set<EpisodeId> ids(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(number -> new EpisodeId("e" + number))
                .collect(Collectors.toSet());
    }
}
