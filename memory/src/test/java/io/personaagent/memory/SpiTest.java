package io.personaagent.memory;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.spi.MemoryProvider;
import io.personaagent.memory.text.Terms;
import io.personaagent.tools.contract.SpiSignatures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpiTest {

    @Test
    void signatures_areTheCommittedOnes() {
        SpiSignatures.verify(Path.of("spi.txt"), MemoryProvider.class, Episode.class, Terms.class);
    }
}
