package io.personaagent.core.plan;

import io.personaagent.core.turn.Influence;
import io.personaagent.core.turn.Situation;
import io.personaagent.memory.episode.Trust;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSpec;

/** Says whether a model saw words that others wrote. */
final class Influences {

    private Influences() {}

    static Influence of(Situation situation) {
        boolean untrusted =
                situation.background().recalled().stream().anyMatch(memory -> memory.trust() == Trust.UNTRUSTED)
                        || situation.background().conversation().stream()
                                .anyMatch(episode -> episode.provenance().trust() == Trust.UNTRUSTED)
                        || situation.observations().stream()
                                .anyMatch(observation -> bringsWordsOfOthers(
                                        situation, observation.call().tool()));
        return untrusted ? Influence.UNTRUSTED_CONTENT : Influence.PERSON;
    }

    private static boolean bringsWordsOfOthers(Situation situation, String tool) {
        return situation.tools().stream()
                .filter(spec -> spec.name().equals(tool))
                .anyMatch(Influences::reachesOutside);
    }

    private static boolean reachesOutside(ToolSpec spec) {
        return spec.effect() == Effect.EXTERNAL || spec.needs(Permission.Kind.NETWORK);
    }
}
