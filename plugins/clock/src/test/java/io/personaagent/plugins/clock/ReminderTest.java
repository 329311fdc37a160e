package io.personaagent.plugins.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On Saturday, 21 November 2026, at 15:00 in Berlin. */
class ReminderTest {

    private final ClockProvider provider = new ClockProvider();
    private final TestToolContext ada =
            TestToolContext.of("ada").at(ZonedDateTime.parse("2026-11-21T15:00+01:00[Europe/Berlin]"));

    @Test
    void set_isToldWhenItIsDueAndOnlyOnce() {
        assertThat(call("set_reminder", Map.of("text", "call mum", "when", "tomorrow at 9"), ada))
                .isEqualTo("Reminder 1 is set for Sunday, 22 November 2026 at 09:00: call mum");

        assertThat(provider.notices(ada.at(ada.now().plusHours(17)))).isEmpty();
        assertThat(provider.notices(ada.at(ada.now().plusHours(18))))
                .containsExactly("Reminder: call mum (set for Sunday, 22 November 2026 at 09:00)");
        assertThat(provider.notices(ada.at(ada.now().plusHours(19)))).isEmpty();
    }

    @Test
    void set_survivesARestart() {
        call("set_reminder", Map.of("text", "喝水", "when", "in 20 minutes"), ada);

        assertThat(new ClockProvider().notices(ada.at(ada.now().plusHours(1))))
                .containsExactly("Reminder: 喝水 (set for Saturday, 21 November 2026 at 15:20)");
        assertThat(provider.notices(ada.at(ada.now().plusHours(1)))).isEmpty();
    }

    @Test
    void set_findsTheTimeInTheText() {
        assertThat(call("set_reminder", Map.of("text", "call mum on friday at 18:30"), ada))
                .isEqualTo("Reminder 1 is set for Friday, 27 November 2026 at 18:30: call mum");
    }

    @Test
    void set_mendsArgumentsThatWereCutInTheWrongPlace() {
        assertThat(call("set_reminder", Map.of("text", "call", "when", "mum in two hours"), ada))
                .isEqualTo("Reminder 1 is set for Saturday, 21 November 2026 at 17:00: call mum");
    }

