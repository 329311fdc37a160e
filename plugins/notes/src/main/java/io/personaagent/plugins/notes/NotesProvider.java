package io.personaagent.plugins.notes;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.util.List;
import org.pf4j.Extension;

/** Keeps each person's notes, to-dos and lists on their own shelf. */
@Extension
public final class NotesProvider implements ToolProvider {

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        settings.onlyKnowing();
        return AnnotatedTools.of(new NoteTools(), new TodoTools(), new ListTools());
    }
}
