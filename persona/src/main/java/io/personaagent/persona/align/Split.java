package io.personaagent.persona.align;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which labelled interactions teach and which judge. None of a judge's duplicates teaches.
 *
 * @param batch what is learned from, the newest first
 * @param judges what was not learned from, the newest first
 */
public record Split(List<Labelled> batch, List<Labelled> judges) {

    /** With fewer judges than this beside a batch, each interaction judges once. */
    static final int FEWEST_JUDGES = 2;

    private static final int MOST_FOLDS = 3;

    public Split {
        batch = List.copyOf(batch);
        judges = List.copyOf(judges);
    }

    /**
     * One split where there is enough: the latest are the batch, and the newest that are not in it judge. Where there are few, folds: each
     * interaction judges in one of them and teaches in the others. Empty where there are fewer than two that differ.
     */
    static List<Split> of(Labels labels, Scale scale) {
        List<Labelled> distinct = distinct(labels);
        if (distinct.size() >= scale.batch() + FEWEST_JUDGES) {
            int end = Math.min(distinct.size(), scale.batch() + scale.judges());
            return List.of(new Split(distinct.subList(0, scale.batch()), distinct.subList(scale.batch(), end)));
        }
        int folds = Math.min(MOST_FOLDS, distinct.size());
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds && folds > 1; fold++) {
            splits.add(fold(distinct, fold, folds));
        }
        return splits;
    }

    private static Split fold(List<Labelled> all, int fold, int folds) {
        List<Labelled> batch = new ArrayList<>();
        List<Labelled> judges = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            // The newest teaches in the first fold, whose proposal is the one that may be accepted.
            boolean isJudge = (place + 1) % folds == fold;
            (isJudge ? judges : batch).add(all.get(place));
        }
        return new Split(batch, judges);
    }

    /** Of what asks the same, the newest alone: an older one would only repeat it, or speak against it. */
    private static List<Labelled> distinct(Labels labels) {
        Set<EpisodeId> covered = new HashSet<>();
        List<Labelled> distinct = new ArrayList<>();
        for (Labelled each : labels.newestFirst()) {
            if (covered.add(each.id())) {
                distinct.add(each);
                covered.addAll(labels.sameAs(each));
            }
        }
        return distinct;
    }
}
