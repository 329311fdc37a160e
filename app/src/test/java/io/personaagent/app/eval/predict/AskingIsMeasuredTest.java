package io.personaagent.app.eval.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.choice.ChoiceQuestion;
import io.personaagent.persona.choice.Leanings;
import io.personaagent.persona.choice.Weighed;
import io.personaagent.persona.elicit.Inquiries;
import io.personaagent.persona.elicit.Inquiry;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.Scale;
import io.personaagent.persona.tendency.Sentences;
import io.personaagent.persona.tendency.StatedPreference;
import io.personaagent.persona.tendency.Tendency;
import io.personaagent.persona.tendency.TendencyLearner;
import io.personaagent.persona.tendency.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Choices by people of whom little is known: answered without personalising, by whatever is known, only where it is clear, and after one
 * question. Asked whether they like a topic, a person says what their whole log says; the questions judge alone.
 */
class AskingIsMeasuredTest {

    private static final Path MOVIELENS = Path.of("../../shared/data/movielens");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<Integer> LABELS = List.of(0, 3, 5, 10);

    /** What each person's whole log says. */
    private final IdentityHashMap<Person, List<Tendency>> truths = new IdentityHashMap<>();

    /** How a choice is made. */
    private enum Manner {
        /** Always the first: it is not known who asks. */
        GENERIC,
        /** By whatever little is known. */
        NAIVE,
        /** By what is known where it is clear, and else as for anybody. */
        CAREFUL,
        /** The same, after a question for any of the topics. */
        ASKING_ANYTHING,
        /** The same, after the question that helps the most, where nothing is clear. */
        ASKING
    }

    private record Share(int right, int of, int worse, int people) {
        double accuracy() {
            return (double) right / of;
        }
    }

    @Test
    void askingTheRightQuestion_helpsMadeUpPeople() {
        Exam exam = Synthetic.make(60, 1).get(1);

        Share generic = measured("synthetic", exam, 0, Manner.GENERIC);
        Share asking = measured("synthetic", exam, 0, Manner.ASKING);
        Share anything = measured("synthetic", exam, 0, Manner.ASKING_ANYTHING);

        assertThat(asking.accuracy()).isGreaterThan(generic.accuracy() + 0.1);
        assertThat(asking.accuracy()).isGreaterThanOrEqualTo(anything.accuracy());
    }

    @Test
    void askingPeopleOfMovieLens_isBetterThanNotKnowing() throws IOException {
        Path questions = MOVIELENS.resolve("choice_questions.json.gz");
        assumeTrue(Files.exists(questions), () -> "skipped: MovieLens is not at " + questions);
        Exam exam = LampFiles.read(questions, MOVIELENS.resolve("choice_outputs.json"));

        for (int labels : LABELS) {
            for (Manner manner : Manner.values()) {
                measured("movielens", exam, labels, manner);
            }
        }

        assertThat(measured("movielens", exam, 0, Manner.ASKING).accuracy())
                .isGreaterThan(measured("movielens", exam, 0, Manner.GENERIC).accuracy());
    }

    private Share measured(String name, Exam exam, int labels, Manner manner) {
        int right = 0;
        int of = 0;
        int worse = 0;
        for (Person person : exam.people()) {
            int mine = right(person, labels, manner, Logs.scale(exam));
            right += mine;
            of += person.exercises().size();
            worse += mine < right(person, labels, Manner.GENERIC, Logs.scale(exam)) ? 1 : 0;
        }
        Share share = new Share(right, of, worse, exam.people().size());
        System.out.printf(
                Locale.ROOT,
                "%s, %d labels, %s: %.3f of %d choices right; %d of %d people worse than without personalising%n",
                name,
                labels,
                manner,
                share.accuracy(),
                of,
                worse,
                share.people());
        return share;
    }

    private int right(Person person, int labels, Manner manner, Scale scale) {
        List<Statement> persona =
                manner == Manner.GENERIC || labels == 0 ? List.of() : statements(Logs.newest(person, labels), scale);
        boolean asks = manner == Manner.ASKING || manner == Manner.ASKING_ANYTHING;
        List<Tendency> truth = asks ? truths.computeIfAbsent(person, each -> learnt(Logs.all(each), scale)) : List.of();
        Random random = new Random(person.user().hashCode());
        int right = 0;
        for (Exercise exercise : person.exercises()) {
            Ask.Prefer ask = (Ask.Prefer) Logs.ask(exercise);
            boolean first = manner == Manner.GENERIC || isFirst(ask, persona, truth, manner, random);
            right += exercise.key().judge(first ? "[1]" : "[2]").off() == 0 ? 1 : 0;
        }
        return right;
    }

    private static boolean isFirst(
            Ask.Prefer ask, List<Statement> persona, List<Tendency> truth, Manner manner, Random random) {
        ChoiceQuestion question = new ChoiceQuestion("Which?", List.of(ask.first(), ask.second()));
        Leanings leanings = Leanings.of(persona, List.of());
        List<Weighed> weighed = leanings.weigh(question);
        if (manner == Manner.NAIVE) {
            return weighed.get(0).worth() >= weighed.get(1).worth();
        }
        if (manner != Manner.CAREFUL && Weighed.best(weighed).isEmpty()) {
            List<StatedPreference> told = inquiry(new Inquiries(leanings), question.options(), manner, random)
                    .flatMap(inquiry -> answer(inquiry.object(), truth))
                    .map(List::of)
                    .orElseGet(List::of);
            weighed = Leanings.of(persona, told).weigh(question);
        }
        return Weighed.best(weighed)
                .map(best -> best.thing().equals(ask.first()))
                .orElse(true);
    }

    private static Optional<Inquiry> inquiry(Inquiries inquiries, List<String> options, Manner manner, Random random) {
        List<Inquiry> all = inquiries.between(options);
        return manner == Manner.ASKING || all.isEmpty()
                ? inquiries.best(options)
                : Optional.of(all.get(random.nextInt(all.size())));
    }

    /** What their log says; nothing of what does not occur there. */
    private static Optional<StatedPreference> answer(String topic, List<Tendency> truth) {
        return truth.stream()
                .filter(each -> each.trait().equals(new Trait(Trait.Kind.TOPIC, topic)))
                .findFirst()
                .map(each -> new StatedPreference(
                        topic.toLowerCase(Locale.ROOT),
                        each.effect() > 0 ? Stance.FOR : Stance.AGAINST,
                        NOON,
                        new EpisodeId("told")));
    }

    private static List<Tendency> learnt(List<Known> log, Scale scale) {
        return new TendencyLearner(scale).learn(Memories.of(log).rated()).effects();
    }

    private static List<Statement> statements(List<Known> log, Scale scale) {
        List<Statement> statements = new ArrayList<>();
        if (!log.isEmpty()) {
            Sentences.of(new TendencyLearner(scale).learn(Memories.of(log).rated()), Persona.MAX_BYTES)
                    .forEach(sentence -> statements.add(new Statement(
                            sentence.id(),
                            Meaning.of(sentence.text(), Statement.Kind.PREFERENCE),
                            new Support(1, Set.of(), NOON, NOON),
                            Standing.NEW)));
        }
        return statements;
    }
}
