package io.personaagent.plugins.contacts;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import ezvcard.VCard;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Fault;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.util.List;

/** Contacts as a vCard file, in and out. */
final class CardTools {

    private final People people;
    private final Folder folder;

    CardTools(People people, Folder folder) {
        this.people = people;
        this.folder = folder;
    }

    Tool imports() {
        ToolSpecification function = function(
                "import_contacts",
                "Takes contacts in from a vCard file, or from vCard text; those that are there already are completed.",
                "a file name, such as: contacts.vcf; or the text itself, beginning with BEGIN:VCARD");
        return new OfFile(
                folder.needed(ToolSpec.of(
                        function,
                        Effect.WRITE,
                        "import contacts from {file}",
                        "import my contacts from {file}",
                        "load the contacts in {file}",
                        "import the vCard {file}",
                        "read contacts in from {file}")),
                this::takeIn);
    }

    Tool exports() {
        ToolSpecification function = function(
                "export_contacts",
                "Writes all contacts into a vCard file, to be taken to a phone or another program.",
                "the name of the file, such as: contacts.vcf");
        return new OfFile(
                folder.needed(ToolSpec.of(
                        function,
                        Effect.WRITE,
                        "export my contacts to {file}",
                        "export all contacts into {file}",
                        "back up my contacts to {file}",
                        "write my contacts into {file}",
                        "save my contacts as the vCard {file}")),
                this::writeOut);
    }

    private static ToolSpecification function(String name, String description, String file) {
        return ToolSpecification.builder()
                .name(name)
                .description(description)
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("file", file)
                        .required("file")
                        .build())
                .build();
    }

    private String takeIn(String file, ToolContext context) throws IOException {
        boolean isText = file.strip().toUpperCase(java.util.Locale.ROOT).startsWith("BEGIN:VCARD");
        List<VCard> cards = Cards.read(isText ? file : folder.read(file, context));
        if (cards.isEmpty()) {
            throw new BadArgumentException(
                    "argument 'file' is '%s', which holds no vCard with a name".formatted(Search.shortened(file)));
        }
        int added = 0;
        int completed = 0;
        for (VCard card : cards) {
            String name = Names.folded(Field.NAME.read(card));
            List<Contact> same = people.all(context).stream()
                    .filter(contact -> Names.folded(contact.name()).equals(name))
                    .toList();
            if (same.size() != 1) {
                people.add(card, context);
                added++;
            } else if (Cards.fill(same.get(0).card(), card)) {
                people.keep(same.get(0), context);
                completed++;
            }
        }
        return "Took in %s: %d new, %d completed, %d known already."
                .formatted(count(cards.size()), added, completed, cards.size() - added - completed);
    }

    private String writeOut(String file, ToolContext context) throws IOException {
        List<VCard> cards = people.all(context).stream().map(Contact::card).toList();
        return "Wrote %s to %s.".formatted(count(cards.size()), folder.write(file, Cards.written(cards), context));
    }

    private static String count(int contacts) {
        return contacts == 1 ? "1 contact" : contacts + " contacts";
    }

    /** What is done with a file. */
    private interface Deed {
        String done(String file, ToolContext context) throws IOException;
    }

    private record OfFile(ToolSpec spec, Deed deed) implements Tool {

        @Override
        public ToolResult call(Arguments arguments, ToolContext context) {
            try {
                return ToolResult.done(deed.done(arguments.text("file"), context));
            } catch (IOException failed) {
                return ToolResult.failed(Fault.WORLD, "the file cannot be used: " + failed);
            }
        }
    }
}
