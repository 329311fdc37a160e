package @package@;

import io.personaagent.memory.contract.MemoryBackendContract;
import io.personaagent.memory.spi.MemoryProvider;

/** All that the program expects of a backend, as tests that are inherited. */
class @Name@ContractTest extends MemoryBackendContract {
    @Override
    protected MemoryProvider provider() {
        return new @Name@Provider();
    }
}
