package io.personaagent.memory.sqlite;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Memory;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.forget.ForgetWatch;
import io.personaagent.memory.forget.Forgetter;
import io.personaagent.memory.forget.Selection;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A process of its own that forgets episodes, one after the other, and says when it begins with each and when it is done. */
final class Forgets {

    static final Lent LENT = Lent.of(HashingEmbedder.embedder(), TestEpisodes.CLOCK);

    private Forgets() {}

    /** Takes the folder of the users and the ids. */
    public static void main(String[] arguments) {
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), TestEpisodes.CLOCK).open(TestEpisodes.ADA);
                Memory memory = new Memory(store, new EpisodicSemanticProvider(), LENT)) {
            Forgetter forgetter = memory.forgetter(List.of());
            for (String id : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                System.out.println("begin " + id);
                forgetter.forget(
                        forgetter.preview(Selection.all().named(List.of(new EpisodeId(id)))),
                        ForgetWatch.none());
                System.out.println("done " + id);
            }
        }
    }
}
