package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Undo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How a change of the contacts is taken back: by a call of which it was tried out that it brings back the very same card, or not at all. */
final class Takeback {

    private static final String ONE = "person";

    private Takeback() {}

    static Undo ofAdded(Contact added) {
        return Undo.by("remove_contact", ONE, Integer.toString(added.number()));
    }

    /** @param changed as it is now */
    static Undo ofChanged(VCard before, Field field, Contact changed, ToolContext context) {
        String old = said(field, before);
        VCard restored = new VCard(changed.card());
        try {
            Values.change(field, old, restored, context);
        } catch (BadArgumentException cannotBeSaid) {
            return Undo.NONE;
        }
        return restored.equals(before)
                ? new Undo(
                        "update_contact",
                        Arguments.of(
                                Map.of(ONE, Integer.toString(changed.number()), "field", field.word(), "value", old)))
                : Undo.NONE;
    }

    /** What a card from elsewhere has beside our fields cannot be said in words, so it is taken in as text. */
    static Undo ofRemoved(Contact gone, Stream<Contact> others, ToolContext context) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.of(Field.values())
                .filter(field -> !said(field, gone.card()).isEmpty())
                .forEach(field -> values.put(field.word(), said(field, gone.card())));
        if (isWhole(values, gone.card(), context)) {
            return new Undo("add_contact", Arguments.of(values));
        }
        String name = Names.folded(gone.name());
        return others.anyMatch(other -> Names.folded(other.name()).equals(name))
                ? Undo.NONE
                : Undo.by("import_contacts", "file", gone.text());
    }

    private static boolean isWhole(Map<String, String> values, VCard gone, ToolContext context) {
        VCard card = new VCard();
        try {
            values.forEach((word, value) -> Values.write(Field.named(word), word, value, card, context));
        } catch (BadArgumentException cannotBeSaid) {
            return false;
        }
        return Cards.read(Cards.written(List.of(card))).contains(gone);
    }

    private static String said(Field field, VCard card) {
        return field == Field.BIRTHDAY
                ? BirthDate.of(card)
                        .map(birth -> birth.text(DateStyle.DAY_FIRST))
                        .orElse("")
                : field.read(card);
    }
}
