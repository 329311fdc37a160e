package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.core.plan.reflex.Predictions;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.tools.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often a score that people gave lies in the range that a tool is told, on real people; from the persona's sentences alone. */
class ScoreRangesMovieLensTest {

    private static final Path DATA = Path.of(System.getProperty("movielens", "none"));

    private int asked;
    private int inside;
    private double width;
    private double off;

    @Test
    void range_holdsMostOfWhatPeopleGave() throws IOException {
        Path questions = DATA.resolve("rating_questions.json.gz");
        assumeTrue(Files.exists(questions), () -> "skipped: there is no " + questions + "; say -Dmovielens=FOLDER");
        Exam exam = LampFiles.read(questions, DATA.resolve("rating_outputs.json"));

        exam.people().forEach(person -> sit(exam, person));

        System.out.printf(
                "RANGES %d questions: inside %.3f, mean width %.2f, MAE %.3f%n",
                asked, (double) inside / asked, width / asked, off / asked);
        assertThat((double) inside / asked).isBetween(0.75, 0.95);
    }

    private void sit(Exam exam, Person person) {
        List<Known> log = Logs.all(person);
        Persona persona = persona(Learnt.aligned(log, Logs.scale(exam)));
        Predictions predictions = new Predictions(() -> persona, about -> List.of());
        for (Exercise exercise : person.exercises()) {
            Ask.Rate ask = (Ask.Rate) Logs.ask(exercise);
            Score score = predictions.rate(ask.text()).orElseThrow();
            double low = score.range().low();
            double high = score.range().high();
            double fromLow = off(exercise, low);
            double fromHigh = off(exercise, high);
            asked++;
            inside += fromLow + fromHigh < high - low + 1e-9 ? 1 : 0;
            width += high - low;
            off += off(exercise, score.value());
        }
    }

    private static double off(Exercise exercise, double score) {
        return exercise.key().judge(Double.toString(score)).off();
    }

    private static Persona persona(Learnt learnt) {
        List<Statement> statements = Sentences.of(learnt.scores(), Persona.MAX_BYTES).stream()
                .map(sentence -> new Statement(
                        sentence.id(),
                        sentence.text(),
                        Statement.Kind.PREFERENCE,
                        new Support(1, Set.of(), Instant.EPOCH, Instant.EPOCH)))
                .toList();
        return new Persona(1, "rules", statements);
    }
}
