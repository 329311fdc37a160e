package io.personaagent.core.turn;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;
import java.util.stream.Stream;

/** What a planner saw before it asked for a call. */
public enum Influence {
    /** Only the person's own words and what the program itself made of them. */
    PERSON,
    /** Something that others wrote as well: imported memories, tool outputs, web pages, or an earlier answer that was made of these. */
    UNTRUSTED_CONTENT;

    /** The tag of an episode whose turn saw words of others: its reply may repeat them. */
    public static final String UNTRUSTED_TAG = Provenance.UNTRUSTED_INFLUENCE;

    /** What whoever sees this situation has seen. */
    public static Influence of(Situation situation) {
        boolean untrusted =
                situation.background().recalled().stream().anyMatch(memory -> memory.trust() == Trust.UNTRUSTED)
                        || situation.background().conversation().stream().anyMatch(Influence::isTainted)
                        || usedTools(situation).anyMatch(tool -> bringsWordsOfOthers(situation, tool));
        return untrusted ? UNTRUSTED_CONTENT : PERSON;
    }

    private static boolean isTainted(Episode episode) {
        return episode.provenance().trust() == Trust.UNTRUSTED
                || episode.provenance().tags().contains(UNTRUSTED_TAG);
    }

    /** The tools of this turn, and of the earlier turns that the planner sees. */
    private static Stream<String> usedTools(Situation situation) {
        return Stream.concat(
                situation.observations().stream()
                        .map(observation -> observation.call().tool()),
                situation.background().conversation().stream()
                        .flatMap(episode -> episode.exchange().actions().stream())
                        .map(Action::tool));
    }

    private static boolean bringsWordsOfOthers(Situation situation, String tool) {
        return situation.tools().stream()
                .filter(spec -> spec.name().equals(tool))
                .anyMatch(Influence::reachesOutside);
    }

    /** A tool that reads memory may hand on what was imported. */
    private static boolean reachesOutside(ToolSpec spec) {
        return spec.effect() == Effect.EXTERNAL
                || spec.needs(Permission.Kind.NETWORK)
                || spec.needs(Permission.Kind.MEMORY);
    }
}
