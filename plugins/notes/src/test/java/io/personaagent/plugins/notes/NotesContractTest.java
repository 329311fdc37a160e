package io.personaagent.plugins.notes;

import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.contract.ToolContract;

class NotesContractTest extends ToolContract {

    @Override
    protected ToolProvider provider() {
        return new NotesProvider();
    }
}
