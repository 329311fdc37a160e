package io.personaagent.app.eval.predict;

import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Learnt;
import io.personaagent.persona.tendency.Scale;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is taken away to see what it is worth.
 *
 * @param parts what is missing
 * @param alignEvery the persona is aligned after each so many labels; what came since is only remembered
 */
public record Ablation(Set<Part> parts, int alignEvery) {

    /** What can be taken away. */
    public enum Part {
        /** The persona is only a summary: how high the scores are, and how often each label was given. */
        ALIGNMENT,
        /** There is no persona at all. */
        PERSONA,
        /** The log is gone, and with it all that would have been learnt from it. */
        MEMORY,
        /** Nothing is looked up to answer: the persona alone speaks. */
        ACTION
    }

    public Ablation {
        parts = Set.copyOf(parts);
        if (alignEvery < 1) {
            throw new IllegalArgumentException(
                    "alignment is after each %d labels, but must be after at least 1".formatted(alignEvery));
        }
    }

    /** The same without one more part. */
    public Ablation without(Part part) {
        EnumSet<Part> more = EnumSet.of(part);
        more.addAll(parts);
        return new Ablation(more, alignEvery);
    }

    Learnt persona(List<Known> log, Scale scale) {
        if (parts.contains(Part.PERSONA) || parts.contains(Part.MEMORY)) {
            return Learnt.nothing(scale);
        }
        return parts.contains(Part.ALIGNMENT)
                ? Learnt.summary(log, scale)
                : Learnt.aligned(log.subList(0, log.size() / alignEvery * alignEvery), scale);
    }

    List<Known> recalled(List<Known> log) {
        return parts.contains(Part.MEMORY) || parts.contains(Part.ACTION) ? List.of() : log;
    }
}
