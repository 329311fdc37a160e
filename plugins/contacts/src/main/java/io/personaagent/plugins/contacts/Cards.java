package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Email;
import ezvcard.property.Key;
import ezvcard.property.Logo;
import ezvcard.property.Note;
import ezvcard.property.Photo;
import ezvcard.property.Sound;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cards as text: vCard 4.0 is written, every version is read. */
final class Cards {

    private static final Set<Class<? extends VCardProperty>> SEVERAL =
            Set.of(Telephone.class, Email.class, Address.class, Note.class);

    private Cards() {}

    static String written(List<VCard> cards) {
        StringWriter text = new StringWriter();
        try (VCardWriter writer = new VCardWriter(text, VCardVersion.V4_0)) {
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            writer.setCaretEncodingEnabled(true);
            for (VCard card : cards) {
                writer.write(card);
            }
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Those of a text that have a name, without pictures and sounds; what is no card is left out. */
    static List<VCard> read(String text) {
        try (VCardReader reader = new VCardReader(text)) {
            List<VCard> cards = reader.readAll();
            cards.forEach(Cards::slim);
            return cards.stream()
                    .filter(card -> !Field.NAME.read(card).isBlank())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Takes over what one card says and the other does not. */
    static boolean fill(VCard card, VCard from) {
        boolean filled = false;
        for (VCardProperty each : from.getProperties()) {
            List<? extends VCardProperty> there = card.getProperties(each.getClass());
            boolean wanted = SEVERAL.contains(each.getClass())
                    ? there.stream().noneMatch(other -> same(other, each))
                    : there.isEmpty();
            if (wanted) {
                card.addProperty(each);
                filled = true;
            }
        }
        return filled;
    }

    private static boolean same(VCardProperty one, VCardProperty other) {
        return text(one).equals(text(other));
    }

    private static String text(VCardProperty property) {
        VCard alone = new VCard();
        alone.addProperty(property);
        return Names.folded(Stream.of(Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.NOTE)
                .map(field -> field.read(alone))
                .collect(Collectors.joining()));
    }

    private static void slim(VCard card) {
        card.removeProperties(Photo.class);
        card.removeProperties(Logo.class);
        card.removeProperties(Sound.class);
        card.removeProperties(Key.class);
        StructuredName name = card.getStructuredName();
        if (Field.NAME.read(card).isBlank() && name != null) {
            card.setFormattedName(Stream.of(name.getGiven(), name.getFamily())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "))
                    .strip());
        }
        Birthday birthday = card.getBirthday();
        if (birthday != null) {
            BirthDate.of(card).ifPresent(birth -> card.setBirthday(birth.property()));
        }
    }
}
