package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTest {

    private static final List<String> LABELS = List.of("comedy", "action", "romance");

    @Test
    void judge_aScore_isReadAsANumber_andNotClamped() {
        assertThat(Key.score("4").judge(" 2.5 ")).isEqualTo(new Verdict(1.5, -1, -1, true));
        assertThat(Key.score("4").judge("9")).isEqualTo(new Verdict(5, -1, -1, true));
    }

    @Test
    void judge_whatIsNoScore_isTheWorstEnd() {
        assertThat(Key.score("4").judge("four")).isEqualTo(new Verdict(3, -1, -1, false));
        assertThat(Key.score("2").judge("")).isEqualTo(new Verdict(3, -1, -1, false));
        assertThat(Key.score("3").judge("NaN")).isEqualTo(new Verdict(2, -1, -1, false));
    }

    @Test
    void judge_aLabel_mustAgreeExactly() {
        assertThat(Key.label("action", LABELS).judge(" action\n")).isEqualTo(new Verdict(0, 1, 1, true));
        assertThat(Key.label("action", LABELS).judge("Action")).isEqualTo(new Verdict(1, 1, -1, false));
    }

    @Test
    void metrics_areThoseOfLamp_byHand() {
        List<Verdict> verdicts = Stream.of("comedy", "action", "nonsense", "comedy")
                .map(said -> Key.label("comedy", LABELS).judge(said))
                .toList();

        assertThat(Metric.ACCURACY.over(verdicts, 3)).isEqualTo(0.5);
        // comedy: precision 1, recall 1/2, F1 2/3; action 0; romance absent, and 0
        assertThat(Metric.F1.over(verdicts, 3)).isCloseTo(2.0 / 9, within(1e-9));
    }

    @Test
    void errors_areThoseOfLamp_byHand() {
        List<Verdict> verdicts =
                List.of(Key.score("4").judge("5"), Key.score("1").judge("x"));

        assertThat(Metric.MAE.over(verdicts, 0)).isEqualTo(2.5);
        assertThat(Metric.RMSE.over(verdicts, 0)).isCloseTo(Math.sqrt(8.5), within(1e-9));
    }
}
