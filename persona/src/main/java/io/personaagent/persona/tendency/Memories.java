package io.personaagent.persona.tendency;

import io.personaagent.memory.episode.EpisodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What may be looked up about a person, read once for many questions. Immutable. */
public final class Memories {

    /** Nothing may be looked up. */
    public static final Memories NONE = of(List.of());

    private final List<Known> known;
    private final List<Traits> traits;
    private final Set<EpisodeId> news;

    private Memories(List<Known> known, Set<EpisodeId> news) {
        this.known = List.copyOf(known);
        this.news = Set.copyOf(news);
        this.traits = known.stream().map(each -> Traits.of(each.text())).toList();
    }

    /** Of these, oldest first. */
    public static Memories of(List<Known> known) {
        return new Memories(known, Set.of());
    }

    /**
     * Of these, oldest first.
     *
     * @param news what the persona does not rest on yet
     */
    public static Memories of(List<Known> known, Set<EpisodeId> news) {
        return new Memories(known, news);
    }

    /** Whether the persona does not rest on this yet. */
    boolean isNews(Rated rated) {
        return news.contains(rated.episode());
    }

    /** All, oldest first. */
    public List<Known> known() {
        return known;
    }

    /** Those whose label is a score. */
    public List<Rated> rated() {
        List<Rated> rated = new ArrayList<>();
        for (int place = 0; place < known.size(); place++) {
            Known each = known.get(place);
            if (each.label().matches("-?\\d{1,6}(\\.\\d{1,6})?")) {
                rated.add(new Rated(each.episode(), traits.get(place), Double.parseDouble(each.label())));
            }
        }
        return rated;
    }

    /** In how many a word occurs. */
    long with(String word) {
        return traits.stream().filter(each -> each.words().contains(word)).count();
    }

    /** Those that have words in common with the asked, the most alike first, of equals the newest. */
    List<Alike> alike(Traits asked, int most) {
        List<Alike> alike = new ArrayList<>();
        for (int place = known.size() - 1; place >= 0; place--) {
            double resemblance = asked.resemblance(traits.get(place));
            if (resemblance > 0) {
                alike.add(new Alike(known.get(place).label(), resemblance));
            }
        }
        alike.sort(Comparator.comparingDouble(each -> -each.resemblance()));
        return alike.subList(0, Math.min(most, alike.size()));
    }

    /** What something like the asked was called, and how much alike it is. */
    record Alike(String label, double resemblance) {}
}
