package io.personaagent.app.transfer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.personaagent.core.config.Suggestion;
import io.personaagent.memory.boundary.Redacted;
import io.personaagent.memory.boundary.SafeEpisode;
import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.Fault;
import io.personaagent.tools.ToolResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The import format: one episode a line, as a JSON object.
 *
 * <p>{@code text} (what was said) and {@code happened} (when) are required. Optional are {@code id}, {@code session}, {@code speaker}
 * (absent: the person themself), {@code reply}, a label (see {@link ImportLabel}), {@code tags}, {@code sensitivity} and {@code actions}, each with {@code tool}, {@code arguments}, and {@code result} or {@code error}. Without an id, one is made from
 * the content, so that importing a file again adds nothing twice. What a file claims about trust is not believed: imported episodes are
 * data that others may have written.
 */
public final class ImportFormat {

    private static final List<String> FIELDS = List.of(
            "id",
            "session",
            "happened",
            "speaker",
            "text",
            "reply",
            "truth",
            "rating",
            "scale",
            "chosen",
            "options",
            "tags",
            "sensitivity",
            "actions");

    private static final String RESERVED = "label:";
    private static final EpisodeId UNNAMED = new EpisodeId("unnamed");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(2_000_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Clock clock;
    private final Sensitivity usual;
    private final Set<String> tags;

    /** @param clock stamps the time of recording; its zone is the one of times that name none */
    public ImportFormat(Clock clock) {
        this(clock, Sensitivity.ORDINARY);
    }

    /** @param usual the class of lines that name none; their words decide where it is ordinary */
    public ImportFormat(Clock clock, Sensitivity usual) {
        this(clock, usual, Set.of());
    }

    private ImportFormat(Clock clock, Sensitivity usual, Set<String> tags) {
        this.clock = requireNonNull(clock, "clock");
        this.usual = requireNonNull(usual, "usual");
        this.tags = tags;
    }

    /** The same, which gives each episode one more tag. */
    public ImportFormat tagging(String tag) {
        Set<String> more = new TreeSet<>(tags);
        more.add(tag);
        return new ImportFormat(clock, usual, more);
    }

    /** Reads one line. */
    public ImportLine read(String line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (!object.isObject()) {
                return new ImportLine.Rejected(
                        "expected a JSON object such as {\"text\": \"...\", \"happened\": \"2026-11-20T09:30:00Z\"}");
            }
            checkNames(object);
            Redacted<Episode> safe = SafeEpisode.of(episode(object));
            return new ImportLine.Accepted(named(safe.kept(), object), safe.removed());
        } catch (JsonProcessingException wrong) {
            return new ImportLine.Rejected("not JSON: " + wrong.getOriginalMessage());
        } catch (IllegalArgumentException unusable) {
            return new ImportLine.Rejected(String.valueOf(unusable.getMessage()));
        }
    }

    private Episode episode(JsonNode object) {
        String text = required(object, "text", "what was said");
        Instant happened = Times.read(required(object, "happened", "when it was said"), clock.getZone());
        Exchange exchange = new Exchange(
                optional(object, "speaker"), text, actions(object.path("actions")), optional(object, "reply"));
        Occasion occasion = new Occasion(optional(object, "session"), happened, clock.instant());
        ImportLabel label = ImportLabel.in(object);
        Set<String> tags = tags(object.path("tags"));
        tags.addAll(label.tags());
        Provenance provenance = new Provenance(Origin.IMPORT, Trust.UNTRUSTED, sensitivity(object), tags);
        return new Episode(UNNAMED, occasion, exchange, provenance, label.feedback(happened));
    }

    /** An id made of the content is made without the secrets: a hash of a PIN is soon guessed. */
    private static Episode named(Episode episode, JsonNode object) {
        EpisodeId id = object.has("id")
                ? new EpisodeId(optional(object, "id"))
                : ContentId.of(episode.exchange(), episode.occasion());
        return new Episode(id, episode.occasion(), episode.exchange(), episode.provenance(), episode.feedback());
    }

    private static void checkNames(JsonNode object) {
        object.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("unknown field '%s'; %s"
                        .formatted(
                                name,
                                Suggestion.closest(name, FIELDS)
                                        .map("did you mean '%s'?"::formatted)
                                        .orElseGet(() -> "known are " + String.join(", ", FIELDS))));
            }
        });
    }

    private static String required(JsonNode object, String field, String meaning) {
        String value = optional(object, field);
        if (value.isBlank()) {
            throw new IllegalArgumentException("field '%s' (%s) is missing or empty".formatted(field, meaning));
        }
        return value;
    }

    private static String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field '%s' is %s; expected a text".formatted(field, value));
        }
        return value.asText();
    }

    private Sensitivity sensitivity(JsonNode object) {
        String value = optional(object, "sensitivity");
        if (value.isEmpty()) {
            return usual;
        }
        List<String> known = Arrays.stream(Sensitivity.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    "field 'sensitivity' is '%s'; expected one of %s".formatted(value, String.join(", ", known)));
        }
        return Sensitivity.valueOf(value.toUpperCase(Locale.ROOT));
    }

    private Set<String> tags(JsonNode named) {
        Set<String> read = new TreeSet<>(tags);
        for (JsonNode tag : list(named, "tags", "a list of texts")) {
            if (!tag.isTextual()) {
                throw new IllegalArgumentException("field 'tags' holds %s; expected a list of texts".formatted(tag));
            }
            if (tag.asText().strip().startsWith(RESERVED)) {
                throw new IllegalArgumentException(
                        "field 'tags' holds '%s'; tags that begin with '%s' are not a file's to give"
                                .formatted(tag.asText(), RESERVED));
            }
            read.add(tag.asText());
        }
        return read;
    }

    private static List<Action> actions(JsonNode actions) {
        List<Action> read = new ArrayList<>();
        for (JsonNode action :
                list(actions, "actions", "a list of objects with tool, arguments, and result or error")) {
            if (!action.isObject()) {
                throw new IllegalArgumentException(
                        "field 'actions' holds %s; expected objects with tool, arguments, and result or error"
                                .formatted(action));
            }
            ToolResult outcome = action.has("error")
                    ? ToolResult.failed(Fault.TOOL, optional(action, "error"))
                    : ToolResult.done(optional(action, "result"));
            JsonNode arguments = action.has("arguments") ? action.get("arguments") : JSON.createObjectNode();
            if (!arguments.isObject()) {
                throw new IllegalArgumentException("field 'arguments' is %s; expected an object".formatted(arguments));
            }
            read.add(new Action(
                    required(action, "tool", "which tool was called"),
                    arguments.toString(),
                    outcome,
                    Duration.ZERO,
                    "import"));
        }
        return read;
    }

    private static Iterable<JsonNode> list(JsonNode node, String field, String expected) {
        if (!node.isMissingNode() && !node.isArray()) {
            throw new IllegalArgumentException("field '%s' is %s; expected %s".formatted(field, node, expected));
        }
        return node;
    }
}
