package io.personaagent.app.eval.predict;

import io.personaagent.core.turn.Message;
import io.personaagent.memory.episode.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions made of the newest fifth of each log, so that settings can be chosen without a look at the real ones. */
public final class LogExams {

    private static final int SHARE = 5;
    private static final int MOST = 10;

    private LogExams() {}

    /** Of everybody who gave scores; the choices are between two of the same questions that got different scores. */
    public static List<Exam> of(List<Exam> exams) {
        Map<String, List<Episode>> logs = new LinkedHashMap<>();
        exams.forEach(exam -> exam.people().forEach(person -> logs.putIfAbsent(person.user(), scored(person.log()))));
        List<Person> rating = new ArrayList<>();
        List<Person> choosing = new ArrayList<>();
        logs.forEach((user, log) -> {
            int known = log.size() - Math.min(MOST, log.size() / SHARE);
            List<Episode> asked = log.subList(known, log.size());
            if (!asked.isEmpty()) {
                rating.add(new Person(user, log.subList(0, known), rates(asked)));
                choosing.add(new Person(user, log.subList(0, known), chooses(asked)));
            }
        });
        return List.of(
                new Exam("rating_from_logs", List.of(), rating),
                new Exam("choice_from_logs", Form.MOVIE_CHOICE.labels(), choosing));
    }

    private static List<Episode> scored(List<Episode> log) {
        return log.stream().filter(each -> Form.MOVIE_SCORE.isAskedIn(each)).toList();
    }

    private static List<Exercise> rates(List<Episode> asked) {
        return asked.stream()
                .map(each -> new Exercise(message(each, each.exchange().query()), Form.MOVIE_SCORE.key(score(each))))
                .toList();
    }

    private static List<Exercise> chooses(List<Episode> asked) {
        List<Exercise> exercises = new ArrayList<>();
        for (int place = 0; place + 1 < asked.size(); place++) {
            Episode one = asked.get(place);
            Episode other = asked.get(place + 1);
            double difference = Double.parseDouble(score(one)) - Double.parseDouble(score(other));
            if (difference != 0) {
                String which = Form.question(Form.MOVIE_SCORE.aboutOf(one), Form.MOVIE_SCORE.aboutOf(other));
                exercises.add(new Exercise(message(one, which), Form.MOVIE_CHOICE.key(difference > 0 ? "[1]" : "[2]")));
            }
        }
        return exercises;
    }

    private static String score(Episode episode) {
        return episode.groundTruth().orElseThrow();
    }

    private static Message message(Episode episode, String question) {
        return new Message(
                episode.occasion().session(), question, episode.occasion().happened());
    }
}
