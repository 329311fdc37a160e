package io.personaagent.plugins.contacts;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferred;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds who is meant: by number, by what they are to the person, by name or nickname, or by a part of the name.
 *
 * @param sentences what the persona says, where it may name who "my sister" is
 */
record Search(List<Contact> all, List<String> sentences) {

    private static final Pattern NUMBER = Pattern.compile("#?0*(\\d{1,6})\\.?");
    private static final int SHORTEST_PART = 3;
    private static final int MOST_NAMED = 8;
    private static final int LONGEST = 60;

    /** All that fit as well as the best. */
    List<Contact> find(String meant) {
        String words = meant.strip().replaceAll("[?!.,]+$", "");
        Matcher number = NUMBER.matcher(words);
        if (number.matches()) {
            return those(contact -> contact.number() == Integer.parseInt(number.group(1)));
        }
        String bare = Relations.own(words).orElse(words);
        String folded = Names.folded(bare);
        return Stream.<Predicate<Contact>>of(
                        contact -> isRelation(contact, bare),
                        contact -> contact.names().stream()
                                .anyMatch(name -> Names.folded(name).equals(folded)),
                        contact -> isNamed(contact, folded),
                        contact -> isNamed(contact, toldName(bare)))
                .map(this::those)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The one who is meant.
     *
     * @throws BadArgumentException when nobody or more than one fits
     */
    Contact the(String meant) {
        List<Contact> found = find(meant);
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new BadArgumentException(
                    all.isEmpty()
                            ? "argument 'person' is '%s', but there are no contacts yet".formatted(shortened(meant))
                            : "argument 'person' is '%s', but nobody of that name is among the contacts; expected one of: %s"
                                    .formatted(shortened(meant), lines(all)));
        }
        throw ambiguous(meant, found);
    }

    /** Who somebody is to the person where only the persona says so: a name, and the sentence. */
    Optional<Preferred> told(String meant) {
        String bare = Relations.own(meant.replaceAll("[?!.,]+$", "")).orElse(meant);
        return Relations.named(bare, sentences);
    }

    static BadArgumentException ambiguous(String meant, List<Contact> found) {
        return new BadArgumentException("argument 'person' is '%s', which fits %d contacts; which of them is meant: %s"
                .formatted(shortened(meant), found.size(), lines(found)));
    }

    private List<Contact> those(Predicate<Contact> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private String toldName(String relation) {
        return Relations.named(relation, sentences)
                .map(said -> Names.folded(said.value()))
                .orElse("");
    }

    private static boolean isRelation(Contact contact, String words) {
        return !contact.relation().isEmpty()
                && Relations.folded(contact.relation()).equals(Relations.folded(words));
    }

    /** Each word is the name's, or begins one of it: "jo mar" is no "Joana Martins", "joana mart" is. */
    private static boolean isNamed(Contact contact, String folded) {
        List<String> sought = Names.words(folded);
        List<String> words = Names.words(String.join(" ", contact.names()) + " " + contact.relation());
        return !sought.isEmpty()
                && sought.stream().allMatch(part -> words.stream()
                        .anyMatch(word ->
                                word.equals(part) || (part.length() >= SHORTEST_PART && word.startsWith(part))));
    }

    private static String lines(List<Contact> contacts) {
        String named = contacts.stream().limit(MOST_NAMED).map(Contact::line).collect(Collectors.joining("; "));
        return contacts.size() <= MOST_NAMED ? named : named + "; and %d more".formatted(contacts.size() - MOST_NAMED);
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
