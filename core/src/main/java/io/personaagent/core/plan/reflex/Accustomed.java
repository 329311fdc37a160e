package io.personaagent.core.plan.reflex;

import io.personaagent.core.turn.Because;
import io.personaagent.core.turn.Ground;
import io.personaagent.memory.text.Terms;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Statement;
import io.personaagent.tools.Permission;
import io.personaagent.tools.Preferences;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives a call the arguments that the person left out because they are always the same for them, and names for those they call "my
 * sister", where a sentence of their persona says so. What they said themselves is never replaced, but for such a name.
 *
 * <p>Thread-safe. English.
 */
final class Accustomed {

    private static final int LONGEST = 60;
    private static final Pattern MINE = Pattern.compile("(?i)my (\\p{L}+(?:-in-law)?)");
    private static final Set<String> PEOPLE =
            Set.of("person", "contact", "who", "recipient", "attendee", "guest", "to", "from", "name");

    private final Persona persona;

    Accustomed(Persona persona) {
        this.persona = persona;
    }

    /** The route with what the persona says of its slots. */
    Route complete(Route route) {
        Route complete = route;
        for (Slot slot : Slot.of(route.spec())) {
            Object said = route.values().get(slot.name());
            Optional<Known> known = said == null ? usual(slot, route) : named(slot, said, route);
            if (known.isPresent()) {
                complete = complete.with(
                        slot.name(), known.get().value, known.get().reason(slot.name()));
            }
        }
        return complete;
    }

    private record Known(Object value, String statement) {
        Because.Reason reason(String argument) {
            return new Because.Reason(argument, new Ground(Ground.Kind.STATEMENT, statement), true);
        }
    }

    private Optional<Known> usual(Slot slot, Route route) {
        return switch (slot.kind()) {
            case TEXT -> stated(slot);
            case CHOICE -> chosen(slot, route);
            case TEXTS, WHEN, DATE, EXPRESSION, QUANTITY, INTEGER, NUMBER, FLAG -> Optional.empty();
        };
    }

    /** "The favourite list is groceries" says what the slot named list holds. */
    private Optional<Known> stated(Slot slot) {
        String name = Pattern.quote(slot.name().replace('_', ' '));
        Pattern form = Pattern.compile("(?iu)\\b(?:favou?rite|usual|main|default|preferred) " + name
                + "\\s*(?:is|:)\\s*(?:called |named )?[\"“]?([^\"”.;]{1," + LONGEST + "})");
        return first(form);
    }

    private Optional<Known> first(Pattern form) {
        return persona.statements().stream()
                .filter(statement -> statement.meaning().polarity() != Statement.Polarity.AGAINST)
                .flatMap(statement -> form.matcher(statement.text())
                        .results()
                        .map(found -> new Known(found.group(1).strip(), statement.id())))
                .findFirst();
    }

    /** The one of the choices that a sentence asks for, where the sentence speaks of such a choice or of what the tool does. */
    private Optional<Known> chosen(Slot slot, Route route) {
        Map<String, List<String>> words = slot.choices().stream()
                .collect(Collectors.toMap(choice -> choice, choice -> List.of(spoken(choice)), (one, other) -> one));
        Set<String> matter = matter(slot, route);
        return persona.statements().stream()
                .filter(statement -> Terms.of(statement.text()).stream().anyMatch(matter::contains))
                .flatMap(statement -> new Preferences(Map.of(), List.of(statement.text()))
                                .among(slot.name(), words)
                                .map(preferred -> new Known(preferred.value(), statement.id()))
                                .stream())
                .findFirst();
    }

    private static String spoken(String choice) {
        return choice.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a sentence must speak of: the slot, or the tool. A choice's own words are no such thing. */
    private static Set<String> matter(Slot slot, Route route) {
        Set<String> matter = new HashSet<>(Terms.of(slot.name().replace('_', ' ')));
        matter.addAll(Terms.of(route.spec().name().replace('_', ' ')));
        slot.choices().forEach(choice -> Terms.of(spoken(choice)).forEach(matter::remove));
        return matter;
    }

    /** Who "my sister" is, for a tool that may not look that up itself. */
    private Optional<Known> named(Slot slot, Object said, Route route) {
        boolean ofPeople = slot.kind() == Slot.Kind.TEXT
                && Arrays.stream(slot.name().split("_")).anyMatch(PEOPLE::contains)
                && !route.spec().needs(Permission.Kind.MEMORY);
        Matcher mine = MINE.matcher(said.toString());
        return ofPeople && mine.matches() ? called(mine.group(1)) : Optional.empty();
    }

    private Optional<Known> called(String relation) {
        String whom = Pattern.quote(relation);
        String name = "(\\p{Lu}[\\p{L}'’-]{1,30}(?: \\p{Lu}[\\p{L}'’-]{1,30}){0,2})";
        return Stream.of(
                        "(?u)\\b(?i:(?:my|the|their|a)?\\s*" + whom
                                + "(?:'s name)?\\s*(?:is|:)?\\s*(?:called |named )?)\\b" + name,
                        "(?u)" + name + "(?i:\\s+is\\s+(?:my|the|their)\\s+" + whom + ")\\b")
                .map(Pattern::compile)
                .flatMap(form -> first(form).stream())
                .findFirst();
    }
}
