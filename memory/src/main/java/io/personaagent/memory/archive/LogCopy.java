package io.personaagent.memory.archive;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.EpisodeReader;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a log as it was at one moment.
 *
 * <p>A log shows an episode with all its feedback; which of it came with the episode is told by how often the episode appears again. So
 * the log is gone through twice, and once more when somebody wrote to it meanwhile.
 */
final class LogCopy {

    private static final int PAGE = 256;
    private static final int ATTEMPTS = 5;

    private final EpisodeReader episodes;

    private interface Visitor {
        void take(LogEntry entry) throws IOException;
    }

    LogCopy(EpisodeReader episodes) {
        this.episodes = episodes;
    }

    Manifest.Part write(Path file, Progress progress) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long end = episodes.end();
            Manifest.Part written = written(file, end, progress);
            if (episodes.end() == end) {
                return written;
            }
            Files.delete(file);
        }
        throw new MemoryException(
                "the log was written to during each of %d attempts to copy it; close what writes to it and try again"
                        .formatted(ATTEMPTS));
    }

    private Manifest.Part written(Path file, long end, Progress progress) throws IOException {
        Map<EpisodeId, Integer> appearances = new HashMap<>();
        each(end, entry -> {
            if (!entry.episode().feedback().isEmpty()) {
                appearances.merge(entry.episode().id(), 1, Integer::sum);
            }
        });
        Map<EpisodeId, Integer> left = new HashMap<>(appearances);
        try (HashedLines lines = new HashedLines(file)) {
            each(end, entry -> {
                EpisodeId id = entry.episode().id();
                int later = left.getOrDefault(id, 1) - 1;
                boolean isFirst = later == appearances.getOrDefault(id, 1) - 1;
                left.put(id, later);
                lines.write(line(entry.episode(), isFirst, later).toJson());
                progress.at(entry.position(), end);
            });
            return lines.finished();
        }
    }

    /**
     * @param later how many pieces of feedback come after this entry
     */
    private static LogLine line(Episode episode, boolean isFirst, int later) {
        List<Feedback> feedback = episode.feedback();
        int until = Math.max(0, feedback.size() - later);
        if (isFirst) {
            return new LogLine.Appended(new Episode(
                    episode.id(),
                    episode.occasion(),
                    episode.exchange(),
                    episode.provenance(),
                    feedback.subList(0, until)));
        }
        return new LogLine.Added(episode.id(), feedback.get(Math.max(0, until - 1)));
    }

    private void each(long end, Visitor visitor) throws IOException {
        List<LogEntry> page = episodes.after(0, PAGE);
        while (!page.isEmpty()) {
            for (LogEntry entry : page) {
                if (entry.position() > end) {
                    return;
                }
                visitor.take(entry);
            }
            page = episodes.after(page.get(page.size() - 1).position(), PAGE);
        }
    }
}
