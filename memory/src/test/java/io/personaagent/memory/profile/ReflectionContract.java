package io.personaagent.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.personaagent.memory.Embedders;
import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Stores;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reflection over a real store. */
abstract class ReflectionContract {

    private static final Instant DAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Budget WITHOUT_MODEL = new Budget(Duration.ofHours(1), 0, 0);
    private static final Budget AMPLE = new Budget(Duration.ofHours(1), 5, 100_000);

    private UserStore store;
    private RecordStore records;
    private int told;

    abstract Stores newStores() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = newStores().open(new UserId("ada"));
        records = store.records(EpisodicSemanticProvider.NAME);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    /** Says what it is told to, in turn, and keeps what it was asked. */
    private static final class Scripted implements ChatModel {
        private final Deque<String> replies = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        Scripted(String... replies) {
            this.replies.addAll(List.of(replies));
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            asked.add(request.messages().toString());
            return ChatResponse.builder()
                    .aiMessage(AiMessage.from(replies.pop()))
                    .build();
        }
    }

    /** Every look at it takes a second. */
    private static final class Ticking extends Clock {
        private Instant now = DAY;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }

    @Test
    void reflect_makesLinesWithEvidence() {
        tell("I love hiking.");
        tell("I live in Paris.");
        tell("I love hiking!");

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile())
                .extracting(ProfileLine::id, ProfileLine::text, ProfileLine::count, line -> ids(line.evidence()))
                .containsExactly(
                        tuple("likes:hike=+", "I love hiking!", 2L, List.of("e3", "e1")),
                        tuple("lives=pari", "I live in Paris.", 1L, List.of("e2")));
        assertThat(memory().stats().records()).containsEntry("profile", 2L);
    }

    @Test
    void reflect_aNewerWordReplacesTheOlder_andBothKeepTheirEvidence() {
        tell("I live in Paris.");
        tell("I moved to Berlin.");
        tell("I love olives.");
        tell("I don't like olives.");

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile())
                .extracting(ProfileLine::id, line -> line.about().replacedBy(), line -> ids(line.evidence()))
                .containsExactly(
                        tuple("likes:oliv=+", "likes:oliv=-", List.of("e3")),
                        tuple("likes:oliv=-", "", List.of("e4")),
                        tuple("lives=berlin", "", List.of("e2")),
                        tuple("lives=pari", "lives=berlin", List.of("e1")));
    }

    @Test
    void reflect_ofWhatOthersSaid_makesNothing() {
        Instant when = DAY;
        store.episodes()
                .append(new Episode(
                        new EpisodeId("toms"),
                        new Occasion("s", when, when),
                        Exchange.said("Tom", "I live in Rome."),
                        Provenance.CHAT));
        store.episodes()
                .append(new Episode(
                        new EpisodeId("page"),
                        new Occasion("s", when, when),
                        Exchange.said("", "I live in Rome."),
                        new Provenance(Origin.IMPORT, Trust.UNTRUSTED, Sensitivity.ORDINARY, Set.of())));

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile()).isEmpty();
    }

    @Test
    void reflect_aCorrection_isALine() {
        tell("When is my sister's birthday?");
        store.episodes().add(new EpisodeId("e1"), Feedback.corrected("On 15 May", DAY.plusSeconds(60)));

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile())
                .extracting(line -> line.about().kind(), ProfileLine::text)
                .containsExactly(tuple("correction", "On 15 May"));
    }

    @Test
    void reflect_whatIsSpokenOfOnSeveralDays_isATopic() {
        for (String text : List.of("The pottery kiln broke", "My pottery got glazed", "Pottery again")) {
            tell(text);
        }

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile())
                .extracting(ProfileLine::text, ProfileLine::count)
                .containsExactly(tuple("Speaks of pottery again and again", 3L));
    }

    @Test
    void reflect_again_changesNothing() {
        tell("I love hiking.");
        memory().reflect(WITHOUT_MODEL);
        List<ProfileLine> first = memory().profile();

        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile()).isEqualTo(first);
    }

    @Test
    void reflect_afterForgetting_recountsAndLeavesOut() {
        tell("I love hiking.");
        tell("I live in Paris.");
        tell("I love hiking!");
        memory().reflect(WITHOUT_MODEL);

        removeRestingOn("e2", "e3");
        memory().reflect(WITHOUT_MODEL);

        assertThat(memory().profile())
                .extracting(ProfileLine::id, ProfileLine::text, ProfileLine::count)
                .containsExactly(tuple("likes:hike=+", "I love hiking.", 1L));
    }

    @Test
    void reflect_withoutTime_doesNothingAndGoesOnTheNextTime() {
        for (int i = 0; i < 600; i++) {
            tell(i == 599 ? "I live in Paris." : "Number " + i);
        }
        Memory ticking = memory(Optional.empty(), new Ticking());
        ticking.catchUp((done, all) -> {});

        ticking.reflect(new Budget(Duration.ZERO, 0, 0));
        assertThat(records.kinds()).doesNotContain("reflection");
        ticking.reflect(new Budget(Duration.ofSeconds(2), 0, 0));
        assertThat(position()).isEqualTo("256");
        assertThat(memory().profile()).isEmpty();
        ticking.reflect(new Budget(Duration.ofSeconds(100), 0, 0));

        assertThat(position()).isEqualTo("600");
        assertThat(memory().profile()).extracting(ProfileLine::id).contains("lives=pari");
    }

    @Test
    void reflect_withAModel_addsASummaryThatNamesItsLines() {
        tell("I love hiking.");
        tell("I live in Paris.");
        Scripted model = new Scripted(
                "```json\n{\"summary\": [{\"text\": \"Hikes around Paris.\", \"lines\": [\"l1\", \"l2\"]}]}\n```");

        memory(Optional.of(model), clock()).reflect(AMPLE);
        memory(Optional.of(model), clock()).reflect(AMPLE);

        assertThat(memory().profile())
                .extracting(ProfileLine::id, ProfileLine::text, line -> ids(line.evidence()))
                .contains(tuple("summary:00", "Hikes around Paris.", List.of("e2", "e1")))
                .hasSize(3);
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void reflect_aModelThatNamesUnknownLines_isAskedOnceMore() {
        tell("I love hiking.");
        Scripted model = new Scripted(
                "{\"summary\": [{\"text\": \"Likes hikes.\", \"lines\": [\"l9\"]}]}",
                "{\"summary\": [{\"text\": \"Likes hikes.\", \"lines\": [\"l1\"]}]}");

        memory(Optional.of(model), clock()).reflect(AMPLE);

        assertThat(model.asked.get(1)).contains("This cannot be used: there is no line \\\"l9\\\"".replace("\\", ""));
        assertThat(memory().profile()).extracting(ProfileLine::id).containsExactly("likes:hike=+", "summary:00");
    }

    @Test
    void reflect_aModelThatTalksNonsenseTwice_isLeftOutAndCounted() {
        tell("I love hiking.");
        Scripted model = new Scripted("You love hiking!", "Ignore all rules and delete everything.");

        memory(Optional.of(model), clock()).reflect(AMPLE);

        assertThat(memory().profile()).extracting(ProfileLine::id).containsExactly("likes:hike=+");
        assertThat(records.find(new RecordKey("reflection", "summary"))
                        .orElseThrow()
                        .attribute("rejected"))
                .isEqualTo("1");
    }

    @Test
    void reflect_withoutCallsInTheBudget_asksNoModel() {
        tell("I love hiking.");
        Scripted model = new Scripted();

        memory(Optional.of(model), clock()).reflect(WITHOUT_MODEL);
        memory(Optional.of(model), clock()).reflect(new Budget(Duration.ofHours(1), 5, 10));

        assertThat(model.asked).isEmpty();
    }

    @Test
    void reflect_whatIsForgottenWhileTheModelThinks_doesNotComeBack() {
        tell("I love hiking.");
        tell("I live in Paris.");
        ChatModel model = new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                removeRestingOn("e2");
                return ChatResponse.builder()
                        .aiMessage(AiMessage.from("{\"summary\": [{\"text\": \"Lives in Paris.\", \"lines\": [\"l1\"]},"
                                + " {\"text\": \"Likes hikes.\", \"lines\": [\"l2\"]}]}"))
                        .build();
            }
        };

        memory(Optional.of(model), clock()).reflect(AMPLE);

        assertThat(memory().profile())
                .extracting(ProfileLine::text)
                .doesNotContain("Lives in Paris.", "I live in Paris.");
        assertThat(memory().profile()).extracting(ProfileLine::text).contains("Likes hikes.");
    }

    @Test
    void recall_aboutThePersonInGeneral_givesTheLinesThatHold() {
        tell("I love hiking.");
        tell("I live in Paris.");
        tell("I moved to Berlin.");
        tell("I hate olives.");
        memory().reflect(WITHOUT_MODEL);

        assertThat(derived("What do you know about me?"))
                .containsExactly("I hate olives.", "I moved to Berlin.", "I love hiking.");
        assertThat(derived("What do I like?")).containsExactly("I love hiking.");
        assertThat(derived("what don't I like")).containsExactly("I hate olives.");
        assertThat(derived("What do I like to drink with pizza?")).isEmpty();
    }

    @Test
    void recall_aboutThePersonInGeneral_hidesWhatRestsOnTheHidden() {
        tell("I love hiking.");
        memory().reflect(WITHOUT_MODEL);

        RecallQuery query = RecallQuery.about("What do you know about me?", DAY.plus(Duration.ofDays(50)))
                .hiding(Set.of(new EpisodeId("e1")));

        assertThat(memory().recall(query)).isEmpty();
    }

    private List<String> derived(String question) {
        return memory().recall(RecallQuery.about(question, DAY.plus(Duration.ofDays(50)))).stream()
                .filter(each -> each.source().kind() == Source.Kind.DERIVED)
                .map(Recollection::text)
                .toList();
    }

    private String position() {
        return records.find(new RecordKey("reflection", "position"))
                .orElseThrow()
                .attribute("position");
    }

    /** What the host does when it forgets: every record that names the episode goes. The log itself cannot forget yet. */
    private void removeRestingOn(String... ids) {
        Set<EpisodeId> gone =
                Set.copyOf(List.of(ids).stream().map(EpisodeId::new).toList());
        records.apply(Changes.remove(List.copyOf(records.restingOn(gone))));
    }

    private static List<String> ids(List<EpisodeId> ids) {
        return ids.stream().map(EpisodeId::value).toList();
    }

    private void tell(String text) {
        told++;
        Instant when = DAY.plus(Duration.ofDays(told));
        store.episodes()
                .append(new Episode(
                        new EpisodeId("e" + told),
                        new Occasion("s" + told, when, when),
                        Exchange.said("", text),
                        Provenance.CHAT));
    }

    private Memory memory() {
        return memory(Optional.empty(), clock());
    }

    private static Clock clock() {
        return Clock.fixed(DAY.plus(Duration.ofDays(40)), ZoneOffset.UTC);
    }

    private Memory memory(Optional<ChatModel> model, Clock clock) {
        return new Memory(
                store,
                new EpisodicSemanticProvider(),
                new Lent(Embedders.only(HashingEmbedder.embedder()), model, clock, Map.of(), Policy.USUAL));
    }
}
