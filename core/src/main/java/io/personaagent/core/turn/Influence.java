package io.personaagent.core.turn;

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

    private static final String NOBODY = "nobody";

    /** What whoever sees this situation has seen. */
    public static Influence of(Situation situation) {
        boolean untrusted =
                situation.background().recalled().stream().anyMatch(memory -> memory.trust() == Trust.UNTRUSTED)
                        || situation.background().conversation().stream().anyMatch(Influence::isTainted)
                        || situation.observations().stream().anyMatch(seen -> seen.brought() == UNTRUSTED_CONTENT)
                        || usedTools(situation).anyMatch(use -> bringsWordsOfOthers(situation, use));
        return untrusted ? UNTRUSTED_CONTENT : PERSON;
    }

    private static boolean isTainted(Episode episode) {
        return episode.provenance().trust() == Trust.UNTRUSTED
                || episode.provenance().tags().contains(UNTRUSTED_TAG);
    }

    /** A tool's name, and who allowed the call. */
    private record Used(String tool, String approvedBy) {}

    /** The tools of this turn, and of the earlier turns that the planner sees. */
    private static Stream<Used> usedTools(Situation situation) {
        return Stream.concat(
                situation.observations().stream()
                        .map(observation -> new Used(observation.call().tool(), observation.approvedBy())),
                situation.background().conversation().stream()
                        .flatMap(episode -> episode.exchange().actions().stream())
                        .map(action -> new Used(action.tool(), NOBODY)));
    }

    /** A tool that was called and is there no longer may have brought anything; earlier turns carry a tag for it. */
    private static boolean bringsWordsOfOthers(Situation situation, Used use) {
        return situation.tools().stream()
                .filter(spec -> spec.name().equals(use.tool()))
                .findFirst()
                .map(Influence::reachesOthers)
                .orElse(!use.approvedBy().equals(NOBODY));
    }

    /**
     * Whether what a tool brings may be words of others, wherever they were before. Memory holds what was imported; a folder of the
     * person's own has in it what they were sent.
     */
    public static boolean reachesOthers(ToolSpec spec) {
        return spec.effect() == Effect.EXTERNAL
                || spec.needs(Permission.Kind.NETWORK)
                || spec.needs(Permission.Kind.FOLDER)
                || spec.needs(Permission.Kind.MEMORY);
    }
}
