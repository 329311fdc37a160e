package @package@;

import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;

/** All that the program expects of a provider, as tests that are inherited. */
class @Name@ContractTest extends ToolContract {
    @Override
    protected ToolProvider provider() {
        return new @Name@Provider();
    }
}
