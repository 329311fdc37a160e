package io.personaagent.plugins.contacts;

import ezvcard.VCard;
import ezvcard.parameter.AddressType;
import ezvcard.property.Address;
import ezvcard.property.Note;
import ezvcard.property.RawProperty;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be known of a contact. A birthday is written by {@link BirthDate}. */
enum Field {
    NAME,
    NICKNAME,
    RELATION,
    BIRTHDAY,
    PHONE,
    EMAIL,
    ADDRESS,
    NOTE;

    /** vCard's own RELATED names another card; what somebody is to the card's owner has no property of its own. */
    private static final String RELATION_PROPERTY = "X-RELATION";

    /** The one of this {@link #word}. */
    static Field named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where it is not known. */
    String read(VCard card) {
        return switch (this) {
            case NAME -> text(card.getFormattedName());
            case NICKNAME -> card.getNickname() == null ? "" : joined(card.getNickname().getValues().stream());
            case RELATION -> relation(card);
            case BIRTHDAY -> "";
            case PHONE -> joined(card.getTelephoneNumbers().stream().map(Field::number));
            case EMAIL -> joined(card.getEmails().stream().map(TextProperty::getValue));
            case ADDRESS -> joined(card.getAddresses().stream().map(Field::address));
            case NOTE -> joined(card.getNotes().stream().map(TextProperty::getValue));
        };
    }

    /** Adds to what is there. */
    void write(VCard card, String value) {
        switch (this) {
            case NAME -> card.setFormattedName(value);
            case NICKNAME -> card.setNickname(value.split(",\\s*", -1));
            case RELATION -> card.addExtendedProperty(RELATION_PROPERTY, value);
            case BIRTHDAY -> throw new IllegalArgumentException("a birthday is no text");
            case PHONE -> card.addTelephoneNumber(value);
            case EMAIL -> card.addEmail(value);
            case ADDRESS -> addAddress(card, value);
            case NOTE -> card.addNote(value);
        }
    }

    void clear(VCard card) {
        switch (this) {
            case NAME -> card.setFormattedName((ezvcard.property.FormattedName) null);
            case NICKNAME -> card.removeProperties(ezvcard.property.Nickname.class);
            case RELATION -> card.removeExtendedProperty(RELATION_PROPERTY);
            case BIRTHDAY -> card.removeProperties(ezvcard.property.Birthday.class);
            case PHONE -> card.removeProperties(Telephone.class);
            case EMAIL -> card.removeProperties(ezvcard.property.Email.class);
            case ADDRESS -> card.removeProperties(Address.class);
            case NOTE -> card.removeProperties(Note.class);
        }
    }

    /** Whether it has a line of its own where a contact is told. */
    boolean isListed() {
        return this != NAME && this != RELATION;
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    private static String relation(VCard card) {
        RawProperty relation = card.getExtendedProperty(RELATION_PROPERTY);
        return relation == null || relation.getValue() == null ? "" : relation.getValue();
    }

    private static String number(Telephone phone) {
        return phone.getText() == null ? String.valueOf(phone.getUri()).replaceFirst("^tel:", "") : phone.getText();
    }

    private static String address(Address address) {
        if (address.getLabel() != null) {
            return address.getLabel().replaceAll("\\s*\\R\\s*", ", ");
        }
        Stream<@Nullable String> parts = Stream.of(
                address.getStreetAddressFull(),
                address.getPostalCode(),
                address.getLocality(),
                address.getRegion(),
                address.getCountry());
        return parts.filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static void addAddress(VCard card, String value) {
        Address address = new Address();
        address.setStreetAddress(value);
        address.getTypes().add(AddressType.HOME);
        card.addAddress(address);
    }

    private static String joined(Stream<@Nullable String> values) {
        return values.filter(value -> value != null && !value.isBlank()).collect(Collectors.joining(", "));
    }
}
