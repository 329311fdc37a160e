package io.personaagent.core.plan;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import io.personaagent.core.turn.Background;
import io.personaagent.core.turn.Shortening;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.prompt.Prompt.Filled;
import io.personaagent.memory.prompt.Prompts;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.text.Fence;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Relevance;
import io.personaagent.persona.Statement;
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
import java.util.function.ToDoubleFunction;

/**
 * What a model is told. The person's message stands word for word at the end of the last message of theirs; whatever others may have
 * written stands in {@link Fence}s. Each statement, memory and result has an id by which the model can name it. The same situation always
 * gives the same words. Thread-safe.
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
    private final Results results;
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
        this.results = new Results(json);
        this.personaBytes = personaBytes;
    }

    /** All that there is to tell. */
    List<ChatMessage> messages(Situation situation) {
        return draft(situation, Shortening.NONE).messages();
    }

    Draft draft(Situation situation, Shortening shortening) {
        List<Recollection> recalled = situation.background().recalled();
        List<Recollection> told = recalled.subList(0, recalled.size() - shortening.memories());
        Persona persona = Sources.numbered(situation.background().persona());
        Filled filled = filled(situation, persona, told);
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(filled.system()));
        List<Episode> conversation = situation.background().conversation();
        latest(conversation.subList(shortening.exchanges(), conversation.size()))
                .forEach(episode -> messages.addAll(exchange(episode)));
        messages.add(UserMessage.from(told.isEmpty() ? situation.message().text() : filled.user()));
        messages.addAll(results.messages(situation, shortening));
        Sources sources = Sources.NONE
                .with(situation.background().persona(), persona.told(personaBytes, relevance(situation)))
                .with(told, situation.observations());
        return new Draft(messages, sources, shortening);
    }

    /** Memories and message in one, because many chat templates refuse two of the same role in a row. */
    private Filled filled(Situation situation, Persona persona, List<Recollection> recalled) {
        return plan.fill(Map.of(
                "persona",
                        persona.systemPrompt(personaBytes, relevance(situation)).strip()
                                + kindred(situation.background()),
                "now", NOW.format(situation.message().at().atZone(zone)),
                "zone", zone.toString(),
                "questions", asking.told(situation.background().questions()),
                "memories", memories(recalled),
                "message", situation.message().text()));
    }

    /** With the question before this one: what is asked next often leaves out what it is about. */
    private static ToDoubleFunction<Statement> relevance(Situation situation) {
        List<Episode> conversation = situation.background().conversation();
        String before = conversation.isEmpty()
                ? ""
                : conversation.get(conversation.size() - 1).exchange().query();
        return Relevance.to(situation.message().text() + "\n" + before);
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
            told.add("[%s] ".formatted(Sources.memory(told.size() + 1)) + memory(each));
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
}
