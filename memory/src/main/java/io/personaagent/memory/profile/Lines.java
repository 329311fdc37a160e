package io.personaagent.memory.profile;

import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws claims together: what says the same of the same is one line with a count, and of two that speak against each other the newer
 * holds and the older is kept, apart, as replaced. The same claims give the same lines in whatever order they come.
 */
final class Lines {

    private static final Comparator<Said> BY_TIME = Comparator.comparing(Said::when)
            .thenComparing(said -> said.episode().value());

    private Lines() {}

    static List<ProfileLine> of(Collection<Said> all) {
        Map<String, Map<String, List<Said>>> slots = new TreeMap<>();
        for (Said said : all) {
            slots.computeIfAbsent(said.claim().slot(), slot -> new TreeMap<>())
                    .computeIfAbsent(said.claim().value(), value -> new ArrayList<>())
                    .add(said);
        }
        List<ProfileLine> lines = new ArrayList<>();
        slots.values().forEach(values -> addLines(values.values(), lines));
        return lines;
    }

    private static void addLines(Collection<List<Said>> values, List<ProfileLine> lines) {
        values.forEach(said -> said.sort(BY_TIME));
        List<Said> newest =
                values.stream().max(Comparator.comparing(Lines::last, BY_TIME)).orElseThrow();
        for (List<Said> said : values) {
            lines.add(line(said, said == newest ? "" : id(last(newest).claim())));
        }
    }

    private static Said last(List<Said> said) {
        return said.get(said.size() - 1);
    }

    private static String id(Claim claim) {
        return claim.slot() + "=" + claim.value();
    }

    private static ProfileLine line(List<Said> said, String replacedBy) {
        Claim newest = last(said).claim();
        ProfileLine.About about = new ProfileLine.About(
                newest.kind().name().toLowerCase(Locale.ROOT), newest.slot(), newest.value(), replacedBy);
        List<EpisodeId> episodes = newestFirst(said);
        Instant first = said.get(0).when();
        return new ProfileLine(
                id(newest),
                newest.text(),
                about,
                episodes.size(),
                first,
                last(said).when(),
                episodes.subList(0, Math.min(episodes.size(), ProfileLine.MOST_EVIDENCE)));
    }

    private static List<EpisodeId> newestFirst(List<Said> said) {
        return said.stream()
                .sorted(BY_TIME.reversed())
                .map(Said::episode)
                .distinct()
                .toList();
    }
}
