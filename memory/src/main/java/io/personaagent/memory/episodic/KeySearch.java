package io.personaagent.memory.episodic;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.rank.TokenBudget;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Embedder;
import io.personaagent.memory.spi.EmbedderException;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordReader;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.spi.Vector;
import io.personaagent.memory.text.Terms;
import io.personaagent.memory.text.Tokens;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a question to what is recalled. */
final class KeySearch {

    /** A question longer than this is searched by its beginning. */
    private static final int MOST_CHARACTERS = 4_000;

    /** So few are read by one. */
    private static final int PIECE = 25;

    private static final Logger LOG = LoggerFactory.getLogger(KeySearch.class);

    private final EpisodeReader episodes;
    private final RecordReader records;
    private final Embedder embedder;
    private final Confidence confidence;
    private final Tuning tuning;
    private final ZoneId zone;

    KeySearch(MemoryContext context, Tuning tuning) {
        this.episodes = context.episodes();
        this.records = context.records();
        this.embedder = context.embedder();
        this.confidence = Confidence.calibratedTo(context.embedder());
        this.tuning = tuning;
        this.zone = context.clock().getZone();
    }

    /** A question, and all that is worked out from it once. */
    private record Asked(
            RecallQuery query, String about, Vector vector, Set<String> terms, Times times, Confidence confidence) {}

    List<Recollection> recall(RecallQuery query) {
        if (query.about().isBlank() || records.list(Turn.KIND, "", 1).isEmpty()) {
            return List.of();
        }
        String about = query.about().substring(0, Math.min(query.about().length(), MOST_CHARACTERS));
        Times times = Times.asked(about, query.now(), zone);
        Asked asked = new Asked(
                query, about, vector(about), new HashSet<>(Terms.of(about)), times, confidence.inTheLanguageOf(about));
        Found found = search(asked);
        Ranking ranking = new Ranking(found.channels(), found.turns(), asked.terms(), query.now(), times);
        List<Fit> fitting = withoutRepeats(ranking.bestFirst())
                .map(ranked -> fit(ranked, ranking, asked, found.parts()))
                .flatMap(Optional::stream)
                .limit(query.limit())
                .toList();
        if (fitting.stream().noneMatch(fit -> fit.confidence() >= tuning.floor())) {
            return List.of();
        }
        List<Recollection> known = fitting.stream().map(Fit::recollection).toList();
        return new TokenBudget(query.tokens()).kept(known, each -> Tokens.about(each.text()));
    }

    /** With their vectors, which only those are read that get so far. */
    private Stream<Ranking.Ranked> withoutRepeats(List<Ranking.Ranked> bestFirst) {
        int first = Math.min(Repeats.MOST, bestFirst.size());
        return Stream.concat(
                Repeats.behind(whole(bestFirst.subList(0, first))).stream(),
                bestFirst.subList(first, bestFirst.size()).stream().flatMap(each -> whole(List.of(each)).stream()));
    }

    private List<Ranking.Ranked> whole(List<Ranking.Ranked> ranked) {
        Map<RecordKey, DerivedRecord> found = new ConcurrentHashMap<>();
        List<RecordKey> keys =
                ranked.stream().map(each -> each.turn().record().key()).toList();
        inPieces(keys, piece -> found.putAll(records.findAll(piece)));
        return ranked.stream()
                .flatMap(each ->
                        Optional.ofNullable(found.get(each.turn().record().key()))
                                .map(record -> new Ranking.Ranked(new Turn(record), each.total(), each.factors()))
                                .stream())
                .toList();
    }

