package io.personaagent.memory.forget;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Action;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.UnknownEpisodeException;
import io.personaagent.memory.text.Terms;
import io.personaagent.tools.ToolResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which episodes are meant: those that fit every criterion, or those that are named. Immutable. */
public final class Selection {

    /** The beginning of the tag that an imported episode has, before the name of its file. */
    public static final String IMPORT_TAG = "import:";

    private static final int PAGE = 500;

    private final Set<EpisodeId> named;
    private final List<Predicate<Episode>> criteria;

    private Selection(Set<EpisodeId> named, List<Predicate<Episode>> criteria) {
        this.named = named;
        this.criteria = criteria;
    }

    /** Every episode there is, until criteria are added. */
    public static Selection all() {
        return new Selection(Set.of(), List.of());
    }

    /** Only these; when there are criteria too, those of them that fit. */
    public Selection named(Collection<EpisodeId> ids) {
        return new Selection(new LinkedHashSet<>(ids), criteria);
    }

    /** What happened then or later. */
    public Selection from(Instant first) {
        requireNonNull(first, "first");
        return and(episode -> !episode.occasion().happened().isBefore(first));
    }

    /** What happened before. */
    public Selection before(Instant end) {
        requireNonNull(end, "end");
        return and(episode -> episode.occasion().happened().isBefore(end));
    }

    public Selection inSession(String session) {
        requireNonNull(session, "session");
        return and(episode -> episode.occasion().session().equals(session));
    }

    /** What came from an origin, such as {@code tool} or {@code import}, or from an imported file of that name. */
    public Selection ofSource(String source) {
        String tag = IMPORT_TAG + source;
        return and(episode ->
                episode.provenance().origin().name().toLowerCase(Locale.ROOT).equals(source.toLowerCase(Locale.ROOT))
                        || episode.provenance().tags().contains(tag));
    }

    /** What holds each of the words anywhere, in whatever form: in what was said, answered, done, found or corrected. */
    public Selection saying(String words) {
        Set<String> wanted = new HashSet<>(Terms.of(words));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' has no word to look for; name at least one that is not as common as 'the'".formatted(words));
        }
        return and(episode ->
                new HashSet<>(Terms.of(String.join("\n", texts(episode)))).containsAll(wanted));
    }

    private Selection and(Predicate<Episode> criterion) {
        List<Predicate<Episode>> more = new ArrayList<>(criteria);
        more.add(criterion);
        return new Selection(named, List.copyOf(more));
    }

    /** Those that are meant, in the order of the log; as they were named, where they were. */
    List<Episode> in(EpisodeReader log) {
        return named.isEmpty()
                ? allOf(log)
                : named.stream()
                        .map(id -> log.find(id).orElseThrow(() -> new UnknownEpisodeException(id)))
                        .filter(this::fits)
                        .toList();
    }

    private List<Episode> allOf(EpisodeReader log) {
        Map<EpisodeId, Episode> found = new LinkedHashMap<>();
        List<LogEntry> page = log.after(0, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .map(LogEntry::episode)
                    .filter(this::fits)
                    .forEach(episode -> found.putIfAbsent(episode.id(), episode));
            page = log.after(page.get(page.size() - 1).position(), PAGE);
        }
        return List.copyOf(found.values());
    }

    private boolean fits(Episode episode) {
        return criteria.stream().allMatch(criterion -> criterion.test(episode));
    }

    /** Every text of an episode. */
    static List<String> texts(Episode episode) {
        List<String> texts = new ArrayList<>();
        texts.add(episode.exchange().speaker());
        texts.add(episode.exchange().query());
        for (Action action : episode.exchange().actions()) {
            texts.add(action.arguments());
            texts.add(action.outcome().fold(ToolResult.Done::text, ToolResult.Failed::message));
        }
        texts.add(episode.exchange().reply());
        texts.addAll(episode.provenance().tags());
        episode.feedback().stream().map(Feedback::text).forEach(texts::add);
        return texts;
    }
}
