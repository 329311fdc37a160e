package io.personaagent.memory.sqlite;

import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.spi.MemoryException;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;

/**
 * A process of its own that appends episodes, tells of each whether it was acknowledged, and tries three more after the first that was
 * not. At last it reads how many there are.
 */
final class StubbornAppender {

    private static final int MOST_FAILURES = 4;

    private StubbornAppender() {}

    /** Takes the folder of the users and how many episodes to write. */
    public static void main(String[] arguments) {
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), TestEpisodes.CLOCK).open(TestEpisodes.ADA)) {
            int failures = 0;
            for (int i = 0; i < Integer.parseInt(arguments[1]) && failures < MOST_FAILURES; i++) {
                failures += isAppended(store, i) ? 0 : 1;
            }
            System.out.println("read " + store.episodes().count());
        } catch (MemoryException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }

    private static boolean isAppended(UserStore store, int number) {
        try {
            store.episodes().append(Appender.episode("e", number));
            System.out.println("ok e" + number);
            return true;
        } catch (MemoryException failed) {
            System.out.println("failed e%d: %s".formatted(number, failed.getMessage()));
            return false;
        }
    }
}
