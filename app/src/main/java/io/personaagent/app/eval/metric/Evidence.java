package io.personaagent.app.eval.metric;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an answer rests on: several needs, each met by any one of its alternatives.
 *
 * @param needs never empty, and none of them empty; the same need counts once
 */
public record Evidence(List<Set<String>> needs) {

    public Evidence {
        needs = needs.stream().<Set<String>>map(Set::copyOf).distinct().toList();
        if (needs.isEmpty() || needs.contains(Set.<String>of())) {
            throw new IllegalArgumentException("evidence needs at least one unit for each need, but is " + needs);
        }
    }

    /** All of these are needed. */
    public static Evidence all(Collection<String> units) {
        return new Evidence(units.stream().map(Set::of).toList());
    }

    /** One of these is enough. */
    public static Evidence anyOf(Collection<String> units) {
        return new Evidence(List.of(Set.copyOf(units)));
    }

    /** Every unit that meets some need. */
    Set<String> units() {
        return needs.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
