package io.personaagent.memory.sqlite;

import io.personaagent.memory.episode.EpisodeId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sets of episode ids as one text, as hashes and queries have them. No id holds a blank. */
final class Evidence {

    private Evidence() {}

    static String joined(Set<EpisodeId> episodes) {
        return episodes.stream().sorted().map(EpisodeId::value).collect(Collectors.joining(" "));
    }

    /** The same ids in their order. */
    static String sorted(String joined) {
        return Arrays.stream(joined.split(" ", -1)).sorted().collect(Collectors.joining(" "));
    }

    static Set<EpisodeId> parsed(String joined) {
        Set<EpisodeId> episodes = new TreeSet<>();
        if (!joined.isEmpty()) {
            for (String id : joined.split(" ", -1)) {
                episodes.add(new EpisodeId(id));
            }
        }
        return episodes;
    }
}
