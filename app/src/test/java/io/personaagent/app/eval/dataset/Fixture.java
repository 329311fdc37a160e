package io.personaagent.app.eval.dataset;

import io.personaagent.app.eval.dataset.Suite.Task;
import io.personaagent.memory.episode.Episode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Files of a set in a folder, with single quotes for double ones, and short words for what was read. */
record Fixture(Path folder) {

    Path file(String name, String json) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        byte[] content = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (!name.endsWith(".gz")) {
            return Files.write(file, content);
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    /** Each episode in one line: session, time, speaker and text. */
    static List<String> lines(Task task) {
        return task.haystack().episodes().stream().map(Fixture::line).toList();
    }

    private static String line(Episode episode) {
        return "%s %s %s: %s"
                .formatted(
                        episode.occasion().session(),
                        episode.occasion().happened(),
                        episode.exchange().speaker(),
                        episode.exchange().query());
    }

    /** What the question gets when the backend ranks the episodes at these places. */
    static Map<String, Double> judged(Task task, int item, Integer... places) {
        List<String> ranked = task.haystack()
                .rank(List.of(places).stream()
                        .map(place -> task.haystack().episodes().get(place).id())
                        .toList());
        return task.items().get(item).gold().judge(ranked, List.of(2));
    }
}
