package io.personaagent.memory.profile;

import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.text.Terms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody comes back to: words in several episodes on several days, but not in every second one. */
final class Topics {

    private static final int MOST = 10;
    private static final int FEWEST_EPISODES = 3;
    private static final int FEWEST_DAYS = 2;
    private static final double LARGEST_SHARE = 0.3;
    private static final int FEW_EPISODES = 10;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    /** Say nothing of what somebody is interested in. */
    private static final Set<String> COMMON = Set.copyOf(
            Terms.of(
                    "get got go going gone went come came make made making take took give gave see saw seen look looking know knew think thought want"
                            + " wanted need needed like love enjoy feel felt try tried use used find found tell told say said ask asked talk let keep put"
                            + " work working start started thing things stuff lot bit way time times day days week weeks month months year years today"
                            + " yesterday tomorrow tonight morning evening night now then here there really actually maybe always never much many more"
                            + " most good great nice new old big little long first last next one two three please thanks thank hello yes yeah okay sure"
                            + " well even still back around every something anything everything someone people help recommend suggest tip best idea"
                            + " remember remind happy sorry hope wonder plan planning consider recently lately soon right able kind sort different"));

    private Topics() {}

    /** The words of a text that may be topics, in lower case. */
    static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (word.length() > 2) {
                List<String> terms = Terms.of(word);
                if (terms.size() == 1 && !COMMON.contains(terms.get(0))) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** A line for each topic, the most salient first. */
    static List<ProfileLine> of(Collection<Notes> all) {
        Map<String, List<Notes>> episodes = new TreeMap<>();
        Map<String, Map<String, Integer>> forms = new TreeMap<>();
        for (Notes notes : all) {
            Set<String> stems = new LinkedHashSet<>();
            for (String word : notes.words()) {
                String stem = Terms.of(word).get(0);
                forms.computeIfAbsent(stem, each -> new TreeMap<>()).merge(word, 1, Integer::sum);
                stems.add(stem);
            }
            stems.forEach(stem ->
                    episodes.computeIfAbsent(stem, each -> new ArrayList<>()).add(notes));
        }
        return episodes.entrySet().stream()
                .filter(entry -> recurs(entry.getValue(), all.size()))
                .sorted(Comparator.comparingDouble((Map.Entry<String, List<Notes>> entry) ->
                                -salience(entry.getValue().size(), all.size()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(entry -> line(entry.getKey(), forms.getOrDefault(entry.getKey(), Map.of()), entry.getValue()))
                .toList();
    }

    private static boolean recurs(List<Notes> notes, int all) {
        long days = notes.stream()
                .map(each -> each.when().truncatedTo(ChronoUnit.DAYS))
                .distinct()
                .count();
        return notes.size() >= FEWEST_EPISODES
                && days >= FEWEST_DAYS
                && (all < FEW_EPISODES || notes.size() <= LARGEST_SHARE * all);
    }

    /** How often, times how rare: the weight of a term as BM25 sees it. */
    private static double salience(int with, int all) {
        return with * Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }

    private static ProfileLine line(String stem, Map<String, Integer> forms, List<Notes> notes) {
        String word = forms.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(stem);
        List<Notes> newest = notes.stream()
                .sorted(Comparator.comparing(Notes::when)
                        .thenComparing(each -> each.episode().value())
                        .reversed())
                .toList();
        List<EpisodeId> evidence = newest.stream()
                .map(Notes::episode)
                .limit(ProfileLine.MOST_EVIDENCE)
                .collect(Collectors.toList());
        Instant first = newest.get(newest.size() - 1).when();
        return new ProfileLine(
                "topic:" + stem,
                "Speaks of %s again and again".formatted(word),
                new ProfileLine.About("topic", "topic:" + stem, "", ""),
                notes.size(),
                first,
                newest.get(0).when(),
                evidence);
    }
}
