package io.personaagent.memory.boundary;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Sensitivity;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something that was found and not shown; its words are not here.
 *
 * @param evidence the episodes that it rests on
 * @param classes for the sake of which it was not shown
 */
public record Withheld(List<EpisodeId> evidence, Set<Sensitivity> classes) {

    public Withheld {
        evidence = List.copyOf(evidence);
        classes = Collections.unmodifiableSet(EnumSet.copyOf(classes));
    }

    /** Such as {@code 2 memories withheld: finance, health}; empty for none. */
    public static String told(List<Withheld> all) {
        if (all.isEmpty()) {
            return "";
        }
        String classes = all.stream()
                .flatMap(each -> each.classes().stream())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return "%,d %s withheld: %s".formatted(all.size(), all.size() == 1 ? "memory" : "memories", classes);
    }
}
