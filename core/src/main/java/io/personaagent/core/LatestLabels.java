package io.personaagent.core;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Memory;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Use;
import io.personaagent.persona.align.Label;
import io.personaagent.persona.align.Labelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the person set right last, as memory would bring it: it counts at once, before the persona is aligned with it. */
final class LatestLabels {

    private static final int MOST = 60;
    /** Entries of the log in which they are looked for. */
    private static final int ENTRIES = 200;

    private final Memory memory;
    private final Use use;
    private final Predicate<EpisodeId> hidden;

    /**
     * Of one log.
     *
     * @param use for which nothing is brought that may not be seen
     * @param hidden what is not brought, because it is seen already or must not be
     */
    LatestLabels(Memory memory, Use use, Predicate<EpisodeId> hidden) {
        this.memory = requireNonNull(memory, "memory");
        this.use = requireNonNull(use, "use");
        this.hidden = requireNonNull(hidden, "hidden");
    }

    /** These recollections, and behind them the latest labels; a label is what an alignment takes for one. */
    List<Recollection> behind(List<Recollection> recalled) {
        List<Recollection> all = new ArrayList<>(recalled);
        latest().stream()
                .filter(each -> !hidden.test(each.id()) && isShown(each))
                .forEach(each -> {
                    all.add(recollection(each, each.query(), Source.Kind.QUESTION));
                    all.add(recollection(each, each.truth(), Source.Kind.CORRECTION));
                });
        return all;
    }

    private List<Labelled> latest() {
        long from = Math.max(0, memory.episodes().end() - ENTRIES);
        Map<EpisodeId, Labelled> labelled = new LinkedHashMap<>();
        for (LogEntry entry : memory.episodes().after(from, ENTRIES)) {
            labelled.remove(entry.episode().id());
            Labelled.of(entry.episode())
                    .filter(each -> each.label().kind() != Label.Kind.THUMB)
                    .ifPresent(each -> labelled.put(each.id(), each));
        }
        List<Labelled> newest = new ArrayList<>(labelled.values());
        Collections.reverse(newest);
        return newest.subList(0, Math.min(MOST, newest.size()));
    }

    private boolean isShown(Labelled each) {
        return memory.withheld(use, each.query() + "\n" + each.truth(), Set.of(each.id()))
                .isEmpty();
    }

    private static Recollection recollection(Labelled each, String text, Source.Kind kind) {
        Instant given = each.label().given();
        return new Recollection(
                text,
                new Source(kind, "", given, List.of(each.id())),
                new Score(0, List.of()),
                each.episode().provenance().sensitivity(),
                each.episode().provenance().trust());
    }
}
