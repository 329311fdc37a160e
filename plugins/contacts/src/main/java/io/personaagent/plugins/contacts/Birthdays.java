package io.personaagent.plugins.contacts;

import io.personaagent.tools.ToolContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The birthdays of one person's contacts, seen from today. */
final class Birthdays {

    private static final int USUAL_NOTICE = 3;
    private static final int LONGEST_NOTICE = 60;
    private static final Pattern BIRTHDAY = Pattern.compile("BDAY[^:\\r\\n]*:(?:\\d{4}|--)-?(\\d{2})-?(\\d{2})");

    private final People people;
    private final ToolContext context;
    private final LocalDate today;
    private final DateStyle style;

    Birthdays(People people, ToolContext context) {
        this.people = people;
        this.context = context;
        this.today = LocalDate.now(context.clock());
        this.style = DateStyle.of(context.preferences());
    }

    private record Coming(Contact contact, BirthDate birth) {}

    String within(int days) {
        List<Coming> coming = coming(days);
        if (!coming.isEmpty()) {
            return coming.stream().map(each -> "- " + told(each)).collect(Collectors.joining("\n"));
        }
        return coming(366).stream()
                .findFirst()
                .map(next -> "No birthdays in the next %d days. Next: %s".formatted(days, told(next)))
                .orElse("None of your contacts has a birthday that I know of.");
    }

    /** Each is told twice: when it comes near, and on the day. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (Coming each : coming(notice())) {
            LocalDate next = each.birth.next(today);
            String stage = next.equals(today) ? "%s:today".formatted(next) : "%s:ahead".formatted(next);
            if (!people.told(each.contact, context).equals(Optional.of(stage))) {
                people.tell(each.contact, stage, context);
                notices.add("Birthday: " + told(each));
            }
        }
        return notices;
    }

    private int notice() {
        return context.preferences()
                .find("birthday_notice_days")
                .filter(days -> days.matches("\\d{1,3}"))
                .map(days -> Math.min(LONGEST_NOTICE, Integer.parseInt(days)))
                .orElse(USUAL_NOTICE);
    }

    private List<Coming> coming(int days) {
        return people.those(card -> mayCome(card, days), context).stream()
                .flatMap(contact -> contact.birth().map(birth -> new Coming(contact, birth)).stream())
                .filter(each -> each.birth.away(today) <= days)
                .sorted(Comparator.comparing((Coming each) -> each.birth.next(today)))
                .toList();
    }

    /** Whether a card as text may hold one; asked before each turn, so that only few cards are read. */
    private boolean mayCome(String card, int days) {
        Matcher date = BIRTHDAY.matcher(card);
        return card.contains("BDAY") && (!date.find() || isWithin(date.group(1), date.group(2), days));
    }

    private boolean isWithin(String month, String day, int days) {
        try {
            MonthDay birthday = MonthDay.of(Integer.parseInt(month), Integer.parseInt(day));
            return new BirthDate(birthday, 0).away(today) <= days;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private String told(Coming each) {
        LocalDate next = each.birth.next(today);
        int age = next.getYear() - each.birth.year();
        String what = each.birth.year() == 0 ? "has their birthday" : "turns %d".formatted(age);
        return "%s %s %s".formatted(each.contact.named(), what, when(next));
    }

    private String when(LocalDate next) {
        long away = ChronoUnit.DAYS.between(today, next);
        if (away == 0) {
            return "today.";
        }
        String weekday = next.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return "on %s, %s, %s."
                .formatted(weekday, style.day(next), away == 1 ? "tomorrow" : "in %d days".formatted(away));
    }
}
