package io.personaagent.plugins.notes;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.Traits;
import io.personaagent.tools.Undo;
import java.util.List;

/** To-dos: put on the list, shown, ticked off, taken off. */
public final class TodoTools {

    private final Pile todos = new Pile("to-do");

    @Tool(name = "add_todo", value = "Puts something to do on the person's to-do list and gives it a number.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "add {text} to my to-do list",
                "put {text} on my to-do list",
                "add {text} to my todos",
                "add a to-do: {text}",
                "add a task: {text}",
                "new to-do: {text}",
                "new task: {text}"
            })
    public ToolResult add(@P("what is to be done, such as: buy milk") String text, ToolContext context) {
        Entry todo = todos.add(text, context);
        return ToolResult.done(
                "Added to-do %d: %s".formatted(todo.number(), todo.text()),
                Undo.by("delete_todo", "todo", todo.named()));
    }

    @Tool(
            name = "list_todos",
            value = "Lists what the person still has to do, with numbers; on request also what is done.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "what is on my to-do list",
                "show my to-do list",
                "show me my to-dos",
                "list my todos",
                "list my open tasks",
                "read out my to-do list",
                "what do I still have to do"
            })
    public String list(
            @P(value = "true to list what is done as well", defaultValue = "false") boolean done, ToolContext context) {
        List<Entry> all = todos.all(context);
        List<Entry> shown = all.stream().filter(todo -> done || !todo.done()).toList();
        if (all.isEmpty()) {
            return "Your to-do list is empty. Say \"add ... to my to-do list\" to begin it.";
        }
        if (shown.isEmpty()) {
            return "Nothing is left to do; %s done."
                    .formatted(all.size() == 1 ? "1 to-do is" : all.size() + " to-dos are");
        }
        String heading = done ? "All %s:" : "%s left:";
        return Listing.of(heading.formatted(Listing.count(shown.size(), "to-do")), shown, context.clock());
    }

    @Tool(
            name = "complete_todo",
            value = "Ticks one of the person's to-dos off as done, found by its number or by words of it.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "mark {todo} as done",
                "mark to-do {todo} as done",
                "complete to-do {todo}",
                "tick off {todo}",
                "check off {todo} on my to-do list",
                "to-do {todo} is done",
                "I am done with to-do {todo}"
            })
    public ToolResult complete(
            @P("the number of the to-do, or words of it, such as: 2") String todo, ToolContext context) {
        Entry meant = todos.the(todo, "todo", context);
        if (meant.done()) {
            return ToolResult.done("To-do %d was done already: %s".formatted(meant.number(), meant.text()));
        }
        todos.replace(meant.ticked(), context);
        return ToolResult.done(
                "Done, to-do %d: %s".formatted(meant.number(), meant.text()),
                Undo.by("reopen_todo", "todo", meant.named()));
    }

    @Tool(
            name = "reopen_todo",
            value =
                    "Puts a to-do that was ticked off back among those still to be done, by its number or by words of it.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "reopen to-do {todo}",
                "mark to-do {todo} as not done",
                "to-do {todo} is not done yet",
                "untick {todo}"
            })
    public ToolResult reopen(
            @P("the number of the to-do, or words of it, such as: 2") String todo, ToolContext context) {
        Entry meant = todos.the(todo, "todo", context);
        if (!meant.done()) {
            return ToolResult.done("To-do %d is still to be done: %s".formatted(meant.number(), meant.text()));
        }
        todos.replace(meant.reopened(), context);
        return ToolResult.done(
                "To do again, number %d: %s".formatted(meant.number(), meant.text()),
                Undo.by("complete_todo", "todo", meant.named()));
    }

    @Tool(
            name = "delete_todo",
            value = "Takes a to-do off the person's list without doing it, found by its number or by words of it.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "delete to-do {todo}",
                "remove {todo} from my to-do list",
                "take {todo} off my to-do list",
                "delete task {todo}",
                "drop to-do {todo}"
            })
    public ToolResult delete(
            @P("the number of the to-do, or words of it, such as: 2") String todo, ToolContext context) {
        Entry gone = todos.the(todo, "todo", context);
        todos.remove(gone, context);
        return ToolResult.done(
                "Took to-do %d off the list: %s".formatted(gone.number(), gone.text()),
                Undo.by("add_todo", "text", gone.text()));
    }
}
