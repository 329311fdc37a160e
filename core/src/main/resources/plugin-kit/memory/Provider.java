package @package@;

import io.personaagent.memory.episode.*;
import io.personaagent.memory.spi.*;
import io.personaagent.memory.text.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class @Name@Provider implements MemoryProvider {
    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public MemoryBackend open(MemoryContext context) {
        double days = Double.parseDouble(context.settings().getOrDefault("half_life_days", "90"));
        return new Fading(context.episodes(), context.records(), days);
    }

    private record Fading(EpisodeReader episodes, RecordStore records, double halfLifeDays) implements MemoryBackend {

        @Override
        public void absorb(List<Episode> absorbed) {
            records.apply(Changes.put(absorbed.stream().map(Fading::record).toList()));
        }

        private static DerivedRecord record(Episode episode) {
            String text = "%s %s %s".formatted(episode.exchange().speaker(), episode.exchange().query(), correction(episode));
            return DerivedRecord.of(new RecordKey("said", episode.id().value()), text, Set.of(episode.id()));
        }

        @Override
        public List<Recollection> recall(RecallQuery query) {
            int candidates = 10 * query.limit() + query.hidden().size();
            return records.matching("said", query.about(), candidates).stream()
                    .flatMap(hit -> found(hit, query).stream())
                    .sorted(Comparator.comparingDouble((Recollection found) -> -found.score().total()))
                    .limit(query.limit())
                    .toList();
        }

        private Optional<Recollection> found(Hit hit, RecallQuery query) {
            return episodes.find(new EpisodeId(hit.key().id()))
                    .filter(episode -> !query.hidden().contains(episode.id()))
                    .map(episode -> recollection(episode, hit.score(), query.now()));
        }

        private Recollection recollection(Episode episode, double words, Instant now) {
            Instant happened = episode.occasion().happened();
            double age = Math.max(0, Duration.between(happened, now).toSeconds() / 86_400.0);
            double fresh = Math.pow(0.5, age / halfLifeDays);
            Score score = new Score(
                    words * fresh, List.of(new Score.Part("words", words, 0), new Score.Part("fresh", fresh, 0)));
            boolean corrected = !correction(episode).isEmpty();
            String text = corrected ? correction(episode) : episode.exchange().query();
            Source.Kind kind = corrected
                    ? Source.Kind.CORRECTION
                    : Utterance.isQuestion(text) ? Source.Kind.QUESTION : Source.Kind.STATEMENT;
            Source source = new Source(
                    kind, corrected ? "" : episode.exchange().speaker(), happened, List.of(episode.id()));
            return new Recollection(
                    text, source, score, episode.provenance().sensitivity(), episode.provenance().trust());
        }

        private static String correction(Episode episode) {
            List<Feedback> all = episode.feedback();
            return all.isEmpty() ? "" : all.get(all.size() - 1).text();
        }

        @Override
        public void reflect(Budget budget) {
            // Nothing to consolidate.
        }
    }
}