    @Test
    void set_saysWhatATimeLooksLike() {
        assertThatThrownBy(() -> call("set_reminder", Map.of("text", "call mum", "when", "soonish"), ada))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'when' is 'soonish'; expected a time ahead, such as \"in 20 minutes\", \"tomorrow at 9\","
                                + " \"on friday at 18:30\" or \"2026-12-24 18:00\"");
        assertThatThrownBy(() -> call("set_reminder", Map.of("text", "call mum"), ada))
                .hasMessage(
                        "argument 'when' is missing; expected a time ahead, such as \"in 20 minutes\", \"tomorrow at 9\","
                                + " \"on friday at 18:30\" or \"2026-12-24 18:00\"");
    }

    @Test
    void set_refusesThePastAndTheFarFuture() {
        assertThatThrownBy(() -> call("set_reminder", Map.of("text", "call mum", "when", "yesterday at 9"), ada))
                .hasMessageStartingWith(
                        "argument 'when' is Friday, 20 November 2026 at 09:00, which is past; expected a time ahead");
        assertThatThrownBy(() -> call("set_reminder", Map.of("text", "call mum", "when", "in 500 years"), ada))
                .hasMessageStartingWith("argument 'when' is more than 100 years ahead; expected a time ahead");
    }

    @Test
    void notices_comeTheOldestFirst() {
        call("set_reminder", Map.of("text", "second", "when", "in 2 hours"), ada);
        call("set_reminder", Map.of("text", "first", "when", "in 1 hour"), ada);
        call("set_reminder", Map.of("text", "third", "when", "in 3 days"), ada);

        assertThat(provider.notices(ada.at(ada.now().plus(Duration.ofHours(5)))))
                .extracting(notice -> notice.substring(0, 15))
                .containsExactly("Reminder: first", "Reminder: secon");
    }

    @Test
    void list_namesWhatIsToComeWithStableNumbers() {
        assertThat(call("list_reminders", Map.of(), ada))
                .isEqualTo("No reminders are set. Say \"remind me to ... tomorrow at 9\" to set one.");
        call("set_reminder", Map.of("text", "call mum", "when", "tomorrow"), ada);
        call("set_reminder", Map.of("text", "drink water", "when", "in 1 hour"), ada);
        call("cancel_reminder", Map.of("reminder", "1"), ada);
        call("set_reminder", Map.of("text", "sleep", "when", "tonight at 11"), ada);

        assertThat(call("list_reminders", Map.of(), ada))
                .isEqualTo(
                        "2. Saturday, 21 November 2026 at 16:00: drink water\n3. Saturday, 21 November 2026 at 23:00: sleep");
    }

    @Test
    void cancel_findsByNumberOrWords() {
        call("set_reminder", Map.of("text", "call Mum", "when", "tomorrow"), ada);
        call("set_reminder", Map.of("text", "call the bank", "when", "tomorrow at 10"), ada);

        assertThatThrownBy(() -> call("cancel_reminder", Map.of("reminder", "call"), ada))
                .hasMessage(
                        "argument 'reminder' is 'call'; expected the number of one of: 1. Sunday, 22 November 2026 at 09:00: call Mum;"
                                + " 2. Sunday, 22 November 2026 at 10:00: call the bank");
        assertThat(call("cancel_reminder", Map.of("reminder", "mum"), ada))
                .isEqualTo("Cancelled reminder 1. Sunday, 22 November 2026 at 09:00: call Mum");
        assertThat(call("cancel_reminder", Map.of("reminder", "#2"), ada)).contains("call the bank");
        assertThatThrownBy(() -> call("cancel_reminder", Map.of("reminder", "2"), ada))
                .hasMessage("argument 'reminder' is '2', but no reminders are set");
    }

    /** The same requests of two people: what each said of themself decides what is meant and how it is told. */
    @Test
    void set_sameRequest_anotherPerson_anotherTime() {
        TestToolContext eve =
                knowing("eve", "Wants reminders at 7:30.", "Prefers the 12-hour clock and dates month first.");
        TestToolContext bob = knowing("bob", "Writes dates as DD/MM/YYYY.", "Uses the 24-hour clock.");

        assertThat(call("set_reminder", Map.of("text", "call mum", "when", "tomorrow"), eve))
                .isEqualTo("Reminder 1 is set for Sunday, November 22, 2026 at 7:30 AM: call mum");
        assertThat(call("set_reminder", Map.of("text", "call mum", "when", "tomorrow"), bob))
                .isEqualTo("Reminder 1 is set for Sunday, 22 November 2026 at 09:00: call mum");
        assertThat(call("set_reminder", Map.of("text", "pay", "when", "3/4/2027 at 18:30"), eve))
                .isEqualTo("Reminder 2 is set for Thursday, March 4, 2027 at 6:30 PM: pay");
        assertThat(call("set_reminder", Map.of("text", "pay", "when", "3/4/2027 at 18:30"), bob))
                .isEqualTo("Reminder 2 is set for Saturday, 3 April 2027 at 18:30: pay");
        assertThat(provider.notices(eve.at(ada.now().plusDays(1))))
                .containsExactly("Reminder: call mum (set for Sunday, November 22, 2026 at 7:30 AM)");
    }

    private TestToolContext knowing(String person, String... statements) {
        return TestToolContext.of(person).at(ada.now()).preferring(new Preferences(Map.of(), List.of(statements)));
    }

    @Test
    void set_thatComesAgain_isToldEachTime_andWhatWasMissedOnlyOnce() {
        assertThat(call("set_reminder", Map.of("text", "drink water", "when", "every day at 9"), ada))
                .isEqualTo("Reminder 1 is set for Sunday, 22 November 2026 at 09:00 and every day: drink water");

        assertThat(provider.notices(ada.at(ada.now().plusHours(18))))
                .containsExactly("Reminder: drink water (set for Sunday, 22 November 2026 at 09:00)");
        assertThat(provider.notices(ada.at(ada.now().plusHours(41)))).isEmpty();
        assertThat(provider.notices(ada.at(ada.now().plusDays(200))))
                .containsExactly("Reminder: drink water (set for Monday, 23 November 2026 at 09:00)");
        assertThat(call("list_reminders", Map.of(), ada.at(ada.now().plusDays(200))))
                .isEqualTo("1. Thursday, 10 June 2027 at 09:00 and every day: drink water");
        call("cancel_reminder", Map.of("reminder", "water"), ada);
        assertThat(provider.notices(ada.at(ada.now().plusYears(2)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stretch | every weekday at 7:30      | Monday, 23 November 2026 at 07:30 and every weekday: stretch",
                "swim    | every monday at 18:00      | Monday, 23 November 2026 at 18:00 and every week: swim",
                "swim    | every other friday         | Friday, 27 November 2026 at 09:00 and every 2 weeks: swim",
                "pay     | every month on 2027-01-31  | Sunday, 31 January 2027 at 09:00 and every month: pay",
                "call    | yearly on 24 december      | Thursday, 24 December 2026 at 09:00 and every year: call",
                "tidy    | daily                      | Sunday, 22 November 2026 at 09:00 and every day: tidy",
                "tidy every day | at 20:00            | Saturday, 21 November 2026 at 20:00 and every day: tidy",
                "tidy every 3 days at 20:00 |         | Saturday, 21 November 2026 at 20:00 and every 3 days: tidy"
            })
    void set_knowsHowPeopleSayThatItComesAgain(String text, String when, String expected) {
        Map<String, String> arguments = when == null ? Map.of("text", text) : Map.of("text", text, "when", when);

        assertThat(call("set_reminder", arguments, ada)).isEqualTo("Reminder 1 is set for " + expected);
    }

    @Test
    void next_keepsTheHourAndTheEndOfTheMonth() {
        Recurrence monthly = Recurrence.in("every month").orElseThrow().recurrence();
        ZonedDateTime first = ZonedDateTime.parse("2027-01-31T09:00+01:00[Europe/Berlin]");

        assertThat(monthly.after(first, first)).isEqualTo("2027-02-28T09:00+01:00[Europe/Berlin]");
        assertThat(monthly.after(first, first.plusMonths(2)))
                .isEqualTo(ZonedDateTime.parse("2027-04-30T09:00+02:00[Europe/Berlin]"));
        assertThat(Recurrence.read(monthly.written())).isEqualTo(monthly);
        assertThat(Recurrence.in("every plant")).isEmpty();
        assertThat(Recurrence.in("every 0 days")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            tomorrow at 9          | Reminder 2 is set for Sunday, 22 November 2026 at 09:00: call mum
            every weekday at 7:30  | Reminder 2 is set for Monday, 23 November 2026 at 07:30 and every weekday: call mum
            """)
    void undo_setsAgainWhatWasCancelled_andCancelsWhatWasSet(String when, String setAgain) {
        Undo cancel = undo("set_reminder", Map.of("text", "call mum", "when", when));
        Undo again = undo(cancel.tool(), cancel.arguments().asMap());

        assertThat(cancel).isEqualTo(Undo.by("cancel_reminder", "reminder", "1"));
        assertThat(call(again.tool(), again.arguments().asMap(), ada)).isEqualTo(setAgain);
    }

    private Undo undo(String tool, Map<String, ?> arguments) {
        return result(tool, arguments, ada).fold(ToolResult.Done::undo, failed -> Undo.NONE);
    }

    @Test
    void reminders_belongToOnePerson() {
        call("set_reminder", Map.of("text", "call mum", "when", "in 1 hour"), ada);

        assertThat(provider.notices(TestToolContext.of("bob").at(ada.now().plusDays(1))))
                .isEmpty();
    }

    private String call(String name, Map<String, ?> arguments, TestToolContext context) {
        return result(name, arguments, context).fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private ToolResult result(String name, Map<String, ?> arguments, TestToolContext context) {
        Tool tool = provider.tools(ToolSettings.NONE).stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
        return tool.call(Arguments.of(arguments), context);
    }
}
