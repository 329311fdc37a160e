package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.persona.prototype.Contribution;
import io.personaagent.persona.prototype.Kindred;
import io.personaagent.persona.prototype.Prototypes;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.ReflexClosedPlanner;
import io.personaagent.persona.tendency.Tendencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What prototypes of the others are worth to somebody who is new, on real people; each is left out of what is guessed for them. */
class PrototypesMovieLensTest {

    private static final Path DATA = Path.of(System.getProperty("movielens", "none"));
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1);

    private final ReflexClosedPlanner planner = new ReflexClosedPlanner(10);
    private final Map<String, Contribution> counted = new LinkedHashMap<>();

    @Test
    void rating_ofWhoIsNew() throws IOException {
        Exam exam = exam("rating");
        for (int labels : List.of(0, 5, 10, 20)) {
            Map<String, List<Verdict>> without = sit(exam, labels, false);
            Map<String, List<Verdict>> with = sit(exam, labels, true);
            report("rating", Metric.MAE, labels, without, with);
            if (labels >= Kindred.ENOUGH) {
                assertThat(with).isEqualTo(without);
            }
        }
    }

    @Test
    void choice_ofWhoIsNew() throws IOException {
        Exam exam = exam("choice");
        for (int labels : List.of(0, 5, 10)) {
            report("choice", Metric.ACCURACY, labels, sit(exam, labels, false), sit(exam, labels, true));
        }
    }

    private static Exam exam(String task) throws IOException {
        Path questions = DATA.resolve(task + "_questions.json.gz");
        assumeTrue(Files.exists(questions), () -> "skipped: there is no " + questions + "; say -Dmovielens=FOLDER");
        return LampFiles.read(questions, DATA.resolve(task + "_outputs.json"));
    }

    private Map<String, List<Verdict>> sit(Exam exam, int labels, boolean guessing) {
        if (counted.isEmpty()) {
            exam.people().forEach(person -> contribution(exam, person));
        }
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        for (Person person : exam.people()) {
            List<Known> log = Logs.newest(person, labels);
            Learnt own = labels == 0 ? Learnt.nothing(Logs.scale(exam)) : Learnt.aligned(log, Logs.scale(exam));
            Learnt used = guessing ? new Learnt(guessed(exam, person, own.scores(), labels), own.labels()) : own;
            for (Exercise exercise : person.exercises()) {
                verdicts.computeIfAbsent(person.user(), first -> new ArrayList<>())
                        .add(exercise.key().judge(planner.answer(Logs.ask(exercise), used, Memories.of(log))));
            }
        }
        return verdicts;
    }

    private void contribution(Exam exam, Person person) {
        Contribution.of(Memories.of(Logs.all(person)).rated(), Logs.scale(exam))
                .ifPresent(found -> counted.put(person.user(), found));
    }

    private Tendencies guessed(Exam exam, Person person, Tendencies own, int labels) {
        Map<String, Contribution> others = new LinkedHashMap<>(counted);
        others.remove(person.user());
        Prototypes prototypes = Prototypes.of(others.values());
        Kindred kindred = prototypes.nearest(own);
        return labels == 0 ? kindred.alone(Logs.scale(exam)) : kindred.beside(own);
    }

    private static void report(
            String task,
            Metric metric,
            int labels,
            Map<String, List<Verdict>> without,
            Map<String, List<Verdict>> with) {
        System.out.printf(
                "PROTOTYPES %s %d labels: without %s, with %s, difference %s%n",
                task,
                labels,
                BOOTSTRAP.of(metric, 2, without),
                BOOTSTRAP.of(metric, 2, with),
                BOOTSTRAP.difference(metric, 2, with, without));
    }
}
