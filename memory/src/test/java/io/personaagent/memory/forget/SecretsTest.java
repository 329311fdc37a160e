package io.personaagent.memory.forget;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.CLOCK;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.lexical.LexicalProvider;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Forgotten;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.memory.sqlite.SqliteStores;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that were in every place are in no file any more once they are forgotten. More of them with -Dsoak.forget.secrets=N. */
@Tag("fault")
class SecretsTest {

    private static final int SECRETS = Integer.getInteger("soak.forget.secrets", 20);
    private static final long SEED = 20_260_718;
    private static final Lent LENT = Lent.of(DenseEmbedder.embedder(), CLOCK);

    @TempDir
    private Path home;

    private final Secrets secrets = new Secrets(SECRETS, SEED);

    @Test
    void forgotten_isInNoFile_whileItRuns_andAfterwards() throws Exception {
        Path users = home.resolve("users");
        List<String> receipts = new ArrayList<>();
        Map<String, String> others;
        try (UserStore store = new SqliteStores(users, CLOCK).open(ADA)) {
            fill(store);
            others = plainRows(store);
            assertThat(others).hasSizeGreaterThan(SECRETS);
            assertThat(Leaks.in(Leaks.copied(users, home.resolve("before")), secrets.words()))
                    .hasSizeGreaterThan(SECRETS);
            try (Memory memory = new Memory(store, new EpisodicSemanticProvider(), LENT)) {
                for (Set<EpisodeId> some : oneByOneThenTheRest()) {
                    Forgetter forgetter = memory.forgetter(List.of());
                    Preview preview = forgetter.preview(Selection.all().named(some));
                    ForgetReceipt receipt = forgetter.forget(preview, ForgetWatch.none());
                    assertThat(receipt.isDone()).as("%s", receipt).isTrue();
                    assertThat(receipt.scan().pieces()).isPositive();
                    receipts.add(receipt.toString());
                }
                assertThat(memory.recall(
                                RecallQuery.about(secrets.said(0), NOON).limit(100)))
                        .allMatch(found -> secrets.words().stream()
                                .noneMatch(word -> found.text().contains(word)));
            }
            Path copy = Leaks.copied(users, home.resolve("running"));
            assertThat(Leaks.in(copy, secrets.words())).isEmpty();
            assertThat(vectorsIn(copy.resolve("ada"))).isEmpty();
            assertThat(plainRows(store)).isEqualTo(others);
            assertThat(store.check()).isEmpty();
        }
        try (UserStore store = new SqliteStores(users, CLOCK).open(ADA)) {
            assertThat(store.forgetting().all()).allMatch(each -> each.stage() == Forgotten.Stage.DONE);
        }
        assertThat(Leaks.in(users, secrets.words())).isEmpty();
        assertThat(receipts.toString()).doesNotContain(secrets.words());
    }

    @Test
    void everything_isInNoFile() throws Exception {
        Path users = home.resolve("users");
        try (UserStore store = new SqliteStores(users, CLOCK).open(ADA)) {
            fill(store);
            store.shelf("notes").put("note", "Remember " + secrets.words().get(0));
            Path tool =
                    Files.createDirectories(users.resolve("ada/tools/notes")).resolve("list.txt");
            Files.writeString(tool, secrets.words().get(1));
            Files.writeString(
                    users.resolve("ada/memory.db.version-1-0.backup"),
                    secrets.words().get(2));
            try (Memory memory = new Memory(store, new EpisodicSemanticProvider(), LENT)) {
                Forgetter forgetter = memory.forgetter(List.of(users.resolve("ada/tools")));

                ForgetReceipt receipt = forgetter.forget(forgetter.previewAll(), ForgetWatch.none());

                assertThat(receipt.isDone()).as("%s", receipt).isTrue();
                assertThat(receipt.alsoIn()).isEmpty();
            }
            assertThat(Leaks.in(Leaks.copied(users, home.resolve("running")), secrets.words()))
                    .isEmpty();
            assertThat(store.episodes().count()).isZero();
        }
        assertThat(Leaks.in(users, secrets.words())).isEmpty();
        try (var left = Files.list(users.resolve("ada"))) {
            assertThat(left).containsExactly(users.resolve("ada/memory.db"));
        }
    }

