package io.personaagent.core.plan;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.prompt.Prompt.Filled;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.text.Fence;
import io.personaagent.persona.Relevance;
import io.personaagent.persona.tendency.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a model is told. The person's message stands word for word at the end of the last message of theirs; whatever others may have
 * written stands in {@link Fence}s. The same situation always gives the same words. Thread-safe.
 */
final class Prompt {

    /** The most characters of this conversation that a model is given; the oldest exchanges are left out first. */
    static final int MAX_CONVERSATION = 24_000;

    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String NO_REPLY = "(There was no answer.)";
    private static final int MAX_SPEAKER = 60;

    private final ZoneId zone;
    private final CallJson json;
    private final int personaBytes;
    private final io.personaagent.memory.prompt.Prompt plan;
    private final Asking asking;

    /**
     * Words for a model.
     *
     * @param personaBytes how much of the persona's statements it is told
     * @param prompts of which {@code plan} surrounds persona, memories and message
     */
    Prompt(ZoneId zone, CallJson json, int personaBytes, Prompts prompts) {
        this.plan = prompts.find("plan");
        this.asking = new Asking(prompts);
        this.zone = zone;
        this.json = json;
        this.personaBytes = personaBytes;
    }

    List<ChatMessage> messages(Situation situation) {
        List<ChatMessage> messages = new ArrayList<>();
        Filled filled = filled(situation);
        messages.add(SystemMessage.from(filled.system()));
        latest(situation.background().conversation()).forEach(episode -> messages.addAll(exchange(episode)));
        boolean remembers = !situation.background().recalled().isEmpty();
        messages.add(
                UserMessage.from(remembers ? filled.user() : situation.message().text()));
        situation.rounds().forEach(round -> messages.addAll(round(round)));
        return messages;
    }

    /** Memories and message in one, because many chat templates refuse two of the same role in a row. */
    private Filled filled(Situation situation) {
        return plan.fill(Map.of(
                "persona", persona(situation) + kindred(situation.background()),
                "now", NOW.format(situation.message().at().atZone(zone)),
                "zone", zone.toString(),
                "questions", asking.told(situation.background().questions()),
                "memories", memories(situation.background().recalled()),
                "message", situation.message().text()));
    }

    /** With the question before this one: what is asked next often leaves out what it is about. */
    private String persona(Situation situation) {
        List<Episode> conversation = situation.background().conversation();
        String before = conversation.isEmpty()
                ? ""
                : conversation.get(conversation.size() - 1).exchange().query();
        return situation
                .background()
                .persona()
                .systemPrompt(personaBytes, Relevance.to(situation.message().text() + "\n" + before))
                .strip();
    }

    /** Behind what is known of the person. */
    private static String kindred(Background background) {
        String block =
                background.kindred().block(Sentences.labels(background.persona().texts()));
        return block.isEmpty() ? "" : "\n\n" + block.strip();
    }

    private static Iterable<Episode> latest(List<Episode> conversation) {
        Deque<Episode> latest = new ArrayDeque<>();
        int length = 0;
        for (int i = conversation.size() - 1; i >= 0; i--) {
            Episode episode = conversation.get(i);
            length += episode.exchange().query().length()
                    + episode.exchange().reply().length();
            if (length > MAX_CONVERSATION) {
                return latest;
            }
            latest.addFirst(episode);
        }
        return latest;
    }

    private static List<ChatMessage> exchange(Episode episode) {
        String query = episode.exchange().query();
        String reply = episode.exchange().reply();
        if (query.isBlank()) {
            return reply.isBlank() ? List.of() : List.of(AiMessage.from(reply));
        }
        boolean own =
                episode.exchange().speaker().isEmpty() && episode.provenance().trust() == Trust.TRUSTED;
        return List.of(
                UserMessage.from(own ? query : Fence.around(query)),
                AiMessage.from(reply.isBlank() ? NO_REPLY : reply));
    }

    private String memories(List<Recollection> recalled) {
        List<String> told = new ArrayList<>();
        for (Recollection each : recalled) {
            told.add("[m%d] ".formatted(told.size() + 1) + memory(each));
        }
        return String.join("\n\n", told);
    }

    private String memory(Recollection memory) {
        Source source = memory.source();
        return "%s, %s%s:\n%s"
                .formatted(
                        day(source.when()),
                        manner(source),
                        memory.trust() == Trust.UNTRUSTED ? " (not confirmed by the person)" : "",
                        Fence.around(memory.text()));
    }

    private String day(Instant when) {
        return DAY.format(when.atZone(zone));
    }

    private static String manner(Source source) {
        return switch (source.kind()) {
            case STATEMENT -> "said by " + speaker(source);
            case QUESTION -> "asked by " + speaker(source);
            case CORRECTION -> "a correction by " + speaker(source);
            case DERIVED -> "a summary";
        };
    }

    /** A speaker's name may come from a file that others wrote, and stands outside the fence: so it is a name and nothing else. */
    private static String speaker(Source source) {
        String name =
                source.speaker().replaceAll("[^\\p{L}\\p{M}\\p{N}.'-]+", " ").strip();
        return name.isEmpty() ? "the person" : name.substring(0, Math.min(name.length(), MAX_SPEAKER));
    }

    private Stream<ChatMessage> results(List<Observation> round) {
        return round.stream().map(Prompt::result);
    }

    private List<ChatMessage> round(List<Observation> round) {
        List<ToolExecutionRequest> requests = round.stream()
                .map(observation -> ToolExecutionRequest.builder()
                        .id(observation.call().id())
                        .name(observation.call().tool())
                        .arguments(json.text(observation.call().arguments()))
                        .build())
                .toList();
        return Stream.concat(Stream.of(AiMessage.from(requests)), results(round))
                .toList();
    }

    private static ChatMessage result(Observation observation) {
        ToolExecutionResultMessage.Builder message = ToolExecutionResultMessage.builder()
                .id(observation.call().id())
                .toolName(observation.call().tool());
        return observation
                .result()
                .fold(done -> message.text(Fence.around(done.text())).build(), failed -> message.text(
                                "It did not work (%s): %s"
                                        .formatted(
                                                failed.fault().name().toLowerCase(Locale.ROOT),
                                                Fence.around(failed.message())))
                        .isError(true)
                        .build());
    }
}
