package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static io.personaagent.core.wiring.Homes.DAY_TWO;
import static io.personaagent.core.wiring.Homes.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.Person;
import io.personaagent.core.Replay;
import io.personaagent.core.contract.StubModelServer;
import io.personaagent.core.contract.StubReply;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.forget.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of real turns, in a home on the disk; models answer over real HTTP. */
class JournalTest {

    @TempDir
    Path temp;

    private final StubModelServer server = new StubModelServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void journal_ofATurnWithoutAModel_saysWhatWasRecalledAndDecided() {
        try (Household household = home(Map.of())) {
            Reply told = say(household, ADA, "My cat is called Momo.");
            Reply reply = say(household, ADA, "What is my cat called?");

            TurnJournal journal = journal(household, reply);
            assertThat(journal.basis().recalled()).isEqualTo(reply.trace().recalled());

            assertThat(journal.basis().planner()).isEqualTo("reflex");
            assertThat(journal.basis().recalled().get(0).source().evidence()).containsExactly(told.episode());
            assertThat(journal.entries())
                    .extracting(Entry::decided)
                    .singleElement()
                    .satisfies(step -> assertThat(((Step.Answer) step).text()).isEqualTo(reply.text()));
            assertThat(journal.asked()).isEmpty();
            assertThat(replayed(household, journal)).isEmpty();
        }
    }

    @Test
    void replay_ofATurnWithAModel_saysTheSame_withoutTheModel() {
        Reply reply;
        try (Household household = home(model())) {
            server.then(StubReply.text("Hello, Ada."));
            reply = say(household, ADA, "Hello");
        }
        server.close();
        try (Household household = home(Map.of())) {
            TurnJournal journal = journal(household, reply);

            assertThat(journal.tokens()).isPositive();
            assertThat(replayed(household, journal)).isEmpty();
        }
    }

    @Test
    void replay_saysWhichPartOfThePromptIsAnother() {
        try (Household household = home(model())) {
            server.then(StubReply.text("Hello, Ada."));
            Reply reply = say(household, ADA, "Hello");
            TurnJournal journal = journal(household, reply);

            assertThat(replayed(household, withOtherTools(journal)))
                    .contains(new Replay.Divergence(1, "the model would be told something else than it was: tools"));
        }
    }

    @Test
    void replay_live_asksTheModelAnew() {
        try (Household household = home(model())) {
            server.then(StubReply.text("Hello, Ada.")).then(StubReply.text("Good day."));
            Reply reply = say(household, ADA, "Hello");

            List<Step> now = household
                    .replay(household.person(ADA), journal(household, reply))
                    .live(household.planner(household.person(ADA)), 4);

            assertThat(now).containsExactly(new Step.Answer("Good day.", List.of()));
            assertThat(household.person(ADA).memory().episodes().count()).isEqualTo(1);
        }
    }

    @Test
    void journal_holdsNoSecret_notEvenWhereTheModelRepeatsIt() {
        try (Household household = home(model())) {
            server.then(StubReply.text("I noted hunter2-forever for you."));
            Reply reply = say(household, ADA, "My password is hunter2-forever");

            TurnJournal journal = journal(household, reply);

            assertThat(journal.asked().get(0).reply()).contains("[redacted").doesNotContain("hunter2");
            List<String> texts = new ArrayList<>();
            household.stores().open(ADA).inventory().texts(texts::add);
            assertThat(texts).isNotEmpty().noneMatch(text -> text.contains("hunter2"));
        }
    }

    @Test
    void journal_goesWithAnEpisodeThatTheTurnSaw() {
        try (Household household = home(Map.of())) {
            Reply told = say(household, ADA, "My cat is called Momo.");
            Reply reply = say(household, ADA, "What is my cat called?");
            Person person = household.person(ADA);
            Forgetter forgetter = household.forgetter(person);

            forgetter.forget(
                    forgetter.preview(Selection.all().named(List.of(told.episode()))), (step, done, all) -> {});

            assertThat(household.journals(person).find(reply.episode())).isEmpty();
            assertThat(household.journals(person).latest(10)).isEmpty();
        }
    }

    @Test
    void journals_areKeptOfTheNewestTurnsOnly() {
        try (Household household = home(Map.of("journal.turns", "2"))) {
            for (int turn = 0; turn < 60; turn++) {
                say(household, ADA, "hello");
            }

            assertThat(household.journals(household.person(ADA)).latest(100)).hasSizeBetween(2, 52);
        }
    }

    @Test
    void journals_areNotKeptWhereNoneAreWanted() {
        try (Household household = home(Map.of("journal.turns", "0"))) {
            Reply reply = say(household, ADA, "hello");

            assertThat(household.journals(household.person(ADA)).find(reply.episode()))
                    .isEmpty();
        }
    }

    private Household home(Map<String, String> settings) {
        return Homes.at(DAY_TWO, temp, settings);
    }

    private Map<String, String> model() {
        Map<String, String> settings = new HashMap<>();
        settings.put("model.provider", "openai");
        settings.put("model.name", "stub");
        settings.put("model.base_url", server.openAiUrl());
        return settings;
    }

    private static TurnJournal journal(Household household, Reply reply) {
        return household.journals(household.person(ADA)).find(reply.episode()).orElseThrow();
    }

    private static TurnJournal withOtherTools(TurnJournal journal) {
        Entry entry = journal.entries().get(0);
        Asking asking = entry.asked().get(0);
        Map<String, String> prompt = new HashMap<>(asking.prompt());
        prompt.put("tools", "0");
        Asking other = new Asking(prompt, asking.reply(), asking.input(), asking.output());
        return new TurnJournal(
                journal.turn(),
                journal.at(),
                journal.basis(),
                List.of(new Entry(List.of(other), entry.decided(), entry.observed(), entry.took())),
                List.of());
    }

    private static Optional<Replay.Divergence> replayed(Household household, TurnJournal journal) {
        return household
                .replay(household.person(ADA), journal)
                .recorded(household.planners(household.person(ADA), journal));
    }
}
