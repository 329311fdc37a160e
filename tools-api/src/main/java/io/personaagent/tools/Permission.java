package io.personaagent.tools;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One thing outside itself that a tool needs, declared so that the host and the person can see it.
 *
 * @param kind what sort of thing
 * @param target which one: a host name, a folder, an environment variable's name; empty for {@link Kind#MEMORY}
 */
public record Permission(Kind kind, String target) implements Comparable<Permission> {

    /** The sorts of things a tool can need. */
    public enum Kind {
        /** Connections to a host. */
        NETWORK,
        /** A folder outside the tool's own workspace. */
        FOLDER,
        /** Reading the person's memories through {@link ToolContext#memory()}. */
        MEMORY,
        /** The value of an environment variable. */
        ENVIRONMENT
    }

    public Permission {
        requireNonNull(kind, "kind");
        requireNonNull(target, "target");
        if (kind == Kind.MEMORY != target.isEmpty()) {
            throw new IllegalArgumentException(
                    kind == Kind.MEMORY
                            ? "permission memory takes no target, but '%s' was given".formatted(target)
                            : "permission %s needs a target, such as '%s:NAME'".formatted(word(kind), word(kind)));
        }
    }

    /** Reads the form that {@link #toString()} writes: {@code network:en.wikipedia.org}, {@code memory}. */
    public static Permission parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        for (Kind kind : Kind.values()) {
            if (word(kind).equals(word)) {
                return new Permission(kind, colon < 0 ? "" : text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "permission '%s' is unknown; use network:HOST, folder:PATH, memory or environment:NAME"
                        .formatted(text));
    }

    @Override
    public int compareTo(Permission other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return target.isEmpty() ? word(kind) : word(kind) + ":" + target;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
