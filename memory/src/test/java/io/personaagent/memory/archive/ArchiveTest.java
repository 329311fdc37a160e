package io.personaagent.memory.archive;

import static io.personaagent.memory.contract.TestEpisodes.ADA;
import static io.personaagent.memory.contract.TestEpisodes.NOON;
import static io.personaagent.memory.contract.TestEpisodes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.inmemory.InMemoryStores;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import io.personaagent.memory.spi.UserStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    private final UserStore store = new InMemoryStores().open(ADA);
    private Path archive = Path.of("");

    @BeforeEach
    void exportSomething() throws IOException {
        store.episodes().append(said("e1", "I like tea."));
        store.episodes().add(new EpisodeId("e1"), Feedback.good(NOON));
        archive = folder.resolve("mine");
        writer().write(archive, Progress.none());
    }

    private ArchiveWriter writer() {
        return new ArchiveWriter(store, Set.of());
    }

    /** The format is a promise to those who read it with programs of their own. */
    @Test
    void write_isTheDocumentedForm() throws IOException {
        assertThat(archive.resolve("log.jsonl"))
                .hasContent(
                        """
                        {"entry":"episode","id":"e1","session":"s1","happened":"2026-03-01T12:00:00Z","recorded":"2026-03-01T12:00:00Z",\
                        "speaker":"","query":"I like tea.","actions":[],"reply":"","origin":"USER","trust":"TRUSTED",\
                        "sensitivity":"ORDINARY","tags":[],"feedback":[]}
                        {"entry":"feedback","episode":"e1","verdict":"GOOD","text":"","given":"2026-03-01T12:00:00Z"}
                        """);
        assertThat(Files.readString(archive.resolve("manifest.json")))
                .startsWith(
                        "{\"format\":\"personaagent-memory\",\"version\":1,\"user\":\"ada\",\"files\":{\"log.jsonl\":{\"sha256\":");
    }

    @Test
    void write_whereSomethingIs_changesNothing() {
        assertThatThrownBy(() -> writer().write(archive, Progress.none()))
                .isInstanceOf(MemoryException.class)
                .hasMessage("'%s' is there already; an export needs a new folder", archive);
    }

    @Test
    void write_interrupted_leavesNothingBehind() throws IOException {
        Progress broken = (done, all) -> {
            throw new IllegalStateException("stopped");
        };

        assertThatThrownBy(() -> writer().write(folder.resolve("other"), broken))
                .hasMessage("stopped");

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(archive);
        }
    }

    @Test
    void write_aLogThatNeverRests_isGivenUp() throws IOException {
        Progress busy = (done, all) -> store.episodes().append(said("new-" + all, "more"));

        assertThatThrownBy(() -> writer().write(folder.resolve("other"), busy))
                .hasMessage("the log was written to during each of 5 attempts to copy it; "
                        + "close what writes to it and try again");
    }

    @Test
    void open_aChangedFile_isRefused() throws IOException {
        Path log = archive.resolve("log.jsonl");
        Files.writeString(log, Files.readString(log).replace("tea", "gin"));

        assertRefused("'log.jsonl' was changed after it was exported: its hash is not the one in manifest.json; "
                + "nothing was imported");
    }

    @Test
    void open_aMissingFile_isRefused() throws IOException {
        Files.delete(archive.resolve("shelves.jsonl"));

        assertRefused("the export lacks 'shelves.jsonl'; nothing was imported");
    }

    @Test
    void open_aNewerFormat_isRefused() throws IOException {
        replaceInManifest("\"version\":1", "\"version\":2");

        assertRefused("the export has version 2 of the format, but this program knows versions up to 1; "
                + "use the newer PersonaAgent");
    }

    @Test
    void open_anotherFormat_isRefused() throws IOException {
        replaceInManifest("personaagent-memory", "something");

        assertRefused("manifest.json says that the format is 'something'; expected 'personaagent-memory', "
                + "as 'memory export' writes it");
    }

    @Test
    void open_noManifest_isRefused() throws IOException {
        Path manifest = archive.resolve("manifest.json");
        Files.writeString(manifest, "hello");

        assertThatThrownBy(() -> Archive.open(archive))
                .isInstanceOf(MemoryException.class)
                .hasMessageStartingWith("%s is not the manifest of an export: ".formatted(manifest));
    }

    @Test
    void open_aLineThatIsNoEntry_isRefused() throws IOException {
        Path log = archive.resolve("log.jsonl");
        Files.delete(log);
        try (HashedLines lines = new HashedLines(log)) {
            lines.write("{\"entry\":\"episode\"}");
            Map<String, Manifest.Part> files =
                    Map.of("log.jsonl", lines.finished(), "records.jsonl", empty(), "shelves.jsonl", empty());
            Files.writeString(archive.resolve("manifest.json"), new Manifest(ADA, files).toJson());
        }

        assertRefused(
                "'log.jsonl' line 1 cannot be used: field 'feedback' is missing or no list; nothing was imported");
    }

    @Test
    void restore_anEpisodeOfTheSameId_isAConflict() throws IOException {
        UserStore other = new InMemoryStores().open(ADA);
        other.episodes().append(said("e1", "I like gin."));

        assertThatThrownBy(() -> Archive.open(archive).restoreInto(other, Progress.none()))
                .isInstanceOf(ConflictException.class);

        assertThat(other.episodes().count()).isEqualTo(1);
    }

    private Manifest.Part empty() throws IOException {
        try (HashedLines lines =
                new HashedLines(Files.createTempDirectory(folder, "empty").resolve("file"))) {
            return lines.finished();
        }
    }

    private void replaceInManifest(String part, String other) throws IOException {
        Path manifest = archive.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(part, other));
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Archive.open(archive))
                .isInstanceOf(MemoryException.class)
                .hasMessage(message);
    }
}
