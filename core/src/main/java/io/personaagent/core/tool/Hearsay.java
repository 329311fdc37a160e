package io.personaagent.core.tool;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.ToolCall;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether strangers' descriptions of their own tools speak of a call of another's tool: by its name, or by words that the call says and the
 * person did not. A model reads descriptions before anything else, so one that says "first call add_note" acts before any output was seen.
 */
final class Hearsay {

    /** What is shorter stands in many a description by chance. */
    private static final int SHORTEST = 12;

    private final ToolCatalogue catalogue;
    private final OwnWords own;

    Hearsay(ToolCatalogue catalogue, OwnWords own) {
        this.catalogue = requireNonNull(catalogue, "catalogue");
        this.own = requireNonNull(own, "own");
    }

    /** What only reads is nobody's harm. */
    boolean speaksOf(ToolCall call, LentTool tool) {
        if (tool.spec().effect() == Effect.READ) {
            return false;
        }
        String provider = tool.offer().name();
        return catalogue.specs().stream()
                .filter(spec -> spec.needs(Permission.Kind.NETWORK))
                .filter(spec -> catalogue
                        .providerOf(spec.name())
                        .filter(provider::equals)
                        .isEmpty())
                .anyMatch(spec -> speaksOf(call, spec));
    }

    private boolean speaksOf(ToolCall call, ToolSpec stranger) {
        String told = OwnWords.folded(Origins.told(stranger));
        return names(told, call.tool())
                || texts(call.arguments().asMap())
                        .anyMatch(text ->
                                text.length() >= SHORTEST && !own.has(text) && told.contains(OwnWords.folded(text)));
    }

    /** A name of one word may be any word. */
    private static boolean names(String told, String tool) {
        String name = OwnWords.folded(tool);
        return name.matches(".*[_-].*")
                && Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                        .matcher(told)
                        .find();
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(Hearsay::texts);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(Hearsay::texts);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }
}
