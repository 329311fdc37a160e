package io.personaagent.core.select;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Observation;
import io.personaagent.core.turn.Situation;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tools a model is told of at a step. All, where there are few; otherwise those that bear on the request, those that were used or
 * found in this turn, those used last in this conversation, and {@link FindTools} for the rest. The same situation always gives the same
 * tools. Thread-safe.
 */
public final class Offering {

    private static final int LATELY_USED = 3;

    private final TextVectors vectors;
    private final Size size;
    private ToolIndex latest;

    /**
     * How many tools a model is told of.
     *
     * @param offered so many, {@link FindTools} included, where there are more than {@code all}
     * @param all up to so many installed tools are all offered
     */
    public record Size(int offered, int all) {

        public static final Size USUAL = new Size(12, 40);

        private static final int LEAST = 4;

        public Size {
            if (offered < LEAST) {
                throw new IllegalArgumentException(
                        "%d tools are offered, but there must be at least %d".formatted(offered, LEAST));
            }
            if (all < offered) {
                throw new IllegalArgumentException(
                        "up to %d tools are all offered, but must be at least the %d that are offered of more"
                                .formatted(all, offered));
            }
        }
    }

    public Offering(TextVectors vectors, Size size) {
        this.vectors = requireNonNull(vectors, "vectors");
        this.size = requireNonNull(size, "size");
        this.latest = new ToolIndex(List.of(), vectors);
    }

    /** The tools in the order in which they are installed: a model that caches its prompt finds the same one as long as they are the same. */
    public List<ToolSpec> of(Situation situation) {
        List<ToolSpec> installed = situation.tools();
        List<ToolSpec> choosable = choosable(installed);
        Set<String> wanted = wanted(situation);
        if (choosable.size() > size.all()) {
            wanted.add(FindTools.NAME);
            choose(situation, choosable, wanted);
        } else {
            choosable.forEach(spec -> wanted.add(spec.name()));
        }
        return installed.stream().filter(spec -> wanted.contains(spec.name())).toList();
    }

    /** Reads the tools' texts now, so that the first turn need not; nothing where all are offered. */
    public void prepare(List<ToolSpec> installed) {
        List<ToolSpec> choosable = choosable(installed);
        if (choosable.size() > size.all()) {
            index(choosable);
        }
    }

    /** The nearest to some words, the nearest first. */
    List<ToolSpec> near(List<ToolSpec> installed, String words, int most) {
        List<ToolSpec> choosable = choosable(installed);
        return index(choosable).ranked(List.of(words)).stream().limit(most).toList();
    }

    /** What this turn has shown to be wanted goes on top of the usual number. */
    private static Set<String> wanted(Situation situation) {
        Set<String> wanted = new LinkedHashSet<>();
        situation.observations().forEach(observation -> {
            wanted.add(observation.call().tool());
            wanted.addAll(named(observation));
        });
        return wanted;
    }

    private static List<String> named(Observation observation) {
        List<String> found = new ArrayList<>();
        if (observation.call().tool().equals(FindTools.NAME)) {
            observation.result().fold(done -> found.addAll(FindTools.found(done.text())), failed -> false);
        }
        String said = observation.result().fold(done -> done.text(), failed -> failed.message());
        if (said.contains(FindTools.READ_ON)) {
            found.add(FindTools.READ_ON);
        }
        return found;
    }

    private void choose(Situation situation, List<ToolSpec> choosable, Set<String> wanted) {
        int most = wanted.size() - 1 + size.offered();
        lately(situation)
                .limit(LATELY_USED)
                .filter(name -> choosable.stream().anyMatch(spec -> spec.name().equals(name)))
                .forEach(wanted::add);
        index(choosable).ranked(Request.texts(situation)).stream()
                .map(ToolSpec::name)
                .takeWhile(any -> wanted.size() < most)
                .forEach(wanted::add);
    }

    /** The tools of the latest episodes of this conversation, the latest first. */
    private static Stream<String> lately(Situation situation) {
        List<String> used = new ArrayList<>();
        situation.background().conversation().forEach(episode -> episode.exchange()
                .actions()
                .forEach(action -> used.add(0, action.tool())));
        return used.stream().distinct();
    }

    private static List<ToolSpec> choosable(List<ToolSpec> installed) {
        return installed.stream().filter(spec -> !FindTools.isHouses(spec)).toList();
    }

    /** Who comes while it is made waits for it. */
    private synchronized ToolIndex index(List<ToolSpec> specs) {
        if (!latest.isOf(specs)) {
            latest = new ToolIndex(specs, vectors);
        }
        return latest;
    }
}
