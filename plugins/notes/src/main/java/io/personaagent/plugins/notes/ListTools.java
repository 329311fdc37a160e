package io.personaagent.plugins.notes;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.notes.NamedLists.Named;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Preferred;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.Traits;
import io.personaagent.tools.Undo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists by name, such as shopping and packing; one that is not named is the person's favourite. */
public final class ListTools {

    private static final String NAME = "[\"“]?([\\p{L}\\p{N}][\\p{L}\\p{N} '-]{0,38}?)[\"”]?";
    private static final List<Pattern> FAVOURITE = Stream.of(
                    "(?i)\\b(?:favou?rite|usual|main|default) list is (?:called |named |the )?" + NAME
                            + "(?: list)?[.!]*$",
                    "(?i)\\b(?:keeps?|puts?|wants?) (?:things|everything|what they need|whatever they need|items) on (?:the|their|a) (?:list "
                            + NAME + "|" + NAME + " list)[.!]*$")
            .map(Pattern::compile)
            .toList();

    private final NamedLists lists = new NamedLists();

    @Tool(
            name = "add_to_list",
            value = "Puts an item on one of the person's named lists, such as shopping or packing; not for to-dos.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "put {item} on my {list} list",
                "add {item} to my {list} list",
                "add {item} to the {list} list",
                "put {item} on the list {list}",
                "put {item} on my list",
                "add {item} to my list"
            })
    public ToolResult add(
            @P("what to put on it, such as: milk") String item,
            @P(
                            value = "the name of the list, such as: shopping; leave it out for the person's favourite",
                            defaultValue = "")
                    String list,
            ToolContext context) {
        Preferred which = which(list, context);
        Named now = lists.add(item, which.value(), context);
        String put = now.items().get(now.items().size() - 1);
        return ToolResult.done(
                "Put on the %s list: %s%s".formatted(now.name(), put, because(which)), back("take_off_list", put, now));
    }

    @Tool(
            name = "show_list",
            value =
                    "Shows what is on one of the person's named lists; without a name, on their favourite, or which lists there are.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "show my {list} list",
                "show me the {list} list",
                "what is on my {list} list",
                "read my {list} list to me",
                "what is on my list",
                "which lists do I have"
            })
    public String show(
            @P(
                            value = "the name of the list, such as: shopping; leave it out for the person's favourite",
                            defaultValue = "")
                    String list,
            ToolContext context) {
        if (list.isBlank() && favourite(context.preferences()).isEmpty()) {
            List<Named> all = lists.all(context);
            return all.isEmpty()
                    ? "There are no lists yet. Say \"put ... on my ... list\" to begin one."
                    : "Your lists: "
                            + all.stream()
                                    .map(each -> "%s (%d)"
                                            .formatted(each.name(), each.items().size()))
                                    .collect(Collectors.joining(", "));
        }
        Preferred which = which(list, context);
        return lists.find(which.value(), context)
                .map(found -> "On the %s list%s:\n- %s"
                        .formatted(found.name(), because(which), String.join("\n- ", found.items())))
                .orElseGet(() -> "The %s list is empty%s.".formatted(which.value(), because(which)));
    }

    @Tool(name = "take_off_list", value = "Takes an item off one of the person's named lists.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "take {item} off my {list} list",
                "remove {item} from my {list} list",
                "cross {item} off the {list} list",
                "take {item} off my list",
                "cross {item} off my list"
            })
    public ToolResult take(
            @P("the item, or words of it, such as: milk") String item,
            @P(
                            value = "the name of the list, such as: shopping; leave it out for the person's favourite",
                            defaultValue = "")
                    String list,
            ToolContext context) {
        Preferred which = which(list, context);
        Named from = lists.find(which.value(), context)
                .orElseThrow(() -> new BadArgumentException(
                        "argument 'list' is '%s', but there is nothing on such a list".formatted(which.value())));
        return lists.remove(item, from, context)
                .map(gone -> ToolResult.done(
                        "Took off the %s list: %s".formatted(from.name(), gone), back("add_to_list", gone, from)))
                .orElseThrow(() -> new BadArgumentException("argument 'item' is '%s'; expected one of the %s list: %s"
                        .formatted(item.strip(), from.name(), String.join("; ", from.items()))));
    }

    private static Undo back(String tool, String item, Named list) {
        return new Undo(tool, Arguments.of(Map.of("item", item, "list", list.name())));
    }

    /** The list that is named, or the favourite with the sentence that says so. */
    private static Preferred which(String list, ToolContext context) {
        return list.isBlank()
                ? favourite(context.preferences())
                        .orElseThrow(
                                () -> new BadArgumentException(
                                        "argument 'list' is missing, and I do not know your favourite list; expected its name, such as shopping"))
                : new Preferred(list.strip(), "");
    }

    private static Optional<Preferred> favourite(Preferences preferences) {
        return preferences.statements().stream()
                .flatMap(sentence -> named(sentence).map(name -> new Preferred(name, sentence)).stream())
                .findFirst()
                .or(() -> preferences
                        .find("favourite_list")
                        .map(name -> new Preferred(name, "the setting favourite_list = \"%s\"".formatted(name))));
    }

    private static Optional<String> named(String sentence) {
        return FAVOURITE.stream()
                .map(form -> form.matcher(sentence))
                .filter(Matcher::find)
                .flatMap(found -> Stream.of(found.group(1), found.groupCount() > 1 ? found.group(2) : null))
                .filter(name -> name != null && !name.isBlank())
                .findFirst();
    }

    private static String because(Preferred which) {
        return which.because().isEmpty() ? "" : " (going by: %s)".formatted(which.because());
    }
}
