package io.personaagent.memory.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Sensitivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CareTest {

    /** A line of the list, and what the detectors make of it. */
    private record Judged(Set<Sensitivity> right, Set<Sensitivity> found, String text) {
        static Judged of(String line) {
            String[] parts = line.split("\t", 2);
            Set<Sensitivity> right = Arrays.stream(parts[0].split(" "))
                    .map(word -> Sensitivity.valueOf(word.toUpperCase(Locale.ROOT)))
                    .filter(each -> each != Sensitivity.ORDINARY)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Sensitivity.class)));
            return new Judged(right, Care.of(parts[1]), parts[1]);
        }
    }

    /** Written after the lexicons had been finished, which were not touched since. */
    @Test
    void of_onUtterancesHeldOut_isRightOftenEnough() {
        judge("held-out.tsv", .90, .40);
    }

    /** Known to who wrote the lexicons: says that nothing was lost, and nothing of how good they are. */
    @Test
    void of_onUtterancesThatWereKnown_staysRight() {
        judge("known.tsv", .95, .95);
    }

    private static void judge(String list, double precision, double recall) {
        List<Judged> judged = Resource.lines(list).stream().map(Judged::of).toList();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(120);
        assertThat(judged.stream().filter(each -> each.right().isEmpty()).count())
                .isGreaterThanOrEqualTo(judged.size() / 5);

        long all = 0;
        long wanted = 0;
        long hit = 0;
        List<String> wrong = new ArrayList<>();
        for (Sensitivity each : EnumSet.complementOf(EnumSet.of(Sensitivity.ORDINARY))) {
            long found =
                    judged.stream().filter(one -> one.found().contains(each)).count();
            long right =
                    judged.stream().filter(one -> one.right().contains(each)).count();
            long both = judged.stream()
                    .filter(one -> one.found().contains(each) && one.right().contains(each))
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s precision %.3f (%d/%d)  recall %.3f (%d/%d)%n",
                    each,
                    (double) both / found,
                    both,
                    found,
                    (double) both / right,
                    both,
                    right);
            all += found;
            wanted += right;
            hit += both;
        }
        judged.stream()
                .filter(one -> !one.found().equals(one.right()))
                .forEach(one -> wrong.add("%s, found %s: %s".formatted(one.right(), one.found(), one.text())));
        System.out.printf(
                Locale.ROOT, "all          precision %.3f  recall %.3f%n", (double) hit / all, (double) hit / wanted);
        wrong.forEach(System.out::println);

        assertThat((double) hit / all).isGreaterThanOrEqualTo(precision);
        assertThat((double) hit / wanted).isGreaterThanOrEqualTo(recall);
    }
}
