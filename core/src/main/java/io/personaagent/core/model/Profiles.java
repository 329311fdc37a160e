package io.personaagent.core.model;

import io.personaagent.core.config.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The models that are configured.
 *
 * @param named each under its name
 */
public record Profiles(Map<String, Profile> named) {

    public Profiles {
        named = Collections.unmodifiableMap(new TreeMap<>(named));
    }

    /**
     * A model and those that stand in for it, in the order in which they are asked.
     *
     * @throws IllegalArgumentException when there is no such model, or {@link #problems} has something to say
     */
    public List<Profile> chain(String name) {
        List<Profile> chain = new ArrayList<>();
        for (String next = name;
                !next.isEmpty();
                next = chain.get(chain.size() - 1).terms().fallback()) {
            Profile profile = named.get(next);
            if (profile == null || chain.contains(profile)) {
                throw new IllegalArgumentException("there is no way from model '%s' to its end".formatted(name));
            }
            chain.add(profile);
        }
        return List.copyOf(chain);
    }

    /**
     * All that is wrong with a model and those that stand in for it, each in one sentence for the person; empty when they can be made.
     *
     * @param setting which setting names it, such as {@code plan.model}
     * @param environment the environment variables
     */
    public List<String> problems(String setting, String name, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String by = setting;
        for (String next = name; !next.isEmpty(); ) {
            Optional<Profile> found = Optional.ofNullable(named.get(next));
            if (found.isEmpty()) {
                problems.add(unknown(by, next));
                break;
            }
            if (!seen.add(next)) {
                problems.add("%s leads back: %s -> %s; a model cannot stand in for itself"
                        .formatted(by, String.join(" -> ", seen), next));
                break;
            }
            Profile profile = found.get();
            problems.addAll(profile.settings().problems(profile.table(), environment));
            by = profile.table() + ".fallback";
            next = profile.terms().fallback();
        }
        return List.copyOf(problems);
    }

    private String unknown(String setting, String name) {
        String known = named.isEmpty()
                ? "no model is configured"
                : "there are %s".formatted(String.join(", ", named.keySet()));
        return "%s is '%s', but there is no such model; %s"
                .formatted(
                        setting,
                        name,
                        Suggestion.closest(name, named.keySet())
                                .map("did you mean '%s'?"::formatted)
                                .orElse(known));
    }
}
