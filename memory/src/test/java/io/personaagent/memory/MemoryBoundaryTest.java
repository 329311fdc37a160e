package io.personaagent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.boundary.Exposure;
import io.personaagent.memory.boundary.Exposure.Used;
import io.personaagent.memory.boundary.Extent;
import io.personaagent.memory.boundary.Policy;
import io.personaagent.memory.boundary.Sifted;
import io.personaagent.memory.boundary.Withheld;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Use;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryBoundaryTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final String CARD = "4111 1111 1111 1111";

    private final UserStore store = new InMemoryStores().open(new UserId("ada"));
    private final Memory memory = memory(Policy.USUAL);

    @Test
    void retain_keepsNoSecretOfWhatWasSaidAndDone() {
        Action action = new Action(
                "pay",
                "{\"card\":\"4111111111111111\",\"password\":\"tr\\\"ick\",\"amount\":12.50}",
                ToolResult.done("charged " + CARD),
                Duration.ZERO,
                "person");
        memory.retain(episode(
                "e1",
                new Exchange("", "My password is swordfish.", List.of(action), "Noted: swordfish, tr\"ick."),
                Sensitivity.ORDINARY));

        Episode kept = memory.episodes().find(new EpisodeId("e1")).orElseThrow();
        assertThat(kept.exchange().query()).isEqualTo("My password is [redacted: password].");
        assertThat(kept.exchange().reply()).isEqualTo("Noted: [redacted: password], [redacted: password].");
        assertThat(kept.exchange().actions().get(0).arguments())
                .isEqualTo(
                        "{\"card\":\"[redacted: card ending 1111]\",\"password\":\"[redacted: password]\",\"amount\":12.50}");
        assertThat(kept.exchange().actions().get(0).outcome())
                .isEqualTo(ToolResult.done("charged [redacted: card ending 1111]"));
        assertThat(kept.provenance().sensitivity()).isEqualTo(Sensitivity.CREDENTIALS);
    }

    @Test
    void retain_ofArgumentsThatOnlyLookLikeJson_keepsNoSecretEither() {
        List<String> odd = List.of(
                "1 4111111111111111",
                "{\"a\":\"4111111111111111\",\"a\":\"x\"}",
                "{oops 4111111111111111",
                "4111111111111111");
        for (int i = 0; i < odd.size(); i++) {
            Action action = new Action("pay", odd.get(i), ToolResult.done(""), Duration.ZERO, "person");
            memory.retain(episode("o" + i, new Exchange("", "Pay.", List.of(action), ""), Sensitivity.ORDINARY));
        }

        assertThat(memory.episodes().latest(10))
                .flatExtracting(episode -> episode.exchange().actions())
                .extracting(Action::arguments)
                .hasSize(4)
                .allSatisfy(arguments -> assertThat(arguments)
                        .doesNotContain("4111111111111111")
                        .contains("[redacted: card ending 1111]"));
    }

    @Test
    void retain_ofTheSameAgain_isRecognisedThoughASecretStoodInIt() {
        assertThat(memory.retain(said("e1", "My card is " + CARD)).added()).isTrue();

        assertThat(memory.retain(said("e1", "My card is " + CARD)).added()).isFalse();
        assertThatThrownBy(() -> memory.retain(said("e1", "My dog is " + CARD))).isInstanceOf(ConflictException.class);
    }

    @Test
    void retain_ofWhatAnEarlierReleaseKeptAsItWas_addsNothing() {
        Episode old = said("e1", "My therapist has my card, " + CARD).with(Feedback.bad(NOW));
        store.episodes().append(said("e0", "My therapist is kind."));
        store.episodes().append(old);
        memory.feedback(old.id(), Feedback.good(NOW.plusSeconds(1)));

        assertThat(memory.retainAll(List.of(said("e0", "My therapist is kind."), old)))
                .noneMatch(receipt -> receipt.added());
        assertThat(memory.episodes().count()).isEqualTo(2);
    }

    @Test
    void feedback_keepsNoSecret() {
        memory.retain(said("e1", "What is my code?"));
        memory.feedback(new EpisodeId("e1"), Feedback.corrected("The alarm code is 4711.", NOW));

        assertThat(memory.episodes()
                        .find(new EpisodeId("e1"))
                        .orElseThrow()
                        .feedback()
                        .get(0)
                        .text())
                .isEqualTo("The alarm code is [redacted: PIN or code].");
    }

    @Test
    void retain_filesUnderTheClassOfTheWordsUnlessOneIsGiven() {
        memory.retain(said("e1", "I was diagnosed with diabetes."));
        memory.retain(said("e2", "I like tea."));
        memory.retain(episode("e3", Exchange.said("", "I was diagnosed with diabetes."), Sensitivity.FINANCE));

        assertThat(memory.episodes().latest(3))
                .extracting(episode -> episode.provenance().sensitivity())
                .containsExactly(Sensitivity.FINANCE, Sensitivity.ORDINARY, Sensitivity.HEALTH);
    }

    @Test
    void recall_forAModel_withholdsWhatTheQuestionIsNotAboutAndFillsUp() {
        IntStream.range(0, 8)
                .forEach(i -> memory.retain(said("h" + i, "Tuesday tea and my antidepressants, day " + i)));
        IntStream.range(0, 3)
                .forEach(i -> memory.retain(said("o" + i, "Tuesday we had tea with some more people, day " + i)));

        Sifted sifted =
                memory.sift(RecallQuery.about("tea Tuesday", NOW).limit(3).usedFor(model("What was on Tuesday?")));

        assertThat(sifted.shown())
                .extracting(found -> found.source().evidence().get(0).value())
                .containsExactlyInAnyOrder("o0", "o1", "o2");
        assertThat(sifted.withheld()).hasSize(8).allSatisfy(each -> assertThat(each.classes())
                .containsExactly(Sensitivity.HEALTH));
        assertThat(Withheld.told(sifted.withheld())).isEqualTo("8 memories withheld: health");
        assertThat(Withheld.told(sifted.withheld().subList(0, 1))).isEqualTo("1 memory withheld: health");
        assertThat(Withheld.told(List.of())).isEmpty();
    }

    @Test
    void recall_forAModel_showsWhatTheQuestionIsAbout() {
        memory.retain(said("e1", "My pills: the antidepressants are in the bathroom"));

        assertThat(texts("pills bathroom", model("Where are my pills?"))).hasSize(1);
        assertThat(texts("pills bathroom", model("What is in the bathroom?"))).isEmpty();
    }

    @Test
    void recall_judgesByTheEpisodesAndNotByWhatABackendSays() {
        store.episodes().append(said("old", "Tuesday: chemotherapy at nine"));
        memory.catchUp(Progress.none());

        assertThat(texts("Tuesday", Use.OWN_EYES)).hasSize(1);
        assertThat(memory.recall(RecallQuery.about("Tuesday", NOW)).get(0).sensitivity())
                .isEqualTo(Sensitivity.ORDINARY);
        assertThat(texts("Tuesday", model("What is on Tuesday?"))).isEmpty();
    }

    @Test
    void recall_showsCredentialsToThePersonOnly() {
        memory.retain(said("e1", "The spare key is under the flowerpot."));
        Policy open = new Policy(Map.of(Purpose.LOCAL, Extent.ALL, Purpose.MODEL, Extent.ALL));
        String question = "Where is the spare key?";

        assertThat(texts("spare key", Use.OWN_EYES)).hasSize(1);
        assertThat(memory(open).recall(RecallQuery.about("spare key", NOW).usedFor(Use.of(Purpose.LOCAL, question))))
                .isEmpty();
        assertThat(texts("spare key", model(question))).isEmpty();
    }

    @Test
    void recall_forSeveral_showsOnlyWhatAllMaySee() {
        memory.retain(said("e1", "I earn 4000 a month."));
        String question = "What do I earn?";

        assertThat(texts("earn", Use.of(Purpose.LOCAL, question))).hasSize(1);
        assertThat(texts("earn", Use.of(Purpose.TOOL, question))).hasSize(1);
        assertThat(texts("earn", Use.of(Purpose.LOCAL, question).and(Purpose.OUTSIDE)))
                .isEmpty();
        assertThat(texts("earn", Use.of(Purpose.TOOL, "").and(Purpose.LOCAL))).isEmpty();
        assertThatThrownBy(() -> new Use(Set.of(), "")).hasMessage("a recall needs a purpose");
    }

    @Test
    void recall_whereAPolicyNamesNoExtent_showsWhatIsOrdinary() {
        memory.retain(said("e1", "I earn 4000 a month."));
        memory.retain(said("e2", "Cats earn praise."));

        assertThat(memory(new Policy(Map.of()))
                        .recall(RecallQuery.about("earn", NOW).usedFor(model("What do I earn?"))))
                .extracting(Recollection::text)
                .containsExactly("Cats earn praise.");
    }

    @Test
    void exposures_areFoundByTheReplyAndRestOnAllThatTheyName() {
        EpisodeId reply = new EpisodeId("r");
        Exposure exposure = new Exposure(
                reply,
                NOW,
                List.of(
                        new Exposure.Shown(new EpisodeId("a"), Used.CITED, "some model 4"),
                        new Exposure.Shown(new EpisodeId("b"), Used.UNKNOWN, "tool find")),
                List.of(new Withheld(
                        List.of(new EpisodeId("c"), new EpisodeId("d")),
                        Set.of(Sensitivity.HEALTH, Sensitivity.FINANCE))));

        memory.exposures().add(exposure);
        memory.exposures().add(new Exposure(new EpisodeId("none"), NOW, List.of(), List.of()));

        assertThat(memory.exposures().find(reply)).contains(exposure);
        assertThat(memory.exposures().find(new EpisodeId("none"))).isEmpty();
        assertThat(store.records("exposure").list("reply", "", 10))
                .singleElement()
                .satisfies(record -> assertThat(record.evidence())
                        .extracting(EpisodeId::value)
                        .containsExactly("a", "b", "c", "d", "r"));
    }

    @Test
    void exposure_isBounded() {
        List<Exposure.Shown> many = IntStream.range(0, 500)
                .mapToObj(i -> new Exposure.Shown(new EpisodeId("e" + i), Used.UNKNOWN, "reflex"))
                .toList();

        assertThat(new Exposure(new EpisodeId("r"), NOW, many, List.of()).shown())
                .hasSize(64);
    }

    private Memory memory(Policy policy) {
        return new Memory(
                store,
                new LexicalProvider(),
                new Lent(
                        Embedders.only(HashingEmbedder.embedder()),
                        Optional.empty(),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        Map.of(),
                        policy));
    }

    private List<Recollection> texts(String about, Use use) {
        return memory.recall(RecallQuery.about(about, NOW).usedFor(use));
    }

    private static Use model(String asked) {
        return Use.of(Purpose.MODEL, asked);
    }

    private static Episode said(String id, String text) {
        return episode(id, Exchange.said("", text), Sensitivity.ORDINARY);
    }

    private static Episode episode(String id, Exchange exchange, Sensitivity sensitivity) {
        return new Episode(
                new EpisodeId(id),
                new Occasion("s", NOW, NOW),
                exchange,
                new Provenance(Origin.USER, Trust.TRUSTED, sensitivity, Set.of()));
    }
}
