package io.personaagent.plugins.contacts;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Preferred;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who somebody is: the contact, and what the person told about them. */
public final class WhoTool {

    private static final int LOOKED_THROUGH = 20;
    private static final int MOST_QUOTED = 4;

    /** What was asked of the agent tells nothing of the one whom it names. */
    private static final Pattern REQUEST = Pattern.compile(
            "(?i)\\bcontacts?\\b|\\?\\s*$|^\\s*(?:who|when|what|where|which|how|remind|show|find|look|list)\\b");

    private final People people;

    WhoTool(People people) {
        this.people = people;
    }

    @Tool(
            name = "who_is",
            value =
                    "Says who somebody is whom the person knows: their contact with phone, mail, address and birthday, and what the person told about them, dated and with its source.")
    @Traits(
            effect = Effect.READ,
            needs = "memory",
            examples = {
                "who is {person} in my contacts",
                "look up {person} in my contacts",
                "show me the contact of {person}",
                "find the contact of {person}",
                "what is the phone number of {person}",
                "what is {person}'s phone number",
                "what is the address of {person}",
                "what is {person}'s mail address",
                "when is {person}'s birthday",
                "when is the birthday of {person}"
            })
    public String whoIs(
            @P("who: the name, a nickname, the number, or what they are to the person, such as: my sister")
                    String person,
            ToolContext context) {
        List<Contact> all = people.all(context);
        Search search = new Search(all, context.preferences().statements());
        List<Contact> found = new Search(all, List.of()).find(person);
        Optional<Preferred> told = found.isEmpty() ? told(person, search, context) : Optional.empty();
        if (told.isPresent()) {
            found = search.find(told.get().value());
        }
        if (found.size() > 1) {
            throw Search.ambiguous(person, found);
        }
        List<String> parts = new ArrayList<>();
        told.ifPresent(said -> parts.add("That is %s: %s".formatted(said.value(), said.because())));
        found.forEach(contact -> parts.add(contact.told(DateStyle.of(context.preferences()))));
        if (found.isEmpty()) {
            parts.add("%s is not among your contacts."
                    .formatted(Search.shortened(told.map(Preferred::value).orElse(person))
                            .replaceAll("[?!.]+$", "")));
        }
        parts.addAll(memories(names(person, found, told), context));
        return String.join("\n", parts);
    }

    /** Who a relation is where no contact has it: as the persona says, else as the person said. */
    private static Optional<Preferred> told(String person, Search search, ToolContext context) {
        return search.told(person).or(() -> {
            String relation = Relations.own(person.replaceAll("[?!.,]+$", "")).orElse("");
            List<Remembered> said =
                    relation.isEmpty() ? List.of() : context.memory().recall(person, LOOKED_THROUGH);
            return Relations.named(
                    relation.isEmpty() ? "-" : relation,
                    said.stream().map(Remembered::text).toList());
        });
    }

    private static Set<String> names(String person, List<Contact> found, Optional<Preferred> told) {
        Set<String> names = new TreeSet<>();
        told.ifPresent(said -> names.add(Names.folded(said.value())));
        found.forEach(contact -> {
            contact.names().forEach(name -> names.add(Names.folded(name)));
            names.add(Names.words(contact.name()).get(0));
            if (!contact.relation().isEmpty()) {
                names.add("my " + Names.folded(contact.relation()));
            }
        });
        if (found.isEmpty()) {
            names.add(Names.folded(person));
        }
        names.remove("");
        return names;
    }

    private static List<String> memories(Set<String> names, ToolContext context) {
        if (names.isEmpty()) {
            return List.of();
        }
        DateStyle style = DateStyle.of(context.preferences());
        List<String> said = context.memory().recall(String.join(" ", names), LOOKED_THROUGH).stream()
                .filter(each -> names.stream().anyMatch(name -> Names.within(name, each.text())))
                .filter(each -> !REQUEST.matcher(each.text()).find())
                .limit(MOST_QUOTED)
                .map(each -> "- %s: \"%s\" (%s)"
                        .formatted(
                                style.day(LocalDate.ofInstant(
                                        each.when(), context.clock().getZone())),
                                each.text(),
                                each.source()))
                .collect(Collectors.toList());
        if (!said.isEmpty()) {
            said.add(0, "From what you told me:");
        }
        return said;
    }
}
