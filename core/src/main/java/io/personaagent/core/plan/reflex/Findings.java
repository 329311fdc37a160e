package io.personaagent.core.plan.reflex;

import static java.util.Objects.requireNonNull;

import io.personaagent.core.turn.Background;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Gathers what may answer a message: what memory recalled, and what was said in this very session. Thread-safe. */
final class Findings {

    /** The channel in which memory says how sure it is, from 0 to 1. */
    static final String CONFIDENCE = "confidence";
    /** More of the session than this is not looked through. */
    static final int MAX_EPISODES = 50;
    /** Nor more of one message than this. */
    static final int MAX_CHARACTERS = 5_000;
    /** The cosine that bge-small-en-v1.5 gives to two sentences about different things, and to a question and its answer. */
    private static final double UNRELATED = 0.50;

    private static final double RELATED = 0.80;
    /** What is taken off where the question is about "my brother" and the text about "my sister". */
    private static final double ANOTHERS = 0.25;

    private final Vectors vectors;

    Findings(Vectors vectors) {
        this.vectors = requireNonNull(vectors, "vectors");
    }

    /** Statements, corrections and what was derived; the most confident first, the later first among equals. */
    List<Finding> about(String message, Background background) {
        List<Finding> all = new ArrayList<>(recalled(message, background.recalled()));
        all.addAll(said(message, background.conversation()));
        return all.stream()
                .sorted(Comparator.comparingDouble((Finding finding) -> -finding.confidence())
                        .thenComparing(finding -> finding.source().when(), Comparator.reverseOrder()))
                .toList();
    }

    /** What the person themself told, here or before, in no particular order and without regard to a question. */
    List<Finding> told(Background background) {
        Stream<Finding> before = background.recalled().stream()
                .map(recollection -> new Finding(recollection.text(), recollection.source(), 0));
        return Stream.concat(before, background.conversation().stream().flatMap(Findings::candidates))
                .filter(finding -> finding.source().speaker().isEmpty())
                .filter(finding -> switch (finding.source().kind()) {
                    case STATEMENT, CORRECTION -> true;
                    case QUESTION, DERIVED -> false;
                })
                .toList();
    }

    private List<Finding> recalled(String message, List<Recollection> recalled) {
        List<Recollection> usable = recalled.stream()
                .filter(recollection -> recollection.source().kind() != Source.Kind.QUESTION)
                .toList();
        List<Recollection> unsure = usable.stream()
                .filter(recollection -> confidence(recollection).isEmpty())
                .toList();
        List<Double> measured =
                measured(message, unsure.stream().map(Recollection::text).toList());
        return usable.stream()
                .map(recollection -> new Finding(
                        recollection.text(),
                        recollection.source(),
                        confidence(recollection).orElseGet(() -> measured.get(unsure.indexOf(recollection)))))
                .toList();
    }

    private static OptionalDouble confidence(Recollection recollection) {
        return recollection.score().parts().stream()
                .filter(part -> part.channel().equals(CONFIDENCE))
                .mapToDouble(Score.Part::value)
                .findFirst();
    }

    private List<Finding> said(String message, List<Episode> conversation) {
        List<Episode> latest =
                conversation.subList(Math.max(0, conversation.size() - MAX_EPISODES), conversation.size());
        List<Finding> candidates = latest.stream().flatMap(Findings::candidates).toList();
        List<Double> said =
                measured(message, candidates.stream().map(Finding::text).toList());
        List<Double> context = measured(
                message,
                candidates.stream().map(finding -> context(finding, latest)).toList());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Finding candidate = candidates.get(i);
            double sure = Math.max(said.get(i), context.get(i));
            findings.add(new Finding(candidate.text(), candidate.source(), sure));
        }
        return findings;
    }

    /** What the person said, unless they asked, and how they corrected the answer to it. */
    private static Stream<Finding> candidates(Episode episode) {
        Stream<Finding> corrections = episode.feedback().stream()
                .filter(feedback -> feedback.verdict() == Feedback.Verdict.CORRECTED)
                .map(feedback -> new Finding(feedback.text(), source(episode, Source.Kind.CORRECTION, feedback), 0));
        String query = episode.exchange().query();
        if (query.isBlank()
                || Questions.isQuestion(query)
                || !episode.exchange().actions().isEmpty()) {
            return corrections;
        }
        Source said = new Source(
                Source.Kind.STATEMENT,
                episode.exchange().speaker(),
                episode.occasion().happened(),
                List.of(episode.id()));
        return Stream.concat(Stream.of(new Finding(query, said, 0)), corrections);
    }

    private static Source source(Episode episode, Source.Kind kind, Feedback feedback) {
        return new Source(kind, "", feedback.given(), List.of(episode.id()));
    }

    /** A correction such as "on 15 May" is found by the question that it answers. */
    private static String context(Finding finding, List<Episode> conversation) {
        if (finding.source().kind() != Source.Kind.CORRECTION) {
            return finding.text();
        }
        return conversation.stream()
                .filter(episode -> finding.evidence().contains(episode.id()))
                .map(episode -> episode.exchange().query())
                .findFirst()
                .orElse(finding.text());
    }

    /** For each text how likely it speaks of what the message asks: half by its words, half by its meaning. */
    private List<Double> measured(String message, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Vector asked = vectors.query(message);
        List<Vector> known = vectors.of(texts);
        List<Double> measured = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            double near = (asked.cosine(known.get(i)) - UNRELATED) / (RELATED - UNRELATED);
            double covered = Matter.coverage(cut(message), cut(texts.get(i)));
            double other = Matter.isAnothers(cut(message), cut(texts.get(i))) ? ANOTHERS : 0;
            measured.add(Math.max(0, (Math.min(1, Math.max(0, near)) + covered) / 2 - other));
        }
        return measured;
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
