package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a tool is called, what it takes, and what it does: all that a planner and a person see of it.
 *
 * <p>Examples are utterances that a person would say when they want the tool, with the arguments in braces:
 * {@code "remind me to {text} in {minutes} minutes"}. Without a model they are how the tool is found and its arguments are filled.
 *
 * @param function name, description and parameters, as any LangChain4j model takes them
 * @param effect what a call may change
 * @param permissions what the tool needs; iterates in the order of their text
 * @param examples utterances that ask for this tool; may be empty, then only a model finds it
 */
public record ToolSpec(ToolSpecification function, Effect effect, Set<Permission> permissions, List<String> examples) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,63}");

    public ToolSpec {
        requireNonNull(function, "function");
        requireNonNull(effect, "effect");
        permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
        examples = List.copyOf(examples);
        if (!NAME.matcher(function.name()).matches()) {
            throw new IllegalArgumentException(
                    "tool name '%s' is not usable; it must be 1 to 64 of a-z, A-Z, 0-9, _ and -, beginning with a letter"
                            .formatted(function.name()));
        }
        if (function.description() == null || function.description().isBlank()) {
            throw new IllegalArgumentException(
                    "tool '%s' has no description; say in one sentence what it does and when to use it"
                            .formatted(function.name()));
        }
    }

    /** A tool that needs no permissions. */
    public static ToolSpec of(ToolSpecification function, Effect effect, String... examples) {
        return new ToolSpec(function, effect, Set.of(), List.of(examples));
    }

    /** The same tool, needing these permissions. */
    public ToolSpec needing(Permission... needed) {
        return new ToolSpec(function, effect, Set.of(needed), examples);
    }

    public String name() {
        return function.name();
    }

    public String description() {
        return function.description();
    }

    /** Whether the tool declared that it needs this sort of thing. */
    public boolean needs(Permission.Kind kind) {
        return permissions.stream().anyMatch(permission -> permission.kind() == kind);
    }
}
