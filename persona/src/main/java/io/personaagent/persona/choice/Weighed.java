package io.personaagent.persona.choice;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something, and what speaks for and against it.
 *
 * @param reasons empty where nothing is known that has to do with it
 */
public record Weighed(String thing, List<Reason> reasons) {

    /** A smaller difference decides nothing. */
    public static final double CLEAR = 0.05;

    public Weighed {
        requireNonNull(thing, "thing");
        reasons = List.copyOf(reasons);
    }

    public double worth() {
        return reasons.stream().mapToDouble(Reason::worth).sum();
    }

    /** Whether what is known decides whether it is liked. */
    public boolean isClear() {
        return Math.abs(worth()) >= CLEAR;
    }

    /** What speaks for how it stands, the strongest first. */
    public List<Reason> decisive() {
        double sign = Math.signum(worth());
        return reasons.stream()
                .filter(reason -> reason.worth() * sign > 0)
                .sorted(Comparator.comparingDouble(reason -> -Math.abs(reason.worth())))
                .toList();
    }

    /** The one of which clearly more is to be thought than of each other, with what makes the difference to the next; empty where there is none. */
    public static Optional<Weighed> best(List<Weighed> all) {
        List<Weighed> ordered = all.stream()
                .sorted(Comparator.comparingDouble(each -> -each.worth()))
                .toList();
        return ordered.size() > 1 && ordered.get(0).worth() - ordered.get(1).worth() >= CLEAR
                ? Optional.of(ordered.get(0).against(ordered.get(1)))
                : Optional.empty();
    }

    /** What speaks for this one and not for the other, and what speaks against the other and not against this one. */
    private Weighed against(Weighed other) {
        List<Reason> difference = new ArrayList<>();
        for (Reason reason : reasons) {
            difference.add(reason.less(other.of(reason)));
        }
        for (Reason reason : other.reasons) {
            if (reasons.stream().noneMatch(reason::isSame)) {
                difference.add(reason.times(-1));
            }
        }
        return new Weighed(thing, difference);
    }

    private double of(Reason reason) {
        return reasons.stream()
                .filter(reason::isSame)
                .mapToDouble(Reason::worth)
                .sum();
    }
}
