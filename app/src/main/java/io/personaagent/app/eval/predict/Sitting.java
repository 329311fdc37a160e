package io.personaagent.app.eval.predict;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.spi.Progress;
import io.personaagent.persona.tendency.ClosedPlanner;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Memories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a planner the questions of an exam. It sees the question, the persona and the log, never the key. */
public final class Sitting {

    private final ClosedPlanner planner;
    private final Ablation ablation;

    public Sitting(ClosedPlanner planner, Ablation ablation) {
        this.planner = requireNonNull(planner, "planner");
        this.ablation = requireNonNull(ablation, "ablation");
    }

    /** What became of each person's questions, in the order of the exam. */
    public Map<String, List<Verdict>> sit(Exam exam, Progress progress) {
        Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
        long done = 0;
        for (Person person : exam.people()) {
            Learnt persona = ablation.persona(person.log(), exam.scale());
            Memories recalled = Memories.of(ablation.recalled(person.log()));
            List<Verdict> own = verdicts.computeIfAbsent(person.user(), first -> new ArrayList<>());
            for (Exercise exercise : person.exercises()) {
                own.add(exercise.key().judge(planner.answer(exercise.ask(), persona, recalled)));
                progress.at(++done, exam.questions());
            }
        }
        return verdicts;
    }
}
