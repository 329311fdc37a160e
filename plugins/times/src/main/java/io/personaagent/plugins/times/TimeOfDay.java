package io.personaagent.plugins.times;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day as people say it: "18:30", "9am", "at 9", "half past 9 in the evening", "noon".
 *
 * @param eitherHalf whether it may as well mean twelve hours later: "at 5" said in the afternoon
 */
record TimeOfDay(LocalTime time, boolean eitherHalf) {

    private static final Pattern CLOCK =
            Pattern.compile("(at |by |around )?(\\d{1,2})(?:[:.h](\\d{2}))? ?(am|pm|o'clock|h|hours)?");
    private static final Pattern AROUND_THE_HOUR =
            Pattern.compile("(?:at )?(half|quarter|\\d{1,2}) (past|to) (\\d{1,2})(?: ?(am|pm))?");
    private static final Pattern PART =
            Pattern.compile("\\b(?:in the (morning|afternoon|evening|night)|at (night))\\b");

    /** Reads a phrase that is a time of day and nothing else; a bare number is none. */
    static Optional<TimeOfDay> read(String phrase) {
        Matcher part = PART.matcher(phrase);
        if (!part.find()) {
            return named(phrase).or(() -> clock(phrase, "")).or(() -> aroundTheHour(phrase, ""));
        }
        String name = part.group(1) == null ? part.group(2) : part.group(1);
        String rest = (phrase.substring(0, part.start()) + phrase.substring(part.end()))
                .replaceAll("\\s+", " ")
                .strip();
        return rest.isEmpty()
                ? Optional.of(sharp(usual(name), 0))
                : clock(rest, name).or(() -> aroundTheHour(rest, name));
    }

    private static Optional<TimeOfDay> named(String phrase) {
        return switch (phrase) {
            case "noon", "midday" -> Optional.of(sharp(12, 0));
            case "midnight" -> Optional.of(sharp(0, 0));
            default -> Optional.empty();
        };
    }

    private static Optional<TimeOfDay> clock(String phrase, String part) {
        Matcher clock = CLOCK.matcher(phrase);
        if (!clock.matches()) {
            return Optional.empty();
        }
        boolean bare = clock.group(1) == null && clock.group(3) == null && clock.group(4) == null;
        String half = clock.group(4) == null ? part : clock.group(4);
        int minute = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        if (bare && part.isEmpty()) {
            return Optional.empty();
        }
        return of(Integer.parseInt(clock.group(2)), minute, half)
                .map(read -> new TimeOfDay(read.time(), read.eitherHalf() && clock.group(3) == null));
    }

    private static Optional<TimeOfDay> aroundTheHour(String phrase, String part) {
        Matcher around = AROUND_THE_HOUR.matcher(phrase);
        if (!around.matches()) {
            return Optional.empty();
        }
        int minutes =
                switch (around.group(1)) {
                    case "half" -> 30;
                    case "quarter" -> 15;
                    default -> Integer.parseInt(around.group(1));
                };
        String half = around.group(4) == null ? part : around.group(4);
        return of(Integer.parseInt(around.group(3)), 0, half)
                .map(hour -> new TimeOfDay(
                        hour.time().plusMinutes(around.group(2).equals("past") ? minutes : -minutes),
                        hour.eitherHalf()));
    }

    private static Optional<TimeOfDay> of(int hour, int minute, String half) {
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        boolean twelveHours = hour >= 1 && hour <= 12;
        if (List.of("am", "pm").contains(half)) {
            return twelveHours
                    ? Optional.of(sharp(hour % 12 + (half.equals("pm") ? 12 : 0), minute))
                    : Optional.empty();
        }
        if (List.of("afternoon", "evening", "night").contains(half)
                && hour < 12
                && (hour > 4 || half.equals("afternoon"))) {
            return Optional.of(sharp(hour + 12, minute));
        }
        return Optional.of(new TimeOfDay(LocalTime.of(hour, minute), half.isEmpty() && hour >= 1 && hour < 12));
    }

    private static int usual(String part) {
        return switch (part) {
            case "morning" -> 9;
            case "afternoon" -> 15;
            case "evening" -> 19;
            default -> 22;
        };
    }

    private static TimeOfDay sharp(int hour, int minute) {
        return new TimeOfDay(LocalTime.of(hour, minute), false);
    }
}
