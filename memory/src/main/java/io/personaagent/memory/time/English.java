package io.personaagent.memory.time;

import static io.personaagent.memory.time.EnglishWords.QUANTITY;
import static io.personaagent.memory.time.EnglishWords.UNIT;
import static io.personaagent.memory.time.EnglishWords.WEEKDAY;
import static io.personaagent.memory.time.EnglishWords.unit;

import io.personaagent.memory.rank.TimeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** English: what stands around a time ("since", "two weeks before", "late"), then the times by themselves. */
final class English implements Language {

    private static final Pattern CUE = Form.pattern(
            "\\d|\\bago\\b|\\b(?:last|past|this|next|other)\\b|\\bto(?:day|night|morrow)\\b"
                    + "|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|weekend|\\b(?:spring|summer|autumn|fall|winter)\\b"
                    + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\\bof the (?:month|year)\\b|christmas|new year|halloween|thanksgiving|valentine");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern BETWEEN = Form.pattern("\\b(?:from|between)\\b");
    private static final Pattern BESIDE = Form.pattern("\\b(?:before|after|following|prior|since|until|till|by|up) ");
    private static final Pattern PARTIAL = Form.pattern("\\b(?:early|late|mid|of|in)[\\s-]");

    private static final List<Form> SURE = Stream.concat(EnglishForms.RELATIVE.stream(), EnglishForms.ABSOLUTE.stream())
            .toList();
    private static final List<Form> ALL =
            Stream.concat(SURE.stream(), EnglishForms.WEAK.stream()).toList();

    /** What may follow a word that is a time only if the sentence ends there or goes on with something else. */
    private static final String CLOSING =
            "(?=\\s*(?:$|[\\p{P}\u0000&&[^'’/-]]|(?:and|or|but|with|for|to|at|in|on|by|from|as|about|if"
                    + "|did|do|does|was|were|is|are|has|have|had|when|where|what|who|whom|which|why|how|that|because|while|then"
                    + "|than|after|before|until|i|we|he|she|they|you|it|my|our|his|her|their|last|this|together|again|alone)\\b))";

    private static final String DATE = "(" + Form.any(SURE) + "|" + Form.any(EnglishForms.WEAK) + CLOSING + ")";
    private static final String END = "(" + Form.any(ALL) + ")\\b";

    private static final Pattern RANGE = Form.pattern("\\b(?:from|between) (?:the )?(" + Form.any(ALL)
            + "|\\d{1,2}(?:st|nd|rd|th)?)(?: |\\s*[–-]\\s*)(?:to|and|until|till|through)? ?(?:the )?" + END);
    private static final Pattern OFFSET = Form.pattern("\\b(?:the )?(?:" + QUANTITY + " )?" + UNIT
            + "s? (?:right |just )?(before|prior to|after|following) (?:the )?" + DATE);
    private static final Pattern WEEKDAY_BESIDE =
            Form.pattern("\\b(?:on )?(?:the |last )?" + WEEKDAY + " (before|after|following) (?:the )?" + DATE);
    private static final Pattern WEEKEND_BESIDE =
            Form.pattern("\\b(?:on )?(?:the |last )weekend (before|after|following) (?:the )?" + DATE);
    private static final Pattern BOUND =
            Form.pattern("\\b(since|after|before|prior to|until|till|by|up to) (?:the )?" + DATE);
    private static final Pattern PART = Form.pattern(
            "\\b(?:the )?(early|late|mid|beginning of|start of|middle of|end of|first half of|second half of)[\\s-]+(?:the )?"
                    + DATE);
    private static final Pattern WEEK_OF =
            Form.pattern("\\b(?:the )?(first|second|third|fourth|last) week(?:end)? (?:of|in) (?:the )?" + DATE);
    /** May be somebody's name, so that a word such as "by" does not make them a month. */
    private static final Pattern NAME = Form.pattern("(?:april|may|june|august|summer)");

    private static final List<Form> PLACED = List.of(
            placed("\\b(?:in|during|over|throughout|(?:the )?month of) (?:the month of )?", 0),
            placed("(?<=\u0000) (?:and|or) ", 0),
            placed("\\b(?:in|during|throughout|back in|the year) ", 1),
            placed("\\bon (?:the )?", 2),
            placed("\\b(?:in|during|over|through) (?:the )?", 3),
            placed("\\b(?:in|during) the ", 4),
            placed("\\bon ", 5),
            placed("\\bon the ", 6),
            placed("\\b(?:over|on|at|during) the ", 7));

    private static Form placed(String before, int weak) {
        Form form = EnglishForms.WEAK.get(weak);
        String part = weak == 2 ? "(?: (?:morning|afternoon|evening|night))?" : "";
        String words = before + form.words() + part + CLOSING;
        return new Form(words, Form.pattern(words), form.meaning());
    }

    @Override
    public void read(TextOfTimes text) {
        if (!text.has(CUE)) {
            return;
        }
        if (text.has(BETWEEN)) {
            text.take(RANGE, English::range);
        }
        if (text.has(BESIDE)) {
            text.take(WEEKEND_BESIDE, English::weekendBeside);
            text.take(OFFSET, English::offset);
            text.take(WEEKDAY_BESIDE, English::weekdayBeside);
            text.take(BOUND, English::bound);
        }
        if (text.has(PARTIAL)) {
            text.take(PART, English::part);
            text.take(WEEK_OF, English::weekOf);
        }
        Holidays.read(text);
        if (text.has(DIGIT)) {
            EnglishForms.ABSOLUTE.forEach(form -> form.read(text, text.said()));
        }
        PLACED.forEach(form -> form.read(text, text.said()));
        LocalDate anchor = text.anchor();
        EnglishForms.RELATIVE.forEach(form -> form.read(text, anchor));
    }

    private static List<TimeWindow> meaning(String words, LocalDate said) {
        return Form.meaning(ALL, words, said);
    }

    private static List<TimeWindow> range(MatchResult match, LocalDate said) {
        List<TimeWindow> ends = meaning(match.group(2), said);
        if (ends.isEmpty()) {
            return List.of();
        }
        TimeWindow end = ends.get(0);
        String first = match.group(1);
        List<TimeWindow> starts = first.matches("\\d{1,2}\\p{L}*")
                ? Dates.latest(Integer.parseInt(first.replaceAll("\\D", "")), end.to())
                : meaning(first, end.to());
        return starts.isEmpty() ? List.of() : span(starts.get(0).from(), end.to());
    }

    private static List<TimeWindow> span(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? List.of() : List.of(new TimeWindow(from, to));
    }

    private static List<TimeWindow> offset(MatchResult match, LocalDate said) {
        List<TimeWindow> dates = meaning(match.group(4), said);
        if (dates.isEmpty()) {
            return List.of();
        }
        boolean before = isBefore(match.group(3));
        TimeWindow date = dates.get(0);
        String number = match.group(1);
        String unit = match.group(2);
        if (number == null) {
            return List.of(
                    before
                            ? new TimeWindow(
                                    date.from().minus(1, unit(unit)),
                                    date.from().minusDays(1))
                            : new TimeWindow(date.to().plusDays(1), date.to().plus(1, unit(unit))));
        }
        Quantity quantity = EnglishWords.quantity(number, unit);
        if (!quantity.isPlausible()) {
            return List.of();
        }
        return List.of(
                before
                        ? Periods.ago(quantity, unit(unit), date.from())
                        : Periods.later(quantity, unit(unit), date.to()));
    }

    private static boolean isBefore(String word) {
        return word.toLowerCase(Locale.ROOT).matches("before|prior\\s+to");
    }

    private static List<TimeWindow> weekdayBeside(MatchResult match, LocalDate said) {
        DayOfWeek weekday = EnglishWords.weekday(match.group(1));
        return meaning(match.group(3), said).stream()
                .map(date -> isBefore(match.group(2))
                        ? date.from().with(TemporalAdjusters.previous(weekday))
                        : date.to().with(TemporalAdjusters.next(weekday)))
                .map(TimeWindow::day)
                .toList();
    }

    private static List<TimeWindow> weekendBeside(MatchResult match, LocalDate said) {
        return meaning(match.group(2), said).stream()
                .map(date -> isBefore(match.group(1))
                        ? Periods.weekend(date.from(), -1)
                        : Periods.weekend(
                                date.to(), date.to().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 0 : 1))
                .toList();
    }

    private static List<TimeWindow> bound(MatchResult match, LocalDate said) {
        List<TimeWindow> dates = meaning(match.group(2), said);
        String word = match.group(1).toLowerCase(Locale.ROOT);
        boolean name = NAME.matcher(match.group(2)).matches();
        if (dates.isEmpty() || (name && !word.matches("since|un?till?"))) {
            return List.of();
        }
        TimeWindow date = dates.get(0);
        return switch (word.charAt(0)) {
            case 's' -> span(date.from(), said);
            case 'a' -> span(date.to().plusDays(1), said);
            case 'b' ->
                span(LocalDate.MIN, word.equals("by") ? date.to() : date.from().minusDays(1));
            default -> span(LocalDate.MIN, date.to());
        };
    }

    private static List<TimeWindow> part(MatchResult match, LocalDate said) {
        String word = match.group(1).toLowerCase(Locale.ROOT);
        return meaning(match.group(2), said).stream()
                // A day has no parts here.
                .map(whole -> whole.days() < 3
                        ? whole
                        : switch (word.substring(0, 3)) {
                            case "ear", "beg", "sta" -> Periods.third(whole, 0);
                            case "mid" -> Periods.third(whole, 1);
                            case "fir" ->
                                new TimeWindow(whole.from(), whole.from().plusDays(whole.days() / 2 - 1));
                            case "sec" -> new TimeWindow(whole.from().plusDays(whole.days() / 2), whole.to());
                            default -> Periods.third(whole, 2);
                        })
                .toList();
    }

    private static List<TimeWindow> weekOf(MatchResult match, LocalDate said) {
        int number = List.of("first", "second", "third", "fourth")
                .indexOf(match.group(1).toLowerCase(Locale.ROOT));
        return meaning(match.group(2), said).stream()
                .filter(whole -> whole.days() >= 28)
                .map(whole -> number < 0
                        ? new TimeWindow(whole.to().minusDays(6), whole.to())
                        : new TimeWindow(
                                whole.from().plusDays(7L * number), whole.from().plusDays(7L * number + 6)))
                .toList();
    }
}
