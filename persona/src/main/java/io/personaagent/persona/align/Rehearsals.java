package io.personaagent.persona.align;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.persona.tendency.StatedPreference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    Bound in(Labels labels, Meter meter, Notes notes) {
        return new Bound(labels, meter, notes);
    }

    /** Knows what has to be masked, and asks nothing whose loss is noted. */
    final class Bound {

        private final Labels labels;
        private final Meter meter;
        private final Notes notes;
        /** Those whose answers nobody has kept. */
        private final Set<Graded> noted = Collections.newSetFromMap(new IdentityHashMap<>());

        private Bound(Labels labels, Meter meter, Notes notes) {
            this.labels = labels;
            this.meter = meter;
            this.notes = notes;
        }

        /** In the same order; memory shows none of what judges either. */
        List<Graded> graded(Notes.Sitting sitting, List<Labelled> interactions) {
            return interactions.stream()
                    .map(each -> notes.loss(sitting, each).stream()
                            .mapToObj(known -> asNoted(each, known))
                            .findFirst()
                            .orElseGet(() -> asked(sitting, each)))
                    .toList();
        }

        /** The same, with the answers of those that were wrong: a lesson needs them. */
        List<Graded> answered(Notes.Sitting sitting, List<Graded> graded) {
            return graded.stream()
                    .map(each -> noted.contains(each) && !each.right() ? asked(sitting, each.interaction()) : each)
                    .toList();
        }

        private Graded asNoted(Labelled interaction, double known) {
            Graded graded = new Graded(interaction, "", known);
            noted.add(graded);
            return graded;
        }

        private Graded asked(Notes.Sitting sitting, Labelled interaction) {
            Set<EpisodeId> hidden = new HashSet<>(labels.hiddenFrom(interaction));
            sitting.split().judges().forEach(judge -> hidden.addAll(labels.sameAs(judge)));
            String answer = simulator.answer(sitting.persona(), new Rehearsal(interaction, hidden), meter);
            Graded graded = new Graded(interaction, answer, loss.of(interaction, answer));
            notes.graded(sitting, graded);
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
