package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Feedback.Verdict;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import io.personaagent.memory.text.Utterance;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record of kind {@code turn}: something that was said, as it is found by itself. Its id is the episode's; a correction's is the
 * episode's followed by a blank and a word, which no episode's can be.
 */
record Turn(DerivedRecord record) {

    static final String KIND = "turn";

    private static final String CORRECTION = " correction";

    static RecordKey key(EpisodeId episode) {
        return new RecordKey(KIND, episode.value());
    }

    static RecordKey correctionKey(EpisodeId episode) {
        return new RecordKey(KIND, episode.value() + CORRECTION);
    }

    /** The episode that a key of any kind of this backend's stands for: an episode's id has no blank. */
    static EpisodeId episode(RecordKey key) {
        return new EpisodeId(key.id().split(" ", 2)[0]);
    }

    /**
     * What the person said.
     *
     * @param before the episodes before it in the session, the nearest first
     */
    static Turn said(Episode episode, List<EpisodeId> before) {
        Source.Kind kind =
                Utterance.isQuestion(episode.exchange().query()) ? Source.Kind.QUESTION : Source.Kind.STATEMENT;
        Map<String, String> attributes = attributes(
                kind, episode.occasion().happened(), episode.exchange().query());
        attributes.put(
                "before", String.join(" ", before.stream().map(EpisodeId::value).toList()));
        attributes.put("speaker", episode.exchange().speaker());
        Times.named(episode).ifPresent(times -> attributes.put(Times.ATTRIBUTE, times));
        return of(key(episode.id()), line(episode), attributes, episode);
    }

    /** The correction, with the question that it answers. */
    static Turn corrected(Episode episode, Feedback correction) {
        return of(
                correctionKey(episode.id()),
                (line(episode) + "\n" + correction.text()).strip(),
                attributes(Source.Kind.CORRECTION, correction.given(), correction.text()),
                episode);
    }

    /** The correction that holds: the latest, unless the person found the answer good after all. */
    static Optional<Feedback> correctionOf(Episode episode) {
        Optional<Feedback> found = Optional.empty();
        for (Feedback each : episode.feedback()) {
            if (each.verdict() == Verdict.CORRECTED) {
                found = Optional.of(each);
            } else if (each.verdict() == Verdict.GOOD) {
                found = Optional.empty();
            }
        }
        return found;
    }

    /** The query behind who said it. */
    static String line(Episode episode) {
        String speaker = episode.exchange().speaker();
        String query = episode.exchange().query();
        return speaker.isBlank() || query.isBlank() ? query : speaker + ": " + query;
    }

    private static Map<String, String> attributes(Source.Kind kind, Instant when, String words) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("kind", kind.name());
        attributes.put("when", when.toString());
        attributes.put("asks", String.valueOf(Utterance.asks(words)));
        attributes.put("terms", String.valueOf(Set.copyOf(Terms.of(words)).size()));
        return attributes;
    }

    private static Turn of(RecordKey key, String text, Map<String, String> attributes, Episode episode) {
        return new Turn(new DerivedRecord(key, text, attributes, Set.of(episode.id()), Vector.NONE));
    }

    String id() {
        return record.key().id();
    }

    EpisodeId episode() {
        return record.evidence().iterator().next();
    }

    Source.Kind kind() {
        return Source.Kind.valueOf(record.attribute("kind"));
    }

    Instant when() {
        return Instant.parse(record.attribute("when"));
    }

    String speaker() {
        return record.attribute("speaker");
    }

    /** Whether any of it asks. */
    boolean asks() {
        return Boolean.parseBoolean(record.attribute("asks"));
    }

    /** How many different terms it has, not counting who said it. */
    int terms() {
        String terms = record.attribute("terms");
        return terms.isEmpty() ? 0 : Integer.parseInt(terms);
    }

    /** The ids of the turns before it, the nearest first. */
    List<String> before() {
        String ids = record.attribute("before");
        return ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1));
    }
}
