package io.personaagent.persona.align;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sort of answer an interaction wants; whoever asks for a closed one says so by tags of the episode. */
public sealed interface Task {

    /** Tag of an episode that wants one of its options; each option is a tag of its own. */
    String CHOICE_TAG = "answer:choice";

    /** Begins the tag of an option. */
    String OPTION_TAG = "option:";

    /** Begins the tag of an episode that wants a mark: {@code answer:rating 1 5}. */
    String RATING_TAG = "answer:rating ";

    /** Any text. */
    record Open() implements Task {
        @Override
        public <T> T fold(Function<Open, T> open, Function<Choice, T> choice, Function<Rating, T> rating) {
            return open.apply(this);
        }
    }

    /** One of these; none are known where it was not said which. */
    record Choice(List<String> options) implements Task {
        public Choice {
            options = List.copyOf(options);
        }

        /** The tags that say so. */
        public Set<String> tags() {
            Set<String> tags = new TreeSet<>(Set.of(CHOICE_TAG));
            options.forEach(option -> tags.add(OPTION_TAG + option));
            return tags;
        }

        @Override
        public <T> T fold(Function<Open, T> open, Function<Choice, T> choice, Function<Rating, T> rating) {
            return choice.apply(this);
        }
    }

    /** A number between two, both included. */
    record Rating(double from, double to) implements Task {
        public Rating {
            if (!(from < to)) {
                throw new IllegalArgumentException("a rating from %s to %s is none".formatted(from, to));
            }
        }

        /** The tag that says so. */
        public String tag() {
            return RATING_TAG + Mark.text(from) + " " + Mark.text(to);
        }

        @Override
        public <T> T fold(Function<Open, T> open, Function<Choice, T> choice, Function<Rating, T> rating) {
            return rating.apply(this);
        }
    }

    <T> T fold(Function<Open, T> open, Function<Choice, T> choice, Function<Rating, T> rating);

    /** The one that an episode's tags say; open where they say nothing that can be read. */
    static Task of(Set<String> tags) {
        if (tags.contains(CHOICE_TAG)) {
            return new Choice(tags.stream()
                    .filter(tag -> tag.startsWith(OPTION_TAG))
                    .map(tag -> tag.substring(OPTION_TAG.length()))
                    .toList());
        }
        return tags.stream()
                .filter(tag -> tag.startsWith(RATING_TAG))
                .flatMap(tag -> rating(tag).stream())
                .findFirst()
                .orElseGet(Open::new);
    }

    private static Optional<Task> rating(String tag) {
        Matcher bounds = Pattern.compile(RATING_TAG + "(-?\\d{1,6}(?:\\.\\d{1,3})?) (-?\\d{1,6}(?:\\.\\d{1,3})?)")
                .matcher(tag);
        if (!bounds.matches()) {
            return Optional.empty();
        }
        double from = Double.parseDouble(bounds.group(1));
        double to = Double.parseDouble(bounds.group(2));
        return from < to ? Optional.of(new Rating(from, to)) : Optional.empty();
    }
}
