package io.personaagent.core.plan.reflex;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Source;
import java.util.List;

/**
 * Something that was said and may answer the message.
 *
 * @param confidence how likely it speaks of what was asked, from 0 to 1
 */
record Finding(String text, Source source, double confidence) {

    List<EpisodeId> evidence() {
        return source.evidence();
    }

    /** Whether this replaces the other: a later correction, or a later word of the same speaker on the same matter. */
    boolean supersedes(Finding other) {
        if (!source.when().isAfter(other.source.when())) {
            return false;
        }
        if (source.kind() == Source.Kind.CORRECTION) {
            return other.source.speaker().equals(source.speaker()) || sharesEvidence(other);
        }
        return source.kind() == Source.Kind.STATEMENT
                && other.source.speaker().equals(source.speaker())
                && Matter.changed(text, other.text);
    }

    private boolean sharesEvidence(Finding other) {
        return evidence().stream().anyMatch(other.evidence()::contains);
    }
}
