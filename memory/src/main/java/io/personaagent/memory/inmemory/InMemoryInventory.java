package io.personaagent.memory.inmemory;

import io.personaagent.memory.json.EpisodeBody;
import io.personaagent.memory.spi.DerivedRecord;
import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.LogEntry;
import io.personaagent.memory.spi.Vector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Looks through what is in the memory of the process. */
record InMemoryInventory(InMemoryEpisodeLog episodes, Map<String, InMemoryRecordStore> stores) implements Inventory {

    @Override
    public List<String> owners() {
        return stores.entrySet().stream()
                .filter(owner -> !owner.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public void texts(Consumer<String> visitor) {
        for (LogEntry entry : episodes.after(0, Integer.MAX_VALUE)) {
            visitor.accept(entry.episode().occasion().session());
            visitor.accept(EpisodeBody.of(entry.episode()));
            entry.episode().feedback().forEach(feedback -> visitor.accept(feedback.text()));
        }
        records(record -> {
            visitor.accept(record.key().id());
            visitor.accept(record.text());
            record.attributes().values().forEach(visitor);
        });
    }

    @Override
    public void vectors(Consumer<Vector> visitor) {
        records(record -> {
            if (!record.vector().isNone()) {
                visitor.accept(record.vector());
            }
        });
    }

    private void records(Consumer<DerivedRecord> visitor) {
        for (InMemoryRecordStore store : stores.values()) {
            for (String kind : store.kinds()) {
                store.list(kind, "", Integer.MAX_VALUE).forEach(visitor);
            }
        }
    }

    @Override
    public List<Path> copies() {
        return List.of();
    }

    @Override
    public void files(FileVisitor visitor) {}
}
