package io.personaagent.memory.rank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much two rankings agree of which only the best are known (Fagin, Kumar and Sivakumar, "Comparing top k lists", 2003: what one list
 * does not have stands behind all that it has).
 */
public final class TopLists {

    private TopLists() {}

    /** Which share of the longer list both have, from 0 to 1; two empty lists agree. */
    public static <T> double overlap(List<T> one, List<T> other) {
        Set<T> both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        int longer = Math.max(one.size(), other.size());
        return longer == 0 ? 1 : (double) both.size() / longer;
    }

    /**
     * Kendall's tau-b over all that either list has, from -1 to 1; what a list does not have is tied behind its last. Nothing where a list
     * orders none of it.
     */
    public static <T> OptionalDouble correlation(List<T> one, List<T> other) {
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        List<T> items = new ArrayList<>(all);
        long agreeing = 0;
        long orderedByOne = 0;
        long orderedByOther = 0;
        for (int a = 0; a < items.size(); a++) {
            for (int b = a + 1; b < items.size(); b++) {
                int here = order(one, items.get(a), items.get(b));
                int there = order(other, items.get(a), items.get(b));
                agreeing += (long) here * there;
                orderedByOne += Math.abs(here);
                orderedByOther += Math.abs(there);
            }
        }
        return orderedByOne == 0 || orderedByOther == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(agreeing / Math.sqrt((double) orderedByOne * orderedByOther));
    }

    private static <T> int order(List<T> list, T a, T b) {
        return Integer.signum(Integer.compare(rank(list, a), rank(list, b)));
    }

    private static <T> int rank(List<T> list, T item) {
        int at = list.indexOf(item);
        return at < 0 ? list.size() : at;
    }
}
