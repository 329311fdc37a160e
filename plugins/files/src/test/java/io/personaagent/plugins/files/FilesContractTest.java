package io.personaagent.plugins.files;

import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;

class FilesContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new FilesProvider();
    }
}
