package io.personaagent.memory.inmemory;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.UnknownEpisodeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One person's log. One count runs over episodes and feedback alike: the position. */
final class InMemoryEpisodeLog implements EpisodeLog {

    private final Map<EpisodeId, Kept> kept = new HashMap<>();
    private final TreeMap<Long, EpisodeId> entries = new TreeMap<>();
    private final Map<String, List<EpisodeId>> sessions = new HashMap<>();
    private long end;

    /** An episode as it was appended, and the positions of its feedback; feedback that came with it stands where it stands itself. */
    private record Kept(long position, Episode appended, Map<Feedback, Long> feedback) {
        Episode now() {
            return new Episode(
                    appended.id(),
                    appended.occasion(),
                    appended.exchange(),
                    appended.provenance(),
                    List.copyOf(feedback.keySet()));
        }
    }

    @Override
    public Receipt append(Episode episode) {
        return appendAll(List.of(episode)).get(0);
    }

    @Override
    public synchronized List<Receipt> appendAll(List<Episode> episodes) {
        refuseConflicts(episodes);
        return episodes.stream().map(this::keep).toList();
    }

    private void refuseConflicts(List<Episode> episodes) {
        Map<EpisodeId, Episode> seen = new HashMap<>();
        for (Episode episode : episodes) {
            Kept before = kept.get(episode.id());
            Episode first = before == null ? seen.getOrDefault(episode.id(), episode) : before.appended();
            if (!sameContent(first, episode)) {
                throw new ConflictException(episode.id());
            }
            seen.put(episode.id(), first);
        }
    }

    private Receipt keep(Episode episode) {
        Kept before = kept.get(episode.id());
        if (before != null) {
            return new Receipt(episode.id(), before.position(), false);
        }
        end++;
        long position = end;
        Map<Feedback, Long> feedback = new LinkedHashMap<>();
        episode.feedback().forEach(each -> feedback.putIfAbsent(each, position));
        kept.put(episode.id(), new Kept(position, episode, feedback));
        entries.put(position, episode.id());
        sessions.computeIfAbsent(episode.occasion().session(), session -> new ArrayList<>())
                .add(episode.id());
        return new Receipt(episode.id(), position, true);
    }

    @Override
    public synchronized Receipt add(EpisodeId id, Feedback feedback) {
        Kept episode = kept.get(requireNonNull(id, "id"));
        if (episode == null) {
            throw new UnknownEpisodeException(id);
        }
        long next = end + 1;
        Long before = episode.feedback().putIfAbsent(requireNonNull(feedback, "feedback"), next);
        if (before != null) {
            return new Receipt(id, before, false);
        }
        end = next;
        entries.put(next, id);
        return new Receipt(id, next, true);
    }

    synchronized boolean hasAll(Set<EpisodeId> ids) {
        return kept.keySet().containsAll(ids);
    }

    synchronized Set<EpisodeId> ids() {
        return Set.copyOf(kept.keySet());
    }

    /** How many pieces of feedback went with it; nothing when there is no such episode. */
    synchronized Optional<Integer> remove(EpisodeId id) {
        Kept gone = kept.remove(id);
        if (gone == null) {
            return Optional.empty();
        }
        entries.values().removeIf(id::equals);
        sessions.getOrDefault(gone.appended().occasion().session(), new ArrayList<>())
                .remove(id);
        return Optional.of(gone.feedback().size());
    }

    @Override
    public synchronized Optional<Episode> find(EpisodeId id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::now);
    }

    @Override
    public synchronized List<LogEntry> after(long position, int limit) {
        return entries.tailMap(position, false).entrySet().stream()
                .limit(atLeastOne(limit))
                .map(entry -> new LogEntry(entry.getKey(), now(entry.getValue())))
                .toList();
    }

    @Override
    public synchronized List<Episode> latest(int limit) {
        return entries.descendingMap().entrySet().stream()
                .filter(entry -> kept(entry.getValue()).position() == entry.getKey())
                .limit(atLeastOne(limit))
                .map(entry -> now(entry.getValue()))
                .toList();
    }

    @Override
    public synchronized List<Episode> around(EpisodeId id, int distance) {
        Kept middle = kept.get(id);
        if (middle == null) {
            return List.of();
        }
        List<EpisodeId> session =
                sessions.getOrDefault(middle.appended().occasion().session(), List.of());
        // A session is in the order of the log.
        int at = Collections.binarySearch(session, id, (a, b) -> Long.compare(kept(a).position(), kept(b).position()));
        int from = Math.max(0, at - distance);
        int to = (int) Math.min(session.size(), at + (long) distance + 1);
        return session.subList(from, to).stream().map(this::now).toList();
    }

    @Override
    public synchronized long count() {
        return kept.size();
    }

    @Override
    public synchronized long end() {
        return end;
    }

    private Kept kept(EpisodeId id) {
        return requireNonNull(kept.get(id));
    }

    private Episode now(EpisodeId id) {
        return kept(id).now();
    }

    private static int atLeastOne(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d, but must be at least 1".formatted(limit));
        }
        return limit;
    }

    private static boolean sameContent(Episode first, Episode second) {
        return first.equals(new Episode(
                second.id(),
                new Occasion(
                        second.occasion().session(),
                        second.occasion().happened(),
                        first.occasion().recorded()),
                second.exchange(),
                second.provenance(),
                second.feedback()));
    }
}
