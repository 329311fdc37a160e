package io.personaagent.core.plan.reflex;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tools as plugins for daily life declare them. */
public final class EverydayTools {

    private EverydayTools() {}

    public static List<ToolSpec> all() {
        List<ToolSpec> tools = new ArrayList<>(notes());
        tools.addAll(tasks());
        tools.addAll(clock());
        tools.addAll(reminders());
        tools.addAll(others());
        return tools;
    }

    public static ToolSpec named(String name) {
        return all().stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A tool; several examples may stand in one text, with a bar between them. */
    public static ToolSpec tool(
            String name, Effect effect, Consumer<JsonObjectSchema.Builder> parameters, String... examples) {
        JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
        parameters.accept(schema);
        ToolSpecification function = ToolSpecification.builder()
                .name(name)
                .description("Does " + name.replace('_', ' ') + ".")
                .parameters(schema.build())
                .build();
        return ToolSpec.of(
                function,
                effect,
                Stream.of(examples)
                        .flatMap(Pattern.compile(" \\| ")::splitAsStream)
                        .toArray(String[]::new));
    }

    private static List<ToolSpec> notes() {
        return List.of(
                tool(
                        "add_note",
                        Effect.WRITE,
                        text("text", "What to write down"),
                        "note that {text} | take a note: {text} | make a note that {text} | write down {text} | "
                                + "add a note {text}"),
                tool(
                        "list_notes",
                        Effect.READ,
                        EverydayTools::none,
                        "list my notes | show my notes | what are my notes"),
                tool(
                        "search_notes",
                        Effect.READ,
                        text("query", "What to look for"),
                        "search my notes for {query} | find notes about {query} | "
                                + "what do my notes say about {query}"),
                tool(
                        "delete_note",
                        Effect.WRITE,
                        number("id", "The number of the note"),
                        "delete note {id} | remove note number {id} | delete note number {id}"));
    }

    private static List<ToolSpec> tasks() {
        return List.of(
                tool(
                        "add_todo",
                        Effect.WRITE,
                        text("text", "What is to be done"),
                        "add {text} to my to-do list | add a to-do: {text} | put {text} on my to-do list | "
                                + "new task: {text}"),
                tool(
                        "list_todos",
                        Effect.READ,
                        EverydayTools::none,
                        "show my to-do list | what is on my to-do list | list my tasks | what do I have to do"),
                tool(
                        "complete_todo",
                        Effect.WRITE,
                        number("id", "The number of the to-do"),
                        "mark to-do {id} as done | complete task {id} | task {id} is done | tick off to-do {id}"));
    }

    private static List<ToolSpec> clock() {
        return List.of(
                tool(
                        "current_time",
                        Effect.READ,
                        EverydayTools::none,
                        "what time is it | what is the time now | what is the date today | what day is it"),
                tool(
                        "time_in",
                        Effect.READ,
                        text("place", "The city or the time zone"),
                        "what time is it in {place} | what is the time in {place} | current time in {place}"),
                tool(
                        "date_arithmetic",
                        Effect.READ,
                        schema -> schema.addStringProperty("date", "The day from which to count (a date as YYYY-MM-DD)")
                                .addIntegerProperty("amount", "How many")
                                .addEnumProperty("unit", List.of("DAY", "WEEK", "MONTH", "YEAR"), "Of what")
                                .required("amount", "unit"),
                        "what date is {amount} {unit} from now | what date is it in {amount} {unit} | "
                                + "what is the date {amount} {unit} after {date}"),
                tool(
                        "days_between",
                        Effect.READ,
                        schema -> schema.addStringProperty("from", "The first day (a date as YYYY-MM-DD)")
                                .addStringProperty("to", "The last day (a date as YYYY-MM-DD)")
                                .required("from", "to"),
                        "how many days between {from} and {to} | how many days from {from} to {to}"));
    }

    private static List<ToolSpec> reminders() {
        return List.of(
                tool(
                        "set_reminder",
                        Effect.WRITE,
                        schema -> schema.addStringProperty("text", "What to remind you of")
                                .addStringProperty("when", "When, such as \"tomorrow at 9\"")
                                .required("text", "when"),
                        "remind me to {text} {when} | remind me {when} to {text} | "
                                + "set a reminder {when} to {text} | set a reminder to {text} {when} | remind me to {text} | "
                                + "remind me about {text} {when}"),
                tool(
                        "list_reminders",
                        Effect.READ,
                        EverydayTools::none,
                        "list my reminders | show my reminders | what reminders do I have"));
    }

    private static List<ToolSpec> others() {
        return List.of(
                tool(
                        "calculate",
                        Effect.READ,
                        text("expression", "What to compute"),
                        "how much is {expression} | what is {expression} | calculate {expression} | "
                                + "compute {expression}"),
                tool(
                        "convert_units",
                        Effect.READ,
                        schema -> schema.addNumberProperty("amount", "How much")
                                .addStringProperty("from", "The unit to convert from")
                                .addStringProperty("to", "The unit to convert to")
                                .required("amount", "from", "to"),
                        "convert {amount} {from} to {to} | how many {to} are {amount} {from} | "
                                + "how many {to} in {amount} {from} | what is {amount} {from} in {to}"),
                tool(
                        "wikipedia_search",
                        Effect.READ,
                        text("query", "What to look for"),
                        "search wikipedia for {query} | look up {query} on wikipedia | "
                                + "find wikipedia articles about {query}"),
                tool(
                        "wikipedia_summary",
                        Effect.READ,
                        text("title", "The article's title"),
                        "what does wikipedia say about {title} | summarize the wikipedia article on {title} | "
                                + "who is {title} | what is {title} | tell me about {title}"));
    }

    private static void none(JsonObjectSchema.Builder schema) {
        schema.required(List.of());
    }

    private static Consumer<JsonObjectSchema.Builder> text(String name, String description) {
        return schema -> schema.addStringProperty(name, description).required(name);
    }

    private static Consumer<JsonObjectSchema.Builder> number(String name, String description) {
        return schema -> schema.addIntegerProperty(name, description).required(name);
    }
}
