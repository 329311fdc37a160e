package io.personaagent.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.locomo.LocomoEpisodes;
import io.personaagent.memory.locomo.LocomoEpisodes.Conversation;
import io.personaagent.memory.locomo.LocomoEpisodes.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real conversation of months, imported, and asked about. */
class LocomoIT {

    /** Chosen by reading the questions, before any was tried: three ask for a date, two for what was said; each has one turn as evidence. */
    private static final List<Integer> QUESTIONS = List.of(0, 16, 57, 83, 87);

    @TempDir
    Path folder;

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.exists(LocomoEpisodes.file()), () -> "skipped: LoCoMo is not at " + LocomoEpisodes.file());
    }

    @Test
    void once_recallsTheEvidence() {
        Conversation conversation = LocomoEpisodes.read(LocomoEpisodes.file()).get(0);
        Program program = new Program(folder.resolve("home"));
        Path file = program.file(
                "conversation.jsonl",
                conversation.episodes().stream().map(LocomoIT::line).toList());

        long began = System.nanoTime();
        JsonNode imported = program.run("memory", "import", file.toString(), "--json")
                .exited(0)
                .json();
        System.out.printf("importing %s took %d ms%n", conversation.name(), (System.nanoTime() - began) / 1_000_000);
        List<Integer> found = QUESTIONS.stream()
                .filter(at -> recalls(program, conversation.questions().get(at)))
                .toList();

        assertThat(conversation.name()).isEqualTo("conv-26");
        assertThat(imported.path("added").asInt())
                .isEqualTo(conversation.episodes().size());
        assertThat(found).as("the questions whose evidence was recalled").hasSizeGreaterThanOrEqualTo(4);
    }

    private static boolean recalls(Program program, Question question) {
        JsonNode reply = program.run("chat", "--once", question.text(), "--json")
                .exited(0)
                .json();
        Set<EpisodeId> recalled = new TreeSet<>();
        for (JsonNode recollection : reply.path("recalled")) {
            recollection.path("evidence").forEach(id -> recalled.add(new EpisodeId(id.asText())));
        }
        assertThat(question.evidence()).isNotEmpty();
        return recalled.containsAll(question.evidence());
    }

    private static String line(Episode episode) {
        return new ObjectMapper()
                .createObjectNode()
                .put("id", episode.id().value())
                .put("session", episode.occasion().session())
                .put("happened", episode.occasion().happened().toString())
                .put("speaker", episode.exchange().speaker())
                .put("text", episode.exchange().query())
                .toString();
    }
}
