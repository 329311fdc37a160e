package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.eval.subject.Account;
import io.personaagent.app.eval.subject.Part;
import io.personaagent.app.eval.subject.Subject;
import io.personaagent.app.eval.subject.Subjects;
import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.tools.UserId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredictEvalTest {

    private static final Scale STARS = new Scale(0.5, 5, 0.5);

    /** Learns directly from what it has heard, which is quick. */
    private static final class Direct implements Subject {

        private final List<Episode> heard = new ArrayList<>();

        @Override
        public void hear(List<Episode> more) {
            heard.addAll(more);
        }

        @Override
        public String answer(Message question, Set<Part> without) {
            List<Known> known = heard.stream()
                    .map(each -> new Known(
                            each.id(),
                            Form.MOVIE_SCORE.aboutOf(each),
                            each.groundTruth().orElseThrow()))
                    .toList();
            Learnt learnt = without.isEmpty() ? Learnt.aligned(known, STARS) : Learnt.nothing(STARS);
            return new ReflexClosedPlanner(20)
                    .answer(ClosedQuestion.in(question.text()).orElseThrow().ask(), learnt, Memories.NONE);
        }

        @Override
        public Account account() {
            return new Account(Map.of(), Map.of("heard", heard.size()));
        }

        @Override
        public void close() {}
    }

    private static PredictEval.Results results(List<Exam> exams, Set<Part> without) {
        Subjects direct = new Subjects() {
            @Override
            public String named() {
                return "direct";
            }

            @Override
            public Subject about(UserId person) {
                return new Direct();
            }
        };
        PredictEval.Against all = new PredictEval.Against(EnumSet.allOf(Part.class), List.of(direct), true);
        return new PredictEval(direct, without, all, new Bootstrap(1)).run(exams, (done, people) -> {});
    }

    @Test
    void run_onMadeUpPeople_recoversWhatTheyLike() {
        PredictEval.Results results = results(Synthetic.make(8, 7), Set.of());

        ExamReport report = results.exams().get(1);
        Estimate own = report.score().metrics().getOrDefault(Metric.ACCURACY, new Estimate(0, 0, 0));
        assertThat(own.low()).isGreaterThan(0.65);
        assertThat(own.low()).isLessThanOrEqualTo(own.value());
        assertThat(report.compared().keySet())
                .containsExactly(
                        "direct",
                        "without alignment",
                        "without persona",
                        "without memory",
                        "without action",
                        "without gate");
        assertThat(report.compared()).hasEntrySatisfying("without memory", other -> assertThat(
                        other.difference().getOrDefault(Metric.ACCURACY, own).high())
                .isNegative());
        List<ExamReport.Point> curve = report.curve();
        assertThat(curve.get(curve.size() - 1).aligned().value())
                .isEqualTo(own.value())
                .isGreaterThan(curve.get(0).aligned().high());
    }

    @Test
    void run_livesOnce_forAllExamsAndAllSettings() {
        PredictEval.Results results = results(Synthetic.make(3, 7), Set.of());

        assertThat(results.account().decisions()).containsEntry("heard", 3 * 120);
    }

    @Test
    void run_withoutAPart_isNotMeasuredWithoutItAgain() {
        ExamReport report =
                results(Synthetic.make(3, 7), Set.of(Part.MEMORY)).exams().get(0);

        assertThat(report.compared()).doesNotContainKey("without memory").containsKey("without action");
        assertThat(report.score().metrics()).containsOnlyKeys(Metric.MAE, Metric.RMSE);
    }

    @Test
    void fromLogs_asksTheNewestFifth_whichIsNotHeard() {
        List<Exam> exams = LogExams.of(Synthetic.make(2, 7));

        Person person = exams.get(0).people().get(0);
        assertThat(person.log()).hasSize(110);
        assertThat(person.exercises()).hasSize(10);
        assertThat(person.log()).allSatisfy(heard -> assertThat(heard.occasion().happened())
                .isBefore(person.exercises().get(0).question().at()));
        assertThat(exams.get(1).people().get(0).exercises()).isNotEmpty().hasSizeLessThan(10);
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
