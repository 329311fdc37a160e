package io.personaagent.app.eval.predict;

import io.personaagent.memory.episode.Episode;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Scale;
import java.util.List;

/** Logs and questions of an exam as what is learnt from without the agent. */
final class Logs {

    private Logs() {}

    /** The newest labels, oldest first. */
    static List<Known> newest(Person person, int labels) {
        List<Episode> log = person.log();
        return log.subList(Math.max(0, log.size() - labels), log.size()).stream()
                .map(Logs::known)
                .toList();
    }

    static List<Known> all(Person person) {
        return newest(person, person.log().size());
    }

    static Ask ask(Exercise exercise) {
        return ClosedQuestion.in(exercise.question().text()).orElseThrow().ask();
    }

    /** The one that the questions are about. */
    static Scale scale(Exam exam) {
        Ask ask = ask(exam.people().get(0).exercises().get(0));
        return ask instanceof Ask.Rate rate ? rate.scale() : ((Ask.Prefer) ask).scale();
    }

    private static Known known(Episode episode) {
        String query = episode.exchange().query();
        return new Known(
                episode.id(),
                ClosedQuestion.in(query).map(ClosedQuestion::thing).orElse(query),
                episode.groundTruth().orElseThrow());
    }
}
