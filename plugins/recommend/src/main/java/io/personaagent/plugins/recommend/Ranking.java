package io.personaagent.plugins.recommend;

import io.personaagent.tools.Ground;
import io.personaagent.tools.Liking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Things in the order in which the person would want them; of which nothing is known stand between what they would like and what they
 * would not.
 */
final class Ranking {

    private static final int MOST_GROUNDS = 3;

    private final List<Liking> ordered;

    /** Those between which nothing decides stay in the order in which they were given. */
    Ranking(List<Liking> weighed) {
        ordered = new ArrayList<>(weighed);
        ordered.sort(Comparator.comparingLong(each -> -Math.round(each.worth() / Liking.CLEAR)));
    }

    /** Whether nothing is known of any. */
    boolean isEmpty() {
        return ordered.stream().allMatch(each -> each.grounds().isEmpty());
    }

    /** A heading, then a line for each thing and one for each of its grounds. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(heading()));
        for (int place = 0; place < ordered.size(); place++) {
            Liking each = ordered.get(place);
            String unknown = each.grounds().isEmpty() ? " (nothing known)" : "";
            lines.add("%d. %s%s".formatted(place + 1, each.thing(), unknown));
            each.grounds().stream().limit(MOST_GROUNDS).map(Ranking::line).forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    /** A ground as a line: whether it speaks for or against, the words, and where they stand. */
    static String line(Ground ground) {
        String sign = ground.worth() < 0 ? "against: " : ground.worth() > 0 ? "for: " : "";
        return "   - %s%s (%s)".formatted(sign, ground.text(), ground.source());
    }

    private String heading() {
        double best = ordered.stream().mapToDouble(Liking::worth).max().orElse(0);
        List<String> first = ordered.stream()
                .filter(each -> best - each.worth() < Liking.CLEAR)
                .map(Liking::thing)
                .toList();
        if (first.size() == 1) {
            return "%s, going by what I know of you:".formatted(first.get(0));
        }
        return first.size() == ordered.size()
                ? "What I know of you does not decide between these:"
                : "Between %s nothing that I know of you decides:"
                        .formatted(first.stream().collect(Collectors.joining(" and ")));
    }
}
