package io.personaagent.memory.lexical;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.profile.AboutMe;
import io.personaagent.memory.profile.Reflection;
import io.personaagent.memory.spi.Budget;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.Hit;
import io.personaagent.memory.spi.MemoryBackend;
import io.personaagent.memory.spi.MemoryContext;
import io.personaagent.memory.spi.RecallQuery;
import io.personaagent.memory.spi.Recollection;
import io.personaagent.memory.spi.RecordKey;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.Score;
import io.personaagent.memory.spi.Source;
import io.personaagent.memory.text.Utterance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One record for each episode: what was said, and the correction where there is one. */
final class LexicalBackend implements MemoryBackend {

    private static final String KIND = "said";

    private final EpisodeReader episodes;
    private final RecordStore records;
    private final AboutMe aboutMe;
    private final Reflection reflection;

    LexicalBackend(MemoryContext context, Reflection reflection) {
        this.episodes = context.episodes();
        this.records = context.records();
        this.aboutMe = new AboutMe(context);
        this.reflection = reflection;
    }

    @Override
    public void absorb(List<Episode> absorbed) {
        records.apply(Changes.put(absorbed.stream().map(LexicalBackend::record).toList()));
    }

    private static DerivedRecord record(Episode episode) {
        Exchange exchange = episode.exchange();
        String text = String.join("\n", exchange.speaker(), exchange.query(), correction(episode));
        return DerivedRecord.of(new RecordKey(KIND, episode.id().value()), text, Set.of(episode.id()));
    }

    private static String correction(Episode episode) {
        return latest(episode).map(Feedback::text).orElse("");
    }

    private static Optional<Feedback> latest(Episode episode) {
        List<Feedback> feedback = episode.feedback();
        return feedback.isEmpty() ? Optional.empty() : Optional.of(feedback.get(feedback.size() - 1));
    }

    @Override
    public List<Recollection> recall(RecallQuery query) {
        return Stream.concat(aboutMe.recall(query).stream(), matching(query).stream())
                .limit(query.limit())
                .toList();
    }

    private List<Recollection> matching(RecallQuery query) {
        Set<RecordKey> hidden = records.restingOn(query.hidden());
        List<Hit> hits = records.matching(KIND, query.about(), query.limit() + hidden.size()).stream()
                .filter(hit -> !hidden.contains(hit.key()))
                .limit(query.limit())
                .toList();
        Map<RecordKey, DerivedRecord> found =
                records.findAll(hits.stream().map(Hit::key).toList());
        return IntStream.range(0, hits.size())
                .mapToObj(at -> Optional.ofNullable(found.get(hits.get(at).key()))
                        .flatMap(record -> recollection(record, hits.get(at).score(), at + 1)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Recollection> recollection(DerivedRecord record, double words, int rank) {
        Score score = new Score(words, List.of(new Score.Part("lexical", words, rank)));
        EpisodeId id = record.evidence().iterator().next();
        return episodes.find(id).map(episode -> latest(episode)
                .filter(feedback -> !feedback.text().isEmpty())
                .map(feedback -> corrected(episode, feedback, score))
                .orElseGet(() -> said(episode, score)));
    }

    private static Recollection corrected(Episode episode, Feedback correction, Score score) {
        Source source = new Source(Source.Kind.CORRECTION, "", correction.given(), List.of(episode.id()));
        return recollection(episode, correction.text(), source, score);
    }

    private static Recollection said(Episode episode, Score score) {
        Exchange exchange = episode.exchange();
        Source source = new Source(
                kind(exchange.query()), exchange.speaker(), episode.occasion().happened(), List.of(episode.id()));
        return recollection(episode, exchange.query(), source, score);
    }

    private static Recollection recollection(Episode episode, String text, Source source, Score score) {
        return new Recollection(
                text,
                source,
                score,
                episode.provenance().sensitivity(),
                episode.provenance().trust());
    }

    private static Source.Kind kind(String said) {
        return Utterance.isQuestion(said) ? Source.Kind.QUESTION : Source.Kind.STATEMENT;
    }

    @Override
    public void reflect(Budget budget) {
        reflection.run(budget);
    }
}
