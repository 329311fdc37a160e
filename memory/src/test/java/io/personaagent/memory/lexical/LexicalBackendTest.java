package io.personaagent.memory.lexical;

import io.personaagent.memory.contract.MemoryBackendContract;
import io.personaagent.memory.spi.MemoryProvider;

class LexicalBackendTest extends MemoryBackendContract {

    @Override
    protected MemoryProvider provider() {
        return new LexicalProvider();
    }
}
