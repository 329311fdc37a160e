package io.personaagent.app.transfer;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.Memory;
import io.personaagent.memory.boundary.Secret;
import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.forget.Selection;
import io.personaagent.memory.spi.ConflictException;
import io.personaagent.memory.spi.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Puts the lines of a file into a person's memory, some hundred at a time.
 *
 * <p>A line that cannot be used is reported and stops nothing. What has been added is durable, so that an import that was stopped goes
 * on when it is run again: lines that are there already are counted and left as they are.
 */
public final class Importer {

    /** How many episodes are written, and made findable, at once. */
    private static final int BATCH = 64;

    private static final int LONGEST_LINE = 4 << 20;

    private final Memory memory;
    private final ImportFormat format;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<ImportReport.Rejection> rejected = new ArrayList<>();
    private final List<Secret> notKept = new ArrayList<>();
    private long added;
    private long present;

    public Importer(Memory memory, ImportFormat format) {
        this.memory = requireNonNull(memory, "memory");
        this.format = requireNonNull(format, "format");
    }

    /**
     * Imports a file of UTF-8 lines; blank lines are passed over. An importer is used for one file.
     *
     * @param progress hears how many bytes have been read, after each batch
     */
    public ImportReport read(Path file, LongConsumer progress) throws IOException {
        try (ByteLines lines = new ByteLines(Files.newInputStream(file), LONGEST_LINE)) {
            long number = 0;
            for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                number++;
                take(line.get(), number);
                if (waiting.size() >= BATCH) {
                    write();
                    progress.accept(lines.count());
                }
            }
            write();
            progress.accept(lines.count());
            rejected.sort(Comparator.comparingLong(ImportReport.Rejection::line));
            return new ImportReport(added, present, rejected, notKept);
        }
    }

    private void take(ByteLines.Line line, long number) {
        if (!line.problem().isEmpty()) {
            rejected.add(new ImportReport.Rejection(number, line.problem()));
        } else if (!line.text().isBlank()) {
            format.read(line.text())
                    .fold(
                            accepted -> accept(number, accepted),
                            refused -> rejected.add(new ImportReport.Rejection(number, refused.reason())));
        }
    }

    private boolean accept(long number, ImportLine.Accepted accepted) {
        notKept.addAll(accepted.notKept());
        return waiting.add(new Waiting(number, accepted.episode()));
    }

    private void write() {
        try {
            memory.retainAll(waiting.stream().map(Waiting::episode).toList()).forEach(this::count);
        } catch (ConflictException somewhere) {
            waiting.forEach(this::writeOne);
        }
        waiting.clear();
    }

    private void writeOne(Waiting one) {
        try {
            count(memory.retain(one.episode()));
        } catch (ConflictException taken) {
            Optional<Episode> there = thereUnderAnotherTag(one.episode());
            if (there.isEmpty()) {
                rejected.add(new ImportReport.Rejection(one.line(), String.valueOf(taken.getMessage())));
            } else if (isLabelled(one.episode()) && !isLabelled(there.get())) {
                rejected.add(new ImportReport.Rejection(
                        one.line(),
                        "episode %s is there already, imported without --labels; forget it first if its label is to count"
                                .formatted(one.episode().id())));
            } else {
                present++;
            }
        }
    }

    /** The same line may come from another file, or have come before files were named. */
    private Optional<Episode> thereUnderAnotherTag(Episode episode) {
        return memory.episodes().find(episode.id()).filter(there -> untagged(there)
                .equals(untagged(episode)));
    }

    private static boolean isLabelled(Episode episode) {
        return episode.provenance().tags().contains(Provenance.OWN_LABEL)
                && !episode.feedback().isEmpty();
    }

    // Feedback may have come since.
    private static Episode untagged(Episode episode) {
        Provenance from = episode.provenance();
        Set<String> tags = new TreeSet<>(from.tags());
        tags.removeIf(tag -> tag.startsWith(Selection.IMPORT_TAG) || tag.equals(Provenance.OWN_LABEL));
        return new Episode(
                episode.id(),
                new Occasion(episode.occasion().session(), episode.occasion().happened(), Instant.EPOCH),
                episode.exchange(),
                new Provenance(from.origin(), from.trust(), from.sensitivity(), tags));
    }

    private void count(Receipt receipt) {
        added += receipt.added() ? 1 : 0;
        present += receipt.added() ? 0 : 1;
    }

    private record Waiting(long line, Episode episode) {}
}
