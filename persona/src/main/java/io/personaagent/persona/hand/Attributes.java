package io.personaagent.persona.hand;

import io.personaagent.persona.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a line says of a statement before its text. */
record Attributes(Statement.Kind kind, Statement.Polarity polarity, double strength, boolean pinned) {

    static final Attributes NEW = new Attributes(Statement.Kind.FACT, Statement.Polarity.NEUTRAL, 1, false);

    private static final String PINNED = "pinned";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*[.]?[0-9]+(?:[eE]-?[0-9]+)?");

    /** Attributes, and the text after them. */
    record Read(Attributes attributes, String rest) {}

    static Attributes of(Statement statement) {
        return new Attributes(statement.kind(), statement.polarity(), statement.strength(), statement.pinned());
    }

    String words() {
        String words = "%s, %s, %s".formatted(Field.word(kind), Field.word(polarity), Double.toString(strength));
        return pinned ? words + ", " + PINNED : words;
    }

    /** A colon that stands after no attribute is part of the text; where only some of what stands before it is one, that is refused. */
    Read read(String line) {
        int colon = line.indexOf(':');
        List<String> words = colon < 0
                ? List.of()
                : Stream.of(line.substring(0, colon).split(",", -1))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (words.stream().noneMatch(Attributes::isOne)) {
            return new Read(this, line.strip());
        }
        Attributes said = new Attributes(kind, polarity, strength, false);
        for (String word : words) {
            said = said.with(word);
        }
        return new Read(said, line.substring(colon + 1).strip());
    }

    private static boolean isOne(String word) {
        return NUMBER.matcher(word).matches()
                || word.equals(PINNED)
                || find(Statement.Kind.values(), word).isPresent()
                || find(Statement.Polarity.values(), word).isPresent();
    }

    private Attributes with(String word) {
        if (!isOne(word)) {
            throw new FormException(
                    "'%s' is not known; before the colon stand a kind (preference, fact, style, tool_guidance), a polarity (for, against, neutral), a strength from 0 to 1, and pinned"
                            .formatted(word));
        }
        if (NUMBER.matcher(word).matches()) {
            return new Attributes(kind, polarity, Double.parseDouble(word), pinned);
        }
        return new Attributes(
                find(Statement.Kind.values(), word).orElse(kind),
                find(Statement.Polarity.values(), word).orElse(polarity),
                strength,
                pinned || word.equals(PINNED));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String word) {
        String asked = word.replaceAll("[ -]", "_");
        return Stream.of(values)
                .filter(value -> Field.word(value).equals(asked))
                .findFirst();
    }
}
