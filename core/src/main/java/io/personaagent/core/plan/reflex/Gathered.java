package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Background;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.Source;
import io.personaagent.persona.Persona;
import io.personaagent.persona.tendency.Ask;
import io.personaagent.persona.tendency.ClosedQuestion;
import io.personaagent.persona.tendency.Known;
import io.personaagent.persona.tendency.Memories;
import io.personaagent.persona.tendency.RatingQuestion;
import io.personaagent.persona.tendency.Sentences;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was recalled, and what was said just before, by what it is about and what the person called it. */
final class Gathered {

    private static final String MARK = "-?\\d{1,6}(?:\\.\\d{1,6})?";

    private final List<Known> known;
    private final Persona persona;

    private Gathered(List<Known> known, Persona persona) {
        this.known = known;
        this.persona = persona;
    }

    /** For a question: marks on another scale than it asks for say nothing. */
    static Gathered of(Background background, Ask ask) {
        Map<EpisodeId, Found> found = new LinkedHashMap<>();
        recalled(background.recalled()).forEach(each -> found.put(each.episode, each));
        for (Episode each : background.conversation()) {
            each.groundTruth()
                    .map(label -> new Found(
                            each.id(),
                            each.exchange().query(),
                            label,
                            each.occasion().happened()))
                    .ifPresent(said -> found.put(said.episode, said));
        }
        List<Known> known = found.values().stream()
                .sorted(Comparator.comparing(Found::when))
                .filter(each -> each.isOnScaleOf(ask))
                .map(Found::known)
                .toList();
        return new Gathered(known, background.persona());
    }

    /** All, oldest first. */
    List<Known> known() {
        return known;
    }

    /** The same beside what the persona says: what its numbers do not rest on is news to it; where it says none, nothing is. */
    Memories memories() {
        if (Sentences.read(persona.texts()).isEmpty()) {
            return Memories.of(known);
        }
        Set<EpisodeId> rested = persona.statements().stream()
                .filter(statement -> Sentences.isOne(statement.text()))
                .flatMap(statement -> statement.support().evidence().stream())
                .collect(Collectors.toSet());
        Set<EpisodeId> news = known.stream().map(Known::episode).collect(Collectors.toCollection(HashSet::new));
        news.removeAll(rested);
        return Memories.of(known, news);
    }

    /** Memory brings a question and its correction as two: they belong together by the episode. */
    private static List<Found> recalled(List<Recollection> recalled) {
        Map<EpisodeId, Found> found = new LinkedHashMap<>();
        for (Recollection each : recalled) {
            EpisodeId episode = each.source().evidence().get(0);
            boolean corrects = each.source().kind() == Source.Kind.CORRECTION;
            Found said = new Found(
                    episode,
                    corrects ? "" : each.text(),
                    corrects ? each.text() : "",
                    each.source().when());
            found.merge(episode, said, Found::and);
        }
        return List.copyOf(found.values());
    }

    private record Found(EpisodeId episode, String query, String label, Instant when) {

        Found and(Found more) {
            return new Found(
                    episode,
                    more.query.isEmpty() ? query : more.query,
                    more.label.isEmpty() ? label : more.label,
                    more.when.isAfter(when) ? more.when : when);
        }

        /** What was asked about before is known by what it was about, not by how it was asked. */
        Known known() {
            String thing = ClosedQuestion.in(query)
                    .map(ClosedQuestion::thing)
                    .or(() -> RatingQuestion.in(query).map(RatingQuestion::thing))
                    .orElse(query);
            return new Known(episode, thing, label);
        }

        boolean isOnScaleOf(Ask ask) {
            return !(ask instanceof Ask.Rate rate)
                    || !label.matches(MARK)
                    || range().map(range -> range.equals(
                                    List.of(rate.scale().low(), rate.scale().high())))
                            .orElse(true);
        }

        private Optional<List<Double>> range() {
            return RatingQuestion.in(query)
                    .map(asked -> List.of(asked.low(), asked.high()))
                    .or(() -> ClosedQuestion.in(query).map(ClosedQuestion::ask).flatMap(Found::range));
        }

        private static Optional<List<Double>> range(Ask ask) {
            return ask instanceof Ask.Rate rate
                    ? Optional.of(List.of(rate.scale().low(), rate.scale().high()))
                    : Optional.empty();
        }
    }
}
