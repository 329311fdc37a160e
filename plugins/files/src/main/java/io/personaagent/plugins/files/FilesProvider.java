package io.personaagent.plugins.files;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.util.List;
import org.pf4j.Extension;

/** Lists, reads, searches and writes text files of one folder per person, and of no other. */
@Extension
public final class FilesProvider implements ToolProvider {

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        FileSettings read = FileSettings.of(settings);
        Folders folders = new Folders(read);
        Habits habits = new Habits(read.format());
        return AnnotatedTools.of(new ReadingTools(folders, habits), new WritingTools(folders, habits)).stream()
                .<Tool>map(tool -> new Reaching(tool, read.reaching(tool.spec())))
                .toList();
    }

    /** A tool that says which folders of the settings it reaches. */
    private record Reaching(Tool tool, ToolSpec spec) implements Tool {
        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            return tool.call(arguments, context);
        }
    }
}
