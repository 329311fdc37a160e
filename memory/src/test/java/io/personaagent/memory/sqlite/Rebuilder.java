package io.personaagent.memory.sqlite;

import io.personaagent.memory.Lent;
import io.personaagent.memory.Rebuild;
import io.personaagent.memory.contract.HashingEmbedder;
import io.personaagent.memory.contract.TestEpisodes;
import io.personaagent.memory.episodic.EpisodicSemanticProvider;
import io.personaagent.memory.spi.UserStore;
import java.nio.file.Path;

/** A process of its own that builds a view and prints how far it is. */
final class Rebuilder {

    private Rebuilder() {}

    /** Takes the folder of the users. */
    public static void main(String[] arguments) {
        try (UserStore store = new SqliteStores(Path.of(arguments[0]), TestEpisodes.CLOCK).open(TestEpisodes.ADA)) {
            Lent lent = Lent.of(HashingEmbedder.embedder(), TestEpisodes.CLOCK);
            System.out.println("ready");
            System.out.println(new Rebuild(store, new EpisodicSemanticProvider(), lent)
                    .run(Rebuild.Manner.GO_ON, (done, all) -> System.out.println(done)));
        }
    }
}
