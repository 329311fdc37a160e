package io.personaagent.persona.tendency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Answers closed questions without a model: from what the persona says, in numbers, and from what was recalled that resembles the asked.
 * Deterministic; thread-safe.
 */
public final class ReflexClosedPlanner implements ClosedPlanner {

    /** How many resembling memories speak for a label as much as everything that was counted. */
    private static final double VOTE = 4;

    private final int most;
    private final Echoes byText;
    private final Echoes byWords;

    /** @param most how many recalled things may speak */
    public ReflexClosedPlanner(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 recalled thing must be able to speak, not " + most);
        }
        this.most = most;
        this.byText = new Echoes(most, Traits::likeness);
        this.byWords = new Echoes(most, Traits::resemblance);
    }

    @Override
    public String named() {
        return "reflex";
    }

    @Override
    public String answer(Ask ask, Learnt persona, Memories recalled) {
        if (ask instanceof Ask.Rate rate) {
            Tendencies scores = persona.scores();
            return score(scores.habit().choose(expected(rate.text(), scores, recalled), scores.level(), rate.scale()));
        }
        if (ask instanceof Ask.Prefer prefer) {
            Tendencies scores = persona.scores();
            return first(expected(prefer.first(), scores, recalled) >= expected(prefer.second(), scores, recalled));
        }
        if (ask instanceof Ask.Relate relate) {
            return first(relation(relate.first(), recalled) >= relation(relate.second(), recalled));
        }
        return label((Ask.Classify) ask, persona.labels(), recalled);
    }

    /** What the persona says of topics is not said again by each memory; where it says nothing, they speak with their whole text. */
    private double expected(String text, Tendencies scores, Memories recalled) {
        Traits asked = Traits.of(text);
        Echoes echoes = scores.effects().isEmpty() ? byText : byWords;
        return scores.expected(asked) + echoes.of(asked, echoes(scores, recalled));
    }

    private static List<Echoes.Echo> echoes(Tendencies scores, Memories recalled) {
        List<Rated> rated = recalled.rated();
        List<Echoes.Echo> echoes = new ArrayList<>();
        for (int place = 0; place < rated.size(); place++) {
            Rated each = rated.get(place);
            double off = each.score() - scores.expected(each.traits());
            echoes.add(new Echoes.Echo(each.traits(), rated.size() - place, off, recalled.isNews(each)));
        }
        return echoes;
    }

    /** How much of what it is about occurs in what the person had to do with; what occurs everywhere counts little. */
    private static double relation(String text, Memories recalled) {
        Set<String> words = Traits.of(text).words();
        double sum = 0;
        for (String word : words) {
            long in = recalled.with(word);
            sum += in == 0 ? 0 : 1 + Math.log((double) in);
        }
        return words.isEmpty() ? 0 : sum / Math.sqrt(words.size());
    }

    private String label(Ask.Classify ask, Propensities labels, Memories recalled) {
        Traits asked = Traits.of(ask.text());
        List<Memories.Alike> like = recalled.alike(asked, most);
        String best = ask.labels().get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (String label : ask.labels()) {
            double votes = like.stream()
                    .filter(each -> each.label().equals(label))
                    .mapToDouble(Memories.Alike::resemblance)
                    .sum();
            double worth = labels.likelihood(ask.text(), label, ask.labels().size()) + VOTE * votes;
            if (worth > highest) {
                highest = worth;
                best = label;
            }
        }
        return best;
    }

    private static String first(boolean first) {
        return first ? "[1]" : "[2]";
    }

    private static String score(double score) {
        return score == Math.rint(score)
                ? Long.toString((long) score)
                : String.format(Locale.ROOT, "%.4f", score).replaceFirst("0+$", "");
    }
}
