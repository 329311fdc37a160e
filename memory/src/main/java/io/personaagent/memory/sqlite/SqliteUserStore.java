package io.personaagent.memory.sqlite;

import static java.util.Objects.requireNonNull;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.Text;
import io.personaagent.memory.spi.Changes;
import io.personaagent.memory.spi.EpisodeLog;
import io.personaagent.memory.spi.Forgetting;
import io.personaagent.memory.spi.Inventory;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.Receipt;
import io.personaagent.memory.spi.RecordStore;
import io.personaagent.memory.spi.UserStore;
import io.personaagent.tools.Shelf;
import io.personaagent.tools.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One person's file. */
final class SqliteUserStore implements UserStore {

    private final UserId user;
    private final Path folder;
    private final Database database;
    private final SqliteForgetting forgetting;
    private final SqliteEpisodeLog episodes;

    SqliteUserStore(UserId user, Path folder, Database database, SqliteForgetting forgetting) {
        this.user = user;
        this.folder = folder;
        this.database = database;
        this.forgetting = forgetting;
        this.episodes = new SqliteEpisodeLog(database);
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public EpisodeLog episodes() {
        return episodes;
    }

    @Override
    public Receipt append(Episode episode, String owner, Changes beside) {
        requireNonNull(episode, "episode");
        requireNonNull(beside, "beside");
        SqliteRecordStore records = new SqliteRecordStore(database, Text.clean(owner));
        return database.write(SqliteEpisodeLog.APPENDING, handle -> {
            Receipt receipt = episodes.append(handle, episode);
            records.make(handle, beside);
            return receipt;
        });
    }

    @Override
    public RecordStore records(String owner) {
        return new SqliteRecordStore(database, Text.clean(owner));
    }

    @Override
    public Shelf shelf(String owner) {
        return new SqliteShelf(database, Text.clean(owner));
    }

    @Override
    public List<String> shelves() {
        return database.read(
                "read the shelves",
                handle -> handle.list("SELECT DISTINCT owner FROM shelf", row -> Handle.text(row, 1)).stream()
                        .sorted()
                        .toList());
    }

    @Override
    public Forgetting forgetting() {
        return forgetting;
    }

    @Override
    public Inventory inventory() {
        return new SqliteInventory(database, new StoreFolder(folder));
    }

    @Override
    public List<String> check() {
        return new Inspection(database).problems();
    }

    @Override
    public long bytes() {
        try {
            return PrivateFiles.bytes(folder);
        } catch (IOException failed) {
            throw new MemoryException(
                    "could not measure the store: %s; check that the folder can be read (%s)".formatted(failed, folder),
                    failed);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
