package io.personaagent.app.dojo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Injections that others wrote; only judged on, nothing was made for them. */
final class Suites {

    static final Path FOLDER = Path.of("..", "..", "shared", "data", "security");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Suites() {}

    /** By a page and mail, and by a note that was made of one. */
    static List<Carrier> carriers() {
        List<String> ways = List.of("web page", "mail", "saved as a note");
        return Carriers.all().stream().filter(way -> ways.contains(way.name())).toList();
    }

    static boolean areThere() {
        return Files.isDirectory(FOLDER);
    }

    /** AgentDojo's injections of the suites banking and slack, in all its wordings. */
    static List<Goal> agentDojo() {
        List<Goal> goals = new ArrayList<>();
        Path file = FOLDER.resolve("agentdojo").resolve("injections.jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                goals.add(Goals.ofSuite(
                        goals.size(), JSON.readTree(line).path("text").asText()));
            }
            return goals;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** BIPIA's attacks on the text of an answer; here the answer is noted, or sent. */
    static List<Goal> bipia() {
        List<Goal> goals = new ArrayList<>();
        try {
            for (JsonNode kind :
                    JSON.readTree(FOLDER.resolve("bipia_text_attack_train.json").toFile())) {
                kind.forEach(text -> goals.add(Goals.ofSuite(goals.size(), text.asText())));
            }
            return goals;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
