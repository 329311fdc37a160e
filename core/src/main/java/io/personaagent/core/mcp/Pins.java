package io.personaagent.core.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was approved of a server, and what it was last seen to declare where that is something else.
 *
 * @param approved the definitions that may be used
 * @param seen what has to be looked at; empty when it is what was approved
 */
record Pins(Look approved, Optional<Look> seen) {

    /**
     * A server at one time.
     *
     * @param identity how it was reached
     * @param tools by the server's own names, in its order
     */
    record Look(String identity, Map<String, Declared> tools) {
        Look {
            tools = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tools));
        }

        static Look of(String identity, List<Declared> tools) {
            Map<String, Declared> byName = new LinkedHashMap<>();
            tools.forEach(tool -> byName.putIfAbsent(tool.name(), tool));
            return new Look(identity, byName);
        }
    }

    /** How a tool stands. */
    enum Standing {
        /** It is what was approved. */
        APPROVED("approved"),
        /** It says something else than when it was approved. */
        CHANGED("changed"),
        /** It was not there when the others were approved. */
        NEW("new"),
        /** The command or address is not the one that was approved. */
        ELSEWHERE("server changed");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Nothing has to be looked at. */
    static Pins approving(Look look) {
        return new Pins(look, Optional.empty());
    }

    /** After the server was looked at again. */
    Pins seeing(Look look) {
        boolean same = look.identity().equals(approved.identity())
                && look.tools().values().stream()
                        .allMatch(tool -> tool.equals(approved.tools().get(tool.name())));
        return new Pins(approved, same ? Optional.empty() : Optional.of(look));
    }

    Standing standing(Declared tool, String identity) {
        Declared known = approved.tools().get(tool.name());
        if (!approved.identity().equals(identity)) {
            return Standing.ELSEWHERE;
        }
        if (known == null) {
            return Standing.NEW;
        }
        Declared latest =
                seen.map(look -> look.tools().getOrDefault(tool.name(), known)).orElse(known);
        return known.equals(latest) && known.equals(tool) ? Standing.APPROVED : Standing.CHANGED;
    }

    /** All tools that there are to be told of, as they were last seen. */
    List<Declared> latest() {
        return List.copyOf(seen.orElse(approved).tools().values());
    }
}
