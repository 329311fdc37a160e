package io.personaagent.plugins.contacts;

import io.personaagent.tools.AnnotatedTools;
import io.personaagent.tools.NoticeSource;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolProvider;
import io.personaagent.tools.ToolSettings;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.Extension;

/** Keeps the people whom each person knows, and tells of their birthdays in time. */
@Extension
public final class ContactsProvider implements ToolProvider, NoticeSource {

    private final People people = new People();

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        CardTools cards = new CardTools(people, Folder.of(settings.onlyKnowing("folder")));
        List<Tool> tools = new ArrayList<>(List.of(new AddTool(people), cards.imports(), cards.exports()));
        tools.addAll(AnnotatedTools.of(new ContactTools(people), new WhoTool(people)));
        return List.copyOf(tools);
    }

    @Override
    public List<String> notices(ToolContext context) {
        return new Birthdays(people, context).notices();
    }
}
