package io.personaagent.memory.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.json.ModelJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model's summary, checked.
 *
 * @param sentences what it says
 * @param problem why it cannot be used; empty where it can
 */
record SummaryReply(List<Sentence> sentences, String problem) {

    private static final int MOST_SENTENCES = 20;
    private static final int MOST_CHARACTERS = 400;
    private static final ModelJson JSON = new ModelJson();

    /** A sentence and the names of the lines that it rests on. */
    record Sentence(String text, List<String> lines) {
        Sentence {
            lines = List.copyOf(lines);
        }
    }

    SummaryReply {
        sentences = List.copyOf(sentences);
    }

    /** Nothing unless all of it is right. */
    Optional<List<Sentence>> accepted() {
        return problem.isEmpty() ? Optional.of(sentences) : Optional.empty();
    }

    /** Reads a reply that may say something before and behind its JSON. */
    static SummaryReply read(String reply, Set<String> known) {
        return JSON.objectIn(reply)
                .map(object -> read(object.path("summary"), known))
                .orElseGet(() -> wrong("it holds no JSON object"));
    }

    private static SummaryReply read(JsonNode summary, Set<String> known) {
        if (!summary.isArray() || summary.isEmpty() || summary.size() > MOST_SENTENCES) {
            return wrong("\"summary\" must be a list of 1 to %d sentences".formatted(MOST_SENTENCES));
        }
        List<Sentence> sentences = new ArrayList<>();
        for (JsonNode each : summary) {
            String text = each.path("text").asText().strip();
            if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
                return wrong("each \"text\" must have 1 to %d characters".formatted(MOST_CHARACTERS));
            }
            List<String> lines = new ArrayList<>();
            each.path("lines").forEach(line -> lines.add(line.asText()));
            if (lines.isEmpty()) {
                return wrong("the sentence \"%s\" names no lines".formatted(text));
            }
            for (String line : lines) {
                if (!known.contains(line)) {
                    return wrong("there is no line \"%s\"".formatted(line));
                }
            }
            sentences.add(new Sentence(text, lines));
        }
        return new SummaryReply(sentences, "");
    }

    private static SummaryReply wrong(String problem) {
        return new SummaryReply(List.of(), problem);
    }
}