    /** Several at once, because a person's file can be read by several at once. */
    private static void inPieces(List<RecordKey> keys, Consumer<List<RecordKey>> reading) {
        List<List<RecordKey>> pieces = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += PIECE) {
            pieces.add(keys.subList(from, Math.min(keys.size(), from + PIECE)));
        }
        pieces.parallelStream().forEach(reading);
    }

    /** None where the embedder fails: then words have to do. What went wrong stands with the embedder. */
    private Vector vector(String about) {
        try {
            return embedder.query(about);
        } catch (EmbedderException failed) {
            LOG.debug("searched by words alone", failed);
            return Vector.NONE;
        }
    }

    /** What the channels found, the turns that it belongs to, and of long ones the nearest part. */
    private record Found(List<Channel> channels, Map<String, Turn> turns, Map<String, RecordKey> parts) {}

    private Found search(Asked asked) {
        int pool = Math.max(tuning.pool(), 5 * asked.query().limit());
        Candidates candidates =
                new Candidates(records, records.restingOn(asked.query().hidden()), pool);
        Map<String, RecordKey> parts = new ConcurrentHashMap<>();
        List<Supplier<Channel>> searches = new ArrayList<>();
        if (!asked.vector().isNone()) {
            searches.add(() -> {
                List<Hit> near = candidates.nearParts(asked.vector());
                parts.putAll(Part.nearest(near));
                List<Hit> turns = Part.pooled(candidates.near(Turn.KIND, asked.vector()), near, pool);
                return Channel.of("dense", turns, pool, asked.confidence().unrelated());
            });
            searches.add(() -> Channel.of(
                    "dense-context",
                    candidates.near(Context.KIND, asked.vector()),
                    pool,
                    asked.confidence().unrelated()));
        }
        searches.add(() -> Channel.of("lexical", candidates.matching(Turn.KIND, asked.about()), pool, 0));
        searches.add(() -> Channel.of("lexical-context", candidates.matching(Context.KIND, asked.about()), pool, 0));
        // In the order of the searches, whichever ends first.
        List<Channel> channels =
                new ArrayList<>(searches.parallelStream().map(Supplier::get).toList());
        if (asked.times().alone()) {
            channels.add(inTime(asked.times(), candidates));
        }
        return new Found(
                channels,
                turns(channels, Math.max(Tuning.READ, 4 * asked.query().limit())),
                parts);
    }

    /** Where nothing but a time is asked for, neither meaning nor words find what there was. */
    private Channel inTime(Times times, Candidates candidates) {
        Map<String, Double> scores = new LinkedHashMap<>();
        times.episodes(episodes, candidates.pool()).stream()
                .map(episode -> Turn.key(episode.id()))
                .filter(key -> !candidates.hidden().contains(key))
                .forEach(key -> scores.put(key.id(), 1.0));
        return new Channel("in-time", scores, 0);
    }

    /** The turns that were found themselves or by their contexts: no more than so many of the best, because each must be read. */
    private Map<String, Turn> turns(List<Channel> channels, int most) {
        List<RecordKey> keys = Channel.fused(channels).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(each -> new RecordKey(Turn.KIND, each.getKey()))
                .toList();
        Map<String, Turn> turns = new ConcurrentHashMap<>();
        inPieces(keys, piece -> records.findAllWithoutVectors(piece)
                .forEach((key, record) -> turns.put(key.id(), new Turn(record))));
        return turns;
    }

    /** What may be recalled, and how likely it is about the question. */
    private record Fit(Recollection recollection, double confidence) {}

    /**
     * Nothing where it does not fit well enough, or where the episode is gone. The floor says whether anything is known at all; beside
     * something that reaches it, half of it is enough.
     */
    private Optional<Fit> fit(
            Ranking.Ranked ranked, Ranking ranking, Asked asked, Map<String, RecordKey> nearestParts) {
        Turn turn = ranked.turn();
        double whole = asked.confidence().of(asked.terms(), asked.vector(), turn.record());
        double part = partConfidence(turn.id(), nearestParts, asked);
        double own = Math.max(Math.max(whole, part), asked.times().confidence(turn));
        // What reaches the floor by itself needs nobody to speak for it.
        double best = own >= tuning.floor() ? own : Math.max(own, contextConfidence(turn, asked));
        if (best < tuning.floor() / 2) {
            return Optional.empty();
        }
        List<Score.Part> parts = new ArrayList<>(ranking.parts(ranked));
        parts.add(new Score.Part("confidence", own, 0));
        Score score = new Score(ranked.total(), parts);
        return episodes.find(turn.episode()).map(episode -> new Fit(recollection(turn, episode, score), best));
    }

    /** Of a long message one part may be about the question. */
    private double partConfidence(String turn, Map<String, RecordKey> nearestParts, Asked asked) {
        return Optional.ofNullable(nearestParts.get(turn))
                .flatMap(records::find)
                .map(part -> asked.confidence().of(asked.terms(), asked.vector(), part))
                .orElse(0.0);
    }

    /** What says little by itself may be the answer to what was asked just before it. */
    private double contextConfidence(Turn turn, Asked asked) {
        return records.find(Context.key(turn.id()))
                .filter(context ->
                        Collections.disjoint(context.evidence(), asked.query().hidden()))
                .map(context -> asked.confidence().of(asked.terms(), asked.vector(), context))
                .orElse(0.0);
    }

    private static Recollection recollection(Turn turn, Episode episode, Score score) {
        boolean corrects = turn.kind() == Source.Kind.CORRECTION;
        String text = corrects
                ? Turn.correctionOf(episode).map(Feedback::text).orElse("")
                : episode.exchange().query();
        String speaker = corrects ? "" : episode.exchange().speaker();
        return new Recollection(
                text,
                new Source(turn.kind(), speaker, turn.when(), List.of(episode.id())),
                score,
                episode.provenance().sensitivity(),
                episode.provenance().trust());
    }
}
