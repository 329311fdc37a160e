package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.persona.tendency.ReflexClosedPlanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredictEvalTest {

    private static ExamReport report(Exam exam, Set<Ablation.Part> parts) {
        return new PredictEval(new ReflexClosedPlanner(20), new Ablation(parts, 1), new Bootstrap(1))
                .run(exam, (done, all) -> {});
    }

    @Test
    void run_onMadeUpPeople_recoversWhatTheyLike() {
        ExamReport report = report(Synthetic.make(8, 7).get(1), Set.of());

        Estimate own = report.score().metrics().getOrDefault(Metric.ACCURACY, new Estimate(0, 0, 0));
        assertThat(own.low()).isGreaterThan(0.65);
        assertThat(own.low()).isLessThanOrEqualTo(own.value());
        assertThat(report.compared().keySet())
                .containsExactly(
                        "direct", "usual", "without alignment", "without persona", "without memory", "without action");
        assertThat(report.compared()).hasEntrySatisfying("without memory", other -> assertThat(
                        other.difference().getOrDefault(Metric.ACCURACY, own).high())
                .isNegative());
        List<ExamReport.Point> curve = report.curve();
        assertThat(curve.get(curve.size() - 1).aligned().value())
                .isEqualTo(own.value())
                .isGreaterThan(curve.get(0).aligned().high());
    }

    @Test
    void run_withoutAPart_isNotMeasuredWithoutItAgain() {
        ExamReport report = report(Synthetic.make(3, 7).get(0), Set.of(Ablation.Part.MEMORY));

        assertThat(report.compared()).doesNotContainKey("without memory").containsKey("without action");
        assertThat(report.score().metrics()).containsOnlyKeys(Metric.MAE, Metric.RMSE);
    }

    @Test
    void make_isTheSameForTheSameSeed_andAnotherForAnother() {
        assertThat(Synthetic.make(2, 3).get(0).people().get(0).log())
                .isEqualTo(Synthetic.make(2, 3).get(0).people().get(0).log())
                .isNotEqualTo(Synthetic.make(2, 4).get(0).people().get(0).log());
    }

    @Test
    void bootstrap_ofOneWhoIsAlwaysRight_knowsItForSure() {
        Map<String, List<Verdict>> verdicts = Map.of("a", List.of(new Verdict(0, 0, 0, true)));

        assertThat(new Bootstrap(1).of(Metric.ACCURACY, 2, verdicts)).isEqualTo(new Estimate(1, 1, 1));
        assertThat(new Bootstrap(1).difference(Metric.ACCURACY, 2, verdicts, verdicts))
                .isEqualTo(new Estimate(0, 0, 0));
    }
}
