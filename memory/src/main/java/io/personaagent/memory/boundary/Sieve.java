package io.personaagent.memory.boundary;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.Purpose;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Lets through what a recall's use allows, and fills up with the next best. Judges by the words of what was recalled and of every episode
 * that it rests on, read from the log; what a backend says of a recollection can only add care. Thread-safe.
 */
public final class Sieve {

    /** How often it asks for what comes next. */
    private static final int MAX_ROUNDS = 6;

    /** Nothing leaves the program for these. */
    private static final Set<Purpose> INSIDE = Set.of(Purpose.OWN_EYES, Purpose.LOCAL);

    private final EpisodeReader episodes;
    private final Policy policy;

    /** The classes of episodes on which statements rest: the same ones are asked for at each turn. */
    private final Map<EpisodeId, Set<Sensitivity>> remembered = new ConcurrentHashMap<>();

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

    /**
     * Why what was derived from episodes may not be shown for this use; empty when it may. What rests on no episode is what the person wrote
     * to be shown.
     */
    public Set<Sensitivity> withheld(Use use, String text, Set<EpisodeId> evidence) {
        if (evidence.isEmpty() || INSIDE.containsAll(use.purposes())) {
            return Set.of();
        }
        Set<Sensitivity> classes = EnumSet.noneOf(Sensitivity.class);
        classes.addAll(Care.of(text));
        evidence.forEach(each -> classes.addAll(classes(each, remembered)));
        return policy.withheld(use, classes);
    }

    /** The log has more to say of this episode. */
    public void changed(EpisodeId id) {
        remembered.remove(id);
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
