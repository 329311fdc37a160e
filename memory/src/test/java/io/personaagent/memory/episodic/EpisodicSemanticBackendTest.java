package io.personaagent.memory.episodic;

import io.personaagent.memory.contract.MemoryBackendContract;
import io.personaagent.memory.spi.MemoryProvider;

class EpisodicSemanticBackendTest extends MemoryBackendContract {

    @Override
    protected MemoryProvider provider() {
        return new EpisodicSemanticProvider();
    }
}
