package io.personaagent.app.eval.predict;

import io.personaagent.memory.episode.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person with all that is asked about them after the same log.
 *
 * @param exercises of each exam, in the order of the exams
 */
record Candidate(String user, List<Episode> log, List<List<Exercise>> exercises) {

    private record Life(String user, List<Episode> log) {}

    /** Everybody, who is asked in several exams only once. */
    static List<Candidate> of(List<Exam> exams) {
        Map<Life, Candidate> candidates = new LinkedHashMap<>();
        for (int exam = 0; exam < exams.size(); exam++) {
            for (Person person : exams.get(exam).people()) {
                candidates
                        .computeIfAbsent(new Life(person.user(), person.log()), life -> none(life, exams.size()))
                        .exercises()
                        .get(exam)
                        .addAll(person.exercises());
            }
        }
        return List.copyOf(candidates.values());
    }

    private static Candidate none(Life life, int exams) {
        List<List<Exercise>> exercises = new ArrayList<>();
        for (int exam = 0; exam < exams; exam++) {
            exercises.add(new ArrayList<>());
        }
        return new Candidate(life.user(), life.log(), exercises);
    }
}
