package io.personaagent.persona.align.textual;

import com.fasterxml.jackson.databind.JsonNode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Labelled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads edits of one persona. What is wrong with an edit is said in an {@link IllegalArgumentException}, about the edit.
 *
 * @param named the interactions that may motivate an edit, by the names that the model was given
 */
record EditReader(Persona persona, Map<String, Labelled> named, Instant now) {

    static final int MOST_CHARACTERS = 300;

    private static final Set<String> FIELDS = Set.of("op", "id", "kind", "polarity", "strength", "text", "because");

    /** The rules, and what tools may do, are the program's; a sentence that speaks of setting them aside is no statement about a person. */
    private static final Pattern OVERREACHING =
            Pattern.compile("(?iu)\\b(?:ignore|disregard|override|overrule|bypass|suspend|forget)\\b.{0,40}"
                    + "\\b(?:rules?|instructions?|approvals?|permissions?|prompt)\\b"
                    + "|\\bwithout (?:asking|approval|permission|confirm)|\\brule \\d|\\bsystem prompt\\b|</?\\s*data");

    EditReader {
        named = new LinkedHashMap<>(named);
    }

    Edit read(JsonNode edit) {
        if (!edit.isObject()) {
            throw new IllegalArgumentException("each edit must be an object");
        }
        edit.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("an edit has a field \"%s\" that is not known".formatted(name));
            }
        });
        String op = edit.path("op").asText("");
        return switch (op) {
            case "add" -> new Edit.Add(added(edit));
            case "replace" -> new Edit.Replace(replaced(edit, touched(edit)));
            case "remove" -> new Edit.Remove(touched(edit).id(), because(edit));
            default ->
                throw new IllegalArgumentException("\"op\" is \"%s\"; expected add, replace or remove".formatted(op));
        };
    }

    private Statement added(JsonNode edit) {
        String text = text(edit);
        Meaning meaning = new Meaning(
                text,
                constant(edit, "kind", Statement.Kind.PREFERENCE),
                constant(edit, "polarity", Statement.Polarity.NEUTRAL),
                strength(edit, 1));
        return new Statement(id(meaning), meaning, support(edit, now), Standing.NEW);
    }

    private Statement replaced(JsonNode edit, Statement before) {
        Meaning meaning = new Meaning(
                text(edit),
                constant(edit, "kind", before.kind()),
                constant(edit, "polarity", before.polarity()),
                strength(edit, before.strength()));
        return before.with(meaning).with(support(edit, before.support().created()));
    }

    private Statement touched(JsonNode edit) {
        Statement statement = persona.statement(edit.path("id").asText(""));
        if (statement.pinned()) {
            throw new IllegalArgumentException(
                    "statement '%s' is pinned: it may neither be changed nor removed".formatted(statement.id()));
        }
        return statement;
    }

    private static String text(JsonNode edit) {
        String text = edit.path("text").asText("").strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "each \"text\" must have 1 to %d characters; one has %d".formatted(MOST_CHARACTERS, text.length()));
        }
        if (OVERREACHING.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "a statement speaks of rules or permissions, which are fixed: \"%s\"".formatted(text));
        }
        return text;
    }

    private static double strength(JsonNode edit, double otherwise) {
        return edit.has("strength") ? edit.path("strength").asDouble(-1) : otherwise;
    }

    private static <E extends Enum<E>> E constant(JsonNode edit, String field, E otherwise) {
        if (!edit.has(field)) {
            return otherwise;
        }
        String word = edit.path(field).asText("");
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> word(each).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is \"%s\"; expected one of %s"
                        .formatted(
                                field,
                                word,
                                Arrays.stream(all).map(EditReader::word).collect(Collectors.joining(", ")))));
    }

    /** As a model is told. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The more the person's own word there is for it, the surer. */
    private Support support(JsonNode edit, Instant created) {
        Set<EpisodeId> evidence = because(edit);
        double weight = named.values().stream()
                .filter(each -> evidence.contains(each.id()))
                .mapToDouble(each -> each.label().weight())
                .sum();
        return new Support(weight / (weight + 1), evidence, created, now);
    }

    private Set<EpisodeId> because(JsonNode edit) {
        Set<EpisodeId> because = new TreeSet<>();
        for (JsonNode name : edit.path("because")) {
            Labelled motive = named.get(name.asText(""));
            if (motive == null) {
                throw new IllegalArgumentException("there is no interaction \"%s\"; there are %s"
                        .formatted(name.asText(""), String.join(", ", named.keySet())));
            }
            because.add(motive.id());
        }
        if (because.isEmpty()) {
            throw new IllegalArgumentException(
                    "each edit must name in \"because\" the interactions that are its reason");
        }
        return because;
    }

    /** The same for the same statement, so that a model that says it again is told that it is there. */
    private static String id(Meaning meaning) {
        String hash = UUID.nameUUIDFromBytes(meaning.text().getBytes(StandardCharsets.UTF_8))
                .toString();
        return word(meaning.kind()) + "-" + hash.substring(0, 8);
    }
}
