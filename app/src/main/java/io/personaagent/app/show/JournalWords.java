package io.personaagent.app.show;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.core.Replay;
import io.personaagent.core.journal.Entry;
import io.personaagent.core.journal.TurnJournal;
import io.personaagent.core.turn.Asking;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.ToolCall;
import io.personaagent.persona.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A turn's journal for the eye and as JSON. */
public final class JournalWords {

    private final Words words;

    /** @param zone in which times are told */
    public JournalWords(ZoneId zone) {
        this.words = new Words(requireNonNull(zone, "zone"));
    }

    /** A turn in one line. */
    public String line(TurnJournal journal) {
        String tokens = journal.asked().isEmpty()
                ? ""
                : ", %d calls of the model, %,d tokens"
                        .formatted(journal.asked().size(), journal.tokens());
        return "%s  %s  %s, %d %s, %s%s"
                .formatted(
                        journal.turn(),
                        words.time(journal.at()),
                        journal.basis().planner(),
                        journal.entries().size(),
                        journal.entries().size() == 1 ? "step" : "steps",
                        time(journal.took()),
                        tokens);
    }

    /**
     * A turn step by step.
     *
     * @param statements of the persona that was in force, as far as they are known
     */
    public List<String> lines(TurnJournal journal, List<Statement> statements) {
        Grounds grounds = new Grounds(statements, journal.basis().recalled(), calls(journal));
        List<String> lines = new ArrayList<>();
        lines.add(line(journal));
        lines.add("  persona: version %d; memories: %d; conversation: %d"
                .formatted(
                        journal.basis().persona(),
                        journal.basis().recalled().size(),
                        journal.basis().conversation().size()));
        for (int step = 0; step < journal.entries().size(); step++) {
            lines.add(first(step + 1, journal.entries().get(step)));
            lines.addAll(lines(journal.entries().get(step), grounds));
        }
        journal.undecided().forEach(asking -> lines.add("  not usable: " + asking.reply()));
        return lines;
    }

    private static List<ToolCall> calls(TurnJournal journal) {
        return journal.entries().stream()
                .flatMap(entry -> entry.observed().stream())
                .map(Observation::call)
                .toList();
    }

    private static String first(int number, Entry entry) {
        return "  %d  %s  (%s%s)"
                .formatted(number, Replay.words(entry.decided()), time(entry.took()), tokens(entry.asked()));
    }

    private static List<String> lines(Entry entry, Grounds grounds) {
        List<String> lines = new ArrayList<>();
        entry.asked().forEach(asking -> standIn(asking).ifPresent(told -> lines.add("     " + told)));
        entry.observed().forEach(observation -> {
            lines.add("     " + result(observation));
            observation.call().because().reasons().forEach(reason -> lines.add("        " + grounds.told(reason)));
        });
        return lines;
    }

    /** Which model answered instead of the one that was asked first, and why; empty where none did. */
    public static Optional<String> standIn(Asking asking) {
        JsonNode reply = io.personaagent.memory.json.Json.read(asking.reply());
        if (!reply.has("since")) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        reply.path("since").forEach(reason -> reasons.add(reason.asText()));
        return Optional.of(
                "answered by %s, since %s".formatted(reply.path("by").asText(), String.join("; and ", reasons)));
    }

    private static String result(Observation observation) {
        return "%s, %s, allowed by %s: %s"
                .formatted(
                        observation.call().tool(),
                        time(observation.took()),
                        observation.approvedBy(),
                        observation.result().fold(done -> done.text(), failed -> "failed (%s): %s"
                                .formatted(failed.fault().name().toLowerCase(Locale.ROOT), failed.message())));
    }

    private static String tokens(List<Asking> asked) {
        return asked.isEmpty()
                ? ""
                : ", %,d tokens in, %,d out"
                        .formatted(
                                asked.stream().mapToLong(Asking::input).sum(),
                                asked.stream().mapToLong(Asking::output).sum());
    }

    private static String time(Duration took) {
        return "%.1f ms".formatted(took.toNanos() / 1e6);
    }

    /** All of it but what was recalled, of which the episodes are named. */
    public static ObjectNode json(TurnJournal journal) {
        ObjectNode node = Json.object()
                .put("turn", journal.turn().value())
                .put("at", journal.at().toString())
                .put("planner", journal.basis().planner())
                .put("persona", journal.basis().persona())
                .put("tokens", journal.tokens())
                .put("tookMs", journal.took().toNanos() / 1e6);
        ArrayNode recalled = node.putArray("recalled");
        journal.basis()
                .recalled()
                .forEach(memory -> memory.source().evidence().forEach(each -> recalled.add(each.value())));
        node.set("steps", Json.list(journal.entries(), JournalWords::json));
        return node;
    }

    private static ObjectNode json(Entry entry) {
        ObjectNode node = Json.object()
                .put("decided", Replay.words(entry.decided()))
                .put("tookMs", entry.took().toNanos() / 1e6);
        node.set("asked", Json.list(entry.asked(), JournalWords::json));
        node.set("observed", Json.list(entry.observed(), Json::of));
        return node;
    }

    private static ObjectNode json(Asking asking) {
        ObjectNode node = Json.object().put("in", asking.input()).put("out", asking.output());
        ObjectNode prompt = node.putObject("prompt");
        asking.prompt().forEach(prompt::put);
        node.set("reply", io.personaagent.memory.json.Json.read(asking.reply()));
        return node;
    }
}
