package io.personaagent.plugins.recommend;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Ground;
import io.personaagent.tools.Liking;
import io.personaagent.tools.Score;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person's choice among things, and their score of one. */
public final class RecommendTools {

    @Tool(
            name = "recommend",
            value =
                    "Ranks given things by what the person would choose, with the sentences about them and the memories that it rests on. Use it before recommending anything.")
    @Traits(
            effect = Effect.READ,
            needs = "memory",
            examples = {
                "rank {items} for me",
                "rank these for me: {items}",
                "recommend one of {items}",
                "which of these would I like best: {items}",
                "which of these suits me: {items}",
                "rank {items} for {purpose}",
                "recommend one of {items} for {purpose}"
            })
    public String recommend(
            @P("the things to choose from, two or more, such as: tea, coffee, water") List<String> items,
            @P(value = "what it is for, such as: a rainy evening", defaultValue = "") String purpose,
            ToolContext context) {
        Ranking ranking = new Ranking(context.likings().weigh(Items.of(items), purpose.strip()));
        return ranking.isEmpty()
                ? "I don't know you well enough to say: nothing that I know of you speaks for or against any of these."
                        + " Tell me what you like, and I will remember it."
                : ranking.text();
    }

    @Tool(
            name = "predict_rating",
            value =
                    "Predicts the score that the person would give to something, with the range in which their own scores let it lie.")
    @Traits(
            effect = Effect.READ,
            needs = "memory",
            examples = {
                "predict my rating of {item}",
                "how many stars would I give {item}",
                "guess my rating of {item}",
                "predict my rating for {item}",
                "predict how I would score {item}",
                "estimate my rating of {item}",
                "what score do you expect from me for {item}"
            })
    public String rate(
            @P("what to score, best with what it is about, such as: Alien (1979). Genres: Horror") String item,
            ToolContext context) {
        String thing = Items.checked("item", item.replaceAll("[?!]+$", ""));
        return context.likings()
                .rate(thing)
                .map(score -> scored(thing, score))
                .orElseGet(() -> unscored(thing, context));
    }

    private static String scored(String thing, Score score) {
        Score.Range range = score.range();
        String told = "I expect that you would give %s of %s to %s, most likely between %s and %s, going by %s:"
                .formatted(
                        number(score.value()),
                        number(range.top()),
                        thing,
                        number(range.low()),
                        number(range.high()),
                        score.ratings() == 1 ? "one rating of yours" : score.ratings() + " ratings of yours");
        return lines(told, score.grounds());
    }

    /** Without a score, what is known is still told. */
    private static String unscored(String thing, ToolContext context) {
        List<Ground> known = context.likings().weigh(List.of(thing), "").stream()
                .map(Liking::grounds)
                .findFirst()
                .orElse(List.of());
        String unknown =
                "I don't know yet how you rate, so I cannot say which score you would give to %s.".formatted(thing);
        return known.isEmpty()
                ? unknown + " Rate a few such things, and I will learn it."
                : lines(unknown + " What I know:", known);
    }

    private static String lines(String heading, List<Ground> grounds) {
        return Stream.concat(Stream.of(heading), grounds.stream().map(Ranking::line))
                .collect(Collectors.joining("\n"));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
