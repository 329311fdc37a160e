package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets through what a recall's use allows, and fills up with the next best. Judges by the words of what was recalled and of every episode
 * that it rests on, read from the log; what a backend says of a recollection can only add care. Thread-safe.
 */
public final class Sieve {

    /** How often it asks for what comes next. */
    private static final int MAX_ROUNDS = 6;

    private final EpisodeReader episodes;
    private final Policy policy;

    public Sieve(EpisodeReader episodes, Policy policy) {
        this.episodes = requireNonNull(episodes, "episodes");
        this.policy = requireNonNull(policy, "policy");
    }

    /**
     * What of the backend's recollections may be shown, the best first.
     *
     * @param backend answers a query without regard to its use
     */
    public Sifted sift(RecallQuery query, Function<RecallQuery, List<Recollection>> backend) {
        if (query.use().purposes().equals(Set.of(Purpose.OWN_EYES))) {
            return new Sifted(backend.apply(query), List.of());
        }
        Map<EpisodeId, Set<Sensitivity>> known = new HashMap<>();
        Set<EpisodeId> hidden = new HashSet<>(query.hidden());
        List<Withheld> withheld = new ArrayList<>();
        List<Recollection> shown = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Recollection> found = backend.apply(query.hiding(hidden));
            int before = hidden.size();
            shown.clear();
            for (Recollection each : found) {
                Set<Sensitivity> why = policy.withheld(query.use(), classes(each, known));
                if (why.isEmpty()) {
                    shown.add(each);
                } else {
                    withheld.add(new Withheld(each.source().evidence(), why));
                    hidden.addAll(toHide(query, each, known));
                }
            }
            if (hidden.size() == before || found.size() < query.limit()) {
                break;
            }
        }
        return new Sifted(shown, withheld.stream().distinct().toList());
    }

    private Set<Sensitivity> classes(Recollection recollection, Map<EpisodeId, Set<Sensitivity>> known) {
        Set<Sensitivity> classes = EnumSet.copyOf(Care.of(recollection.text()));
        classes.add(recollection.sensitivity());
        recollection.source().evidence().forEach(each -> classes.addAll(classes(each, known)));
        classes.remove(Sensitivity.ORDINARY);
        return classes;
    }

    private Set<Sensitivity> classes(EpisodeId id, Map<EpisodeId, Set<Sensitivity>> known) {
        return known.computeIfAbsent(id, any -> episodes.find(id).map(Care::of).orElse(Set.of()));
    }

    /** Of what rests on several episodes, those that are the reason; all of them where none is by itself. */
    private Set<EpisodeId> toHide(RecallQuery query, Recollection withheld, Map<EpisodeId, Set<Sensitivity>> known) {
        Set<EpisodeId> reasons = new HashSet<>();
        for (EpisodeId each : withheld.source().evidence()) {
            if (!policy.withheld(query.use(), classes(each, known)).isEmpty()) {
                reasons.add(each);
            }
        }
        return reasons.isEmpty() ? Set.copyOf(withheld.source().evidence()) : reasons;
    }
}
