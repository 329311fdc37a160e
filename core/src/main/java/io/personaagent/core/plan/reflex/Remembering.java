package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Situation;
import io.personaagent.core.turn.Step;
import io.personaagent.memory.episode.EpisodeId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers from what the person told, and takes note of what they tell. Thread-safe. */
public final class Remembering {

    private static final int MAX_QUOTES = 3;
    /** Findings whose confidence is this near to the best one's are quoted with it. */
    private static final double ABOUT_AS_CONFIDENT = 0.05;

    private static final Map<String, String> UNKNOWN =
            Map.of("when", "when that is", "where", "where that is", "who", "who that is", "why", "why that is");

    private static final Set<String> REMEMBER = Set.of("remember", "note", "record", "save", "forget");

    private final Findings findings;
    private final Quotes quotes;
    private final double confidence;

    public Remembering(Vectors vectors, ReflexSettings settings, ZoneId zone) {
        this.findings = new Findings(vectors);
        this.quotes = new Quotes(requireNonNull(zone, "zone"));
        this.confidence = settings.confidence();
    }

    /** The answer in quotes, each with its day and its speaker; empty when nothing is known for sure. */
    public Optional<Step.Answer> answer(Situation situation) {
        String asked = situation.message().text();
        Instant now = situation.message().at();
        List<Finding> sure = findings.about(asked, situation.background()).stream()
                .filter(finding -> finding.confidence() >= confidence)
                .toList();
        if (sure.isEmpty()) {
            return Optional.empty();
        }
        Finding best = sure.get(0);
        Finding latest = sure.stream()
                .filter(finding -> finding.supersedes(best))
                .reduce(
                        best,
                        (one, other) ->
                                other.source().when().isAfter(one.source().when()) ? other : one);
        Step.Answer current = latest.equals(best)
                ? quoted(
                        sure.stream()
                                .filter(finding -> !best.supersedes(finding))
                                .toList(),
                        asked,
                        now)
                : quoted(List.of(latest), asked, now);
        return sure.stream()
                .filter(latest::supersedes)
                .findFirst()
                .map(former -> changed(current, former, asked, now))
                .or(() -> Optional.of(current));
    }

    /** What is said when nothing is known. */
    public Step.Answer unknown(String message) {
        List<String> words = Utterance.words(message.substring(0, Math.min(message.length(), 100)));
        String what = words.isEmpty() ? "that" : UNKNOWN.getOrDefault(words.get(0), "that");
        return new Step.Answer("I don't know %s yet. Tell me, and I will remember it.".formatted(what), List.of());
    }

    /** Takes note, and says so where the person told it otherwise before. */
    public Step.Answer noted(Situation situation) {
        String said = situation.message().text();
        Instant now = situation.message().at();
        return findings.told(situation.background()).stream()
                .filter(finding -> finding.source().when().isBefore(now) && Matter.changed(said, finding.text()))
                .reduce((one, other) ->
                        other.source().when().isAfter(one.source().when()) ? other : one)
                .map(before -> new Step.Answer(
                        "I'll remember that. Earlier, %s I'll go by what you say now."
                                .formatted(quotes.earlier(before, said, now)),
                        before.evidence()))
                .orElseGet(() -> new Step.Answer(plainNote(said), List.of()));
    }

    private static String plainNote(String said) {
        boolean order = Questions.isOrder(said, Set.of())
                && !REMEMBER.contains(Utterance.words(said).get(0));
        return order
                ? "I'll remember that. If you want something done: I have no tool for it. Ask \"what can you do\" for what there is."
                : "I'll remember that.";
    }

    private Step.Answer changed(Step.Answer current, Finding former, String asked, Instant now) {
        List<EpisodeId> cites = new ArrayList<>(current.cites());
        cites.addAll(former.evidence());
        return new Step.Answer(
                "%s\n(Before that, %s)".formatted(current.text(), quotes.before(former, asked, now)),
                cites.stream().distinct().toList());
    }

    private Step.Answer quoted(List<Finding> sure, String asked, Instant now) {
        double least = sure.get(0).confidence() - ABOUT_AS_CONFIDENT;
        List<Finding> chosen = new ArrayList<>();
        for (Finding finding : sure) {
            boolean repeated = chosen.stream().anyMatch(known -> known.text().equalsIgnoreCase(finding.text()));
            if (finding.confidence() >= least && !repeated && chosen.size() < MAX_QUOTES) {
                chosen.add(finding);
            }
        }
        return new Step.Answer(
                chosen.stream().map(finding -> quotes.told(finding, asked, now)).collect(Collectors.joining("\n")),
                chosen.stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .distinct()
                        .toList());
    }
}
