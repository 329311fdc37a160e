package io.personaagent.plugins.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    @Test
    void undo_setsAgainWhatWasCancelled_andCancelsWhatWasSet() {
        ToolResult set = result("set_reminder", Map.of("text", "call mum", "when", "tomorrow at 9"), ada);
        Undo cancel = set.fold(ToolResult.Done::undo, failed -> Undo.NONE);
        ToolResult cancelled = provider.tools(ToolSettings.NONE).stream()
                .filter(each -> each.spec().name().equals(cancel.tool()))
                .findFirst()
                .orElseThrow()
                .call(cancel.arguments(), ada);
        Undo again = cancelled.fold(ToolResult.Done::undo, failed -> Undo.NONE);

        assertThat(cancel).isEqualTo(Undo.by("cancel_reminder", "reminder", "1"));
        assertThat(call(
                        again.tool(),
                        Map.of(
                                "text",
                                again.arguments().text("text"),
                                "when",
                                again.arguments().text("when")),
                        ada))
                .isEqualTo("Reminder 2 is set for Sunday, 22 November 2026 at 09:00: call mum");
    }

    @Test
    void reminders_belongToOnePerson() {
        call("set_reminder", Map.of("text", "call mum", "when", "in 1 hour"), ada);

        assertThat(provider.notices(TestToolContext.of("bob").at(ada.now().plusDays(1))))
                .isEmpty();
    }

    private String call(String name, Map<String, String> arguments, TestToolContext context) {
        return result(name, arguments, context).fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private ToolResult result(String name, Map<String, String> arguments, TestToolContext context) {
        Tool tool = provider.tools(ToolSettings.NONE).stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
        return tool.call(Arguments.of(arguments), context);
    }
}
