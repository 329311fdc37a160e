package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.Persona;
import io.personaagent.persona.tendency.StatedPreference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through past interactions again with a persona, and grades what the agent answers. */
public final class Rehearsals {

    private final Simulator simulator;
    private final NumericLoss loss;

    public Rehearsals(Simulator simulator, NumericLoss loss) {
        this.simulator = requireNonNull(simulator, "simulator");
        this.loss = requireNonNull(loss, "loss");
    }

    /** Those of one alignment, with the labels of the log as they are now. */
    Bound in(Labels labels, Meter meter) {
        return new Bound(labels, meter);
    }

    /** Knows what has to be masked. */
    final class Bound {

        private final Labels labels;
        private final Meter meter;

        private Bound(Labels labels, Meter meter) {
            this.labels = labels;
            this.meter = meter;
        }

        /** In the same order; memory shows none of what judges either. */
        List<Graded> graded(Persona persona, List<Labelled> interactions, List<Labelled> judges) {
            Set<EpisodeId> judging = new HashSet<>();
            judges.forEach(judge -> judging.addAll(labels.sameAs(judge)));
            List<Graded> graded = new ArrayList<>();
            for (Labelled each : interactions) {
                Set<EpisodeId> hidden = new HashSet<>(labels.hiddenFrom(each));
                hidden.addAll(judging);
                String answer = simulator.answer(persona, new Rehearsal(each, hidden), meter);
                graded.add(new Graded(each, answer, loss.of(each, answer)));
            }
            return graded;
        }

        /** What the person told of what they like, but in what judges and in what asks the same. */
        List<StatedPreference> told(List<Labelled> judges) {
            Set<EpisodeId> judging = new HashSet<>();
            judges.forEach(judge -> judging.addAll(labels.sameAs(judge)));
            return labels.told().stream()
                    .filter(each -> !judging.contains(each.episode()))
                    .toList();
        }

        /** All labelled interactions but the judges and what asks the same as they do, oldest first. */
        List<Labelled> known(List<Labelled> judges) {
            Set<EpisodeId> judging = new HashSet<>();
            judges.forEach(judge -> judging.addAll(labels.sameAs(judge)));
            List<Labelled> known = new ArrayList<>();
            for (Labelled each : labels.newestFirst()) {
                if (!judging.contains(each.id())) {
                    known.add(0, each);
                }
            }
            return known;
        }
    }
}