    @Test
    void receipt_namesWhereTheSameWordsStand_thatAreNoPartOfAnEpisode() throws Exception {
        Path users = home.resolve("users");
        try (UserStore store = new SqliteStores(users, CLOCK).open(ADA);
                Memory memory = new Memory(store, new EpisodicSemanticProvider(), LENT)) {
            memory.retainAll(secrets.episodes());
            store.shelf("notes").put("n1", "Remember " + secrets.words().get(0));
            Path tools = Files.createDirectories(users.resolve("ada/tools/notes"));
            Files.writeString(
                    tools.resolve("list.txt"),
                    "my tool's own: " + secrets.words().get(0));
            Files.writeString(tools.resolve("other.txt"), "nothing to be seen here");
            Forgetter forgetter = memory.forgetter(List.of(users.resolve("ada/tools")));

            ForgetReceipt receipt = forgetter.forget(
                    forgetter.preview(Selection.all().named(Set.of(Secrets.id(0)))), ForgetWatch.none());

            assertThat(receipt.isDone()).isTrue();
            assertThat(receipt.alsoIn())
                    .containsExactly("'n1' of notes", tools.resolve("list.txt").toString());
            assertThat(store.shelf("notes").get("n1")).isPresent();
        }
    }

    private List<Set<EpisodeId>> oneByOneThenTheRest() {
        List<Set<EpisodeId>> all = new ArrayList<>();
        int half = Math.min(10, SECRETS / 2);
        IntStream.range(0, half).forEach(at -> all.add(Set.of(Secrets.id(at))));
        Set<EpisodeId> rest = new HashSet<>();
        IntStream.range(half, SECRETS).forEach(at -> rest.add(Secrets.id(at)));
        all.add(rest);
        return all;
    }

    private void fill(UserStore store) {
        try (Memory lexical = new Memory(store, new LexicalProvider(), LENT);
                Memory episodic = new Memory(store, new EpisodicSemanticProvider(), LENT)) {
            store.episodes().appendAll(secrets.episodes());
            lexical.catchUp(Progress.none());
            episodic.catchUp(Progress.none());
        }
        for (int at = 0; at < SECRETS; at++) {
            String word = secrets.words().get(at);
            store.records("persona")
                    .apply(Changes.put(DerivedRecord.of(
                            new RecordKey("statement", "s" + at), "Likes " + word + " a lot", Set.of(Secrets.id(at)))));
            store.records("graph@2")
                    .apply(Changes.put(DerivedRecord.of(
                                    new RecordKey("fact", "f" + at),
                                    "",
                                    Set.of(Secrets.id(at), new EpisodeId("plain-0")))
                            .with("object", word.toUpperCase(Locale.ROOT))));
        }
    }

    /** What has nothing to do with any secret, as text by key. */
    private static Map<String, String> plainRows(UserStore store) {
        Map<String, String> rows = new TreeMap<>();
        store.episodes().after(0, 100_000).stream()
                .filter(entry -> entry.episode().id().value().startsWith("plain-"))
                .forEach(entry ->
                        rows.put("log " + entry.position(), entry.episode().toString()));
        for (String owner : List.of("episodic-semantic", "lexical")) {
            for (String kind : store.records(owner).kinds()) {
                store.records(owner).list(kind, "", 100_000).stream()
                        .filter(record -> !kind.equals("context"))
                        .filter(record -> record.key().id().startsWith("plain-"))
                        .forEach(record -> rows.put(
                                owner + record.key(), record.with("before", "").toString()));
            }
        }
        return rows;
    }

    /** The secrets of which the vector is there; it is told by four of its values. */
    private List<Episode> vectorsIn(Path folder) throws Exception {
        String content = new String(Files.readAllBytes(folder.resolve("memory.db")), StandardCharsets.ISO_8859_1);
        return secrets.episodes().stream()
                .filter(episode -> episode.id().value().startsWith("secret-"))
                .filter(episode -> content.contains(
                        raw(DenseEmbedder.values(episode.exchange().query()))))
                .toList();
    }

    private static String raw(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < 4; at++) {
            bytes.putFloat(values[at]);
        }
        return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }
}
