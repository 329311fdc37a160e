package io.personaagent.plugins.contacts;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import ezvcard.VCard;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.util.List;

/** A new contact, with as much of it as is known. */
final class AddTool implements Tool {

    private static final ToolSpec SPEC = ToolSpec.of(
            ToolSpecification.builder()
                    .name("add_contact")
                    .description("Adds somebody whom the person knows to their contacts.")
                    .parameters(JsonObjectSchema.builder()
                            .addStringProperty("name", "the full name, such as: Mia Berg")
                            .addStringProperty("nickname", "what else they are called, such as: Mimi")
                            .addStringProperty("relation", "what they are to the person, such as: sister")
                            .addStringProperty("birthday", "such as: 24 December 1996, or 24 December")
                            .addStringProperty("phone", "such as: +49 30 5550199")
                            .addStringProperty("email", "such as: mia@example.org")
                            .addStringProperty("address", "such as: Lindenweg 3, 10115 Berlin")
                            .addStringProperty("note", "anything else, such as: allergic to nuts")
                            .required("name")
                            .build())
                    .build(),
            Effect.WRITE,
            "add {name} to my contacts",
            "add a contact: {name}",
            "add a contact {name} with phone {phone}",
            "add {name} to my contacts with the mail address {email}",
            "add my {relation} {name} to my contacts",
            "save {name} as a contact",
            "new contact: {name}",
            "create a contact for {name}",
            "create a contact for {name} with birthday {birthday}");

    private final People people;

    AddTool(People people) {
        this.people = people;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult call(Arguments arguments, ToolContext context) {
        VCard card = new VCard();
        Values.write(Field.NAME, "name", arguments.text("name"), card, context);
        for (Field field : Field.values()) {
            if (field != Field.NAME) {
                arguments
                        .optionalText(field.word())
                        .filter(value -> !value.isBlank())
                        .ifPresent(value -> Values.write(field, field.word(), value, card, context));
            }
        }
        refuseTwice(card, context);
        Contact added = people.add(card, context);
        return ToolResult.done(
                "Added contact %s".formatted(added.told(DateStyle.of(context.preferences()))), Takeback.ofAdded(added));
    }

    private void refuseTwice(VCard card, ToolContext context) {
        String name = Names.folded(Field.NAME.read(card));
        List<Contact> same = people.all(context).stream()
                .filter(contact -> Names.folded(contact.name()).equals(name))
                .filter(contact ->
                        Relations.folded(contact.relation()).equals(Relations.folded(Field.RELATION.read(card))))
                .toList();
        if (!same.isEmpty()) {
            throw new BadArgumentException(
                    "argument 'name' is '%s', who is a contact already: %s; change that one, or say what tells them apart as 'relation'"
                            .formatted(Field.NAME.read(card), same.get(0).line()));
        }
    }
}
