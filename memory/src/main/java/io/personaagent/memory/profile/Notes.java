package io.personaagent.memory.profile;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was read from one episode: the claims that the person made in it, and the words that may be topics. A record of kind {@code note}
 * with the episode's id.
 */
record Notes(EpisodeId episode, Instant when, List<Claim> claims, Set<String> words) {

    static final String KIND = "note";

    private static final String BETWEEN = "\u001f";
    private static final int MOST_CHARACTERS = 4_000;

    Notes {
        claims = List.copyOf(claims);
        words = Set.copyOf(words);
    }

    static RecordKey key(EpisodeId episode) {
        return new RecordKey(KIND, episode.value());
    }

    /** Nothing where the episode is not the person's own word, or says nothing of the kind. */
    static Optional<Notes> of(Episode episode, String name) {
        if (!isOwn(episode, name)) {
            return Optional.empty();
        }
        String query = episode.exchange().query();
        String text = query.substring(0, Math.min(query.length(), MOST_CHARACTERS));
        List<Claim> claims = new ArrayList<>(Claims.in(text));
        correction(episode).ifPresent(feedback -> {
            claims.addAll(Claims.in(feedback.text()));
            String about = Claims.terms(text);
            if (!about.isEmpty()) {
                claims.add(new Claim(
                        Claim.Kind.CORRECTION, "answer:" + about, Claims.terms(feedback.text()), feedback.text()));
            }
        });
        Set<String> words = Topics.words(text);
        return claims.isEmpty() && words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notes(episode.id(), episode.occasion().happened(), claims, words));
    }

    /** What the person said to the agent, or under the name that the settings give them. */
    private static boolean isOwn(Episode episode, String name) {
        String speaker = episode.exchange().speaker();
        return speaker.isEmpty()
                ? episode.provenance().trust() == Trust.TRUSTED
                : speaker.equalsIgnoreCase(name.strip());
    }

    private static Optional<Feedback> correction(Episode episode) {
        List<Feedback> feedback = episode.feedback();
        return feedback.isEmpty()
                ? Optional.empty()
                : Optional.of(feedback.get(feedback.size() - 1))
                        .filter(last -> last.verdict() == Feedback.Verdict.CORRECTED);
    }

    List<Said> said() {
        return claims.stream().map(claim -> new Said(claim, episode, when)).toList();
    }

    DerivedRecord record() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("when", when.toString());
        attributes.put("words", String.join(" ", words.stream().sorted().toList()));
        for (int at = 0; at < claims.size(); at++) {
            Claim claim = claims.get(at);
            attributes.put(
                    "claim-%03d".formatted(at),
                    String.join(BETWEEN, claim.kind().name(), claim.slot(), claim.value(), claim.text()));
        }
        return new DerivedRecord(key(episode), "", attributes, Set.of(episode), Vector.NONE);
    }

    static Notes of(DerivedRecord record) {
        List<Claim> claims = record.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("claim-"))
                .map(entry -> entry.getValue().split(BETWEEN, -1))
                .map(parts -> new Claim(Claim.Kind.valueOf(parts[0]), parts[1], parts[2], parts[3]))
                .toList();
        String words = record.attribute("words");
        return new Notes(
                new EpisodeId(record.key().id()),
                Instant.parse(record.attribute("when")),
                claims,
                words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1)));
    }
}
