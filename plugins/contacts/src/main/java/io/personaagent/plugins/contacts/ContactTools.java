package io.personaagent.plugins.contacts;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Contacts listed, changed and taken out, and their birthdays. */
public final class ContactTools {

    private static final int MOST_SHOWN = 100;

    private final People people;

    ContactTools(People people) {
        this.people = people;
    }

    @Tool(name = "list_contacts", value = "Lists the person's contacts by name.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "list my contacts",
                "show my contacts",
                "open my contacts",
                "give me my address book",
                "show me all my contacts",
                "who is in my contacts",
                "who are my contacts"
            })
    public String list(ToolContext context) {
        List<Contact> all = people.all(context).stream()
                .sorted(Comparator.comparing((Contact contact) -> Names.folded(contact.name())))
                .toList();
        if (all.isEmpty()) {
            return "There are no contacts yet. Say \"add ... to my contacts\" to make one.";
        }
        String lines = all.stream().limit(MOST_SHOWN).map(Contact::line).collect(Collectors.joining("\n"));
        return all.size() <= MOST_SHOWN
                ? lines
                : lines + "\n(the first %d of %d by name)".formatted(MOST_SHOWN, all.size());
    }

    @Tool(
            name = "update_contact",
            value = "Changes one thing about one of the person's contacts; an empty value takes it out.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "change the {field} of {person} to {value}",
                "set the {field} of {person} to {value}",
                "update the {field} of {person} to {value}",
                "change {person}'s {field} to {value}",
                "update {person}'s {field} to {value}",
                "the new {field} of {person} is {value}"
            })
    public String update(
            @P("who: the name, a nickname, the number, or what they are to the person, such as: my sister")
                    String person,
            @P("what to change, such as: phone") Field field,
            @P("the new value, such as: +49 30 5550199") String value,
            ToolContext context) {
        Contact contact = search(context).the(person);
        String before = contact.line();
        if (field != Field.NAME) {
            field.clear(contact.card());
        }
        if (field == Field.NAME || !value.isBlank()) {
            Values.write(field, "value", value, contact.card(), context);
        }
        people.keep(contact, context);
        return "Changed the %s of %s:\n%s"
                .formatted(field.word(), before, contact.told(DateStyle.of(context.preferences())));
    }

    @Tool(name = "remove_contact", value = "Takes somebody out of the person's contacts.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "remove {person} from my contacts",
                "delete {person} from my contacts",
                "delete the contact {person}",
                "take {person} out of my contacts"
            })
    public String remove(
            @P("who: the name, a nickname, the number, or what they are to the person, such as: my sister")
                    String person,
            ToolContext context) {
        Contact gone = search(context).the(person);
        people.remove(gone, context);
        return "Removed contact %s".formatted(gone.told(DateStyle.of(context.preferences())));
    }

    @Tool(name = "upcoming_birthdays", value = "Lists the birthdays of the person's contacts that come next.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "which birthdays are coming up",
                "whose birthday is next",
                "list upcoming birthdays",
                "which birthdays are there in the next {days} days",
                "who has their birthday soon"
            })
    public String birthdays(
            @P(value = "how many days to look ahead, such as: 30", defaultValue = "30") int days, ToolContext context) {
        return new Birthdays(people, context).within(Math.max(0, Math.min(366, days)));
    }

    private Search search(ToolContext context) {
        return new Search(people.all(context), context.preferences().statements());
    }
}
