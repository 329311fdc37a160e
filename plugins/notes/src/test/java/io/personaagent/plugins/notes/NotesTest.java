package io.personaagent.plugins.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.Tool;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotesTest {

    private final List<Tool> tools = new NotesProvider().tools(ToolSettings.NONE);
    private final TestToolContext ada = TestToolContext.of("ada");

    @Test
    void notes_areKeptWithTheirNumberAndDay() {
        assertThat(call("add_note", "text", " The plumber's number is 555 0199 "))
                .isEqualTo("Noted as number 1: The plumber's number is 555 0199");
        assertThat(call("add_note", "text", "买牛奶")).isEqualTo("Noted as number 2: 买牛奶");

        assertThat(call("list_notes"))
                .isEqualTo(
                        "You have 2 notes:\n1. The plumber's number is 555 0199 (21 November 2026)\n2. 买牛奶 (21 November 2026)");
    }

    @Test
    void notes_surviveARestart() {
        call("add_note", "text", "line one\nline two");

        Tool again = named(new NotesProvider().tools(ToolSettings.NONE), "list_notes");

        assertThat(again.call(Arguments.NONE, ada))
                .isEqualTo(ToolResult.done("You have 1 note:\n1. line one\nline two (21 November 2026)"));
    }

    @Test
    void numbers_areNeverUsedAgain() {
        call("add_note", "text", "one");
        call("add_note", "text", "two");
        assertThat(call("delete_note", "note", "2")).isEqualTo("Deleted note 2: two");

        assertThat(call("add_note", "text", "three")).isEqualTo("Noted as number 3: three");
        assertThatThrownBy(() -> call("delete_note", "note", "2"))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'note' is '2', but there is no such note; expected a number or words of one of: 1. one; 3. three");
    }

    @Test
    void notes_saySoWhenThereAreNone() {
        assertThat(call("list_notes")).isEqualTo("There are no notes yet. Say \"add a note: ...\" to make one.");
        assertThat(call("search_notes", "words", "plumber")).isEqualTo("None of your 0 notes holds \"plumber\".");
        assertThatThrownBy(() -> call("delete_note", "note", "1"))
                .hasMessage("argument 'note' is '1', but there are no notes");
    }

    @Test
    void search_findsAllWordsInAnyOrderWhateverTheCase() {
        call("add_note", "text", "The Plumber's number is 555 0199");
        call("add_note", "text", "plumber came on Monday");
        call("add_note", "text", "رقم السباك");

        assertThat(call("search_notes", "words", "NUMBER plumber"))
                .isEqualTo("1 note with \"NUMBER plumber\":\n1. The Plumber's number is 555 0199 (21 November 2026)");
        assertThat(call("search_notes", "words", "السباك")).contains("3. رقم السباك");
    }

    @Test
    void delete_asksWhenSeveralFit() {
        call("add_note", "text", "plumber: 555");
        call("add_note", "text", "plumber came");

        assertThatThrownBy(() -> call("delete_note", "note", "plumber"))
                .hasMessage(
                        "argument 'note' is 'plumber', which fits 2 notes; expected the number of one of: 1. plumber: 555; 2. plumber came");
        assertThat(call("delete_note", "note", "plumber came")).isEqualTo("Deleted note 2: plumber came");
        assertThat(call("delete_note", "note", "#1")).isEqualTo("Deleted note 1: plumber: 555");
    }

    @Test
    void add_refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> call("add_note", "text", " \u0007 "))
                .hasMessage("argument 'text' is empty; expected the words of the note");
        assertThatThrownBy(() -> call("add_todo", "text", "x".repeat(10_001)))
                .hasMessage("argument 'text' has 10001 characters; a to-do has at most 10000");
    }

    @Test
    void todos_areTickedOffAndStayInTheFullList() {
        assertThat(call("list_todos"))
                .isEqualTo("Your to-do list is empty. Say \"add ... to my to-do list\" to begin it.");
        call("add_todo", "text", "buy milk");
        call("add_todo", "text", "call mum");

        assertThat(call("complete_todo", "todo", "milk")).isEqualTo("Done, to-do 1: buy milk");
        assertThat(call("complete_todo", "todo", "1")).isEqualTo("To-do 1 was done already: buy milk");
        assertThat(call("list_todos")).isEqualTo("1 to-do left:\n2. call mum (21 November 2026)");
        assertThat(call("list_todos", "done", "true"))
                .isEqualTo("All 2 to-dos:\n1. buy milk (21 November 2026, done)\n2. call mum (21 November 2026)");
        assertThat(call("complete_todo", "todo", "2")).isEqualTo("Done, to-do 2: call mum");
        assertThat(call("list_todos")).isEqualTo("Nothing is left to do; 2 to-dos are done.");
        assertThat(call("delete_todo", "todo", "2")).isEqualTo("Took to-do 2 off the list: call mum");
    }

    @Test
    void complete_prefersWhatIsStillOpen() {
        call("add_todo", "text", "buy milk");
        call("complete_todo", "todo", "1");
        call("add_todo", "text", "buy milk");

        assertThat(call("complete_todo", "todo", "buy milk")).isEqualTo("Done, to-do 2: buy milk");
    }

    @Test
    void list_showsTheNewestWhenThereAreMany() {
        IntStream.rangeClosed(1, 60).forEach(number -> call("add_note", "text", "note " + number));

        assertThat(call("list_notes").lines())
                .hasSize(52)
                .startsWith("You have 60 notes:", "11. note 11 (21 November 2026)")
                .endsWith("(the newest 50; 10 older ones are not shown)");
    }

    @Test
    void notes_belongToOnePerson() {
        call("add_note", "text", "secret");

        assertThat(named(tools, "list_notes").call(Arguments.NONE, TestToolContext.of("bob")))
                .isEqualTo(ToolResult.done("There are no notes yet. Say \"add a note: ...\" to make one."));
    }

    @Test
    void numbers_areDifferentWhenManyAddAtOnce() {
        IntStream.range(0, 200).parallel().forEach(number -> call("add_note", "text", "note " + number));

        assertThat(ada.shelf().all("note/")).hasSize(200);
    }

    @Test
    void undo_isToldForEachChange() {
        assertThat(undo("add_note", "text", "tea")).isEqualTo(Undo.by("delete_note", "note", "1"));
        assertThat(undo("delete_note", "note", "tea")).isEqualTo(Undo.by("add_note", "text", "tea"));
        assertThat(undo("add_todo", "text", "call mum")).isEqualTo(Undo.by("delete_todo", "todo", "1"));
        assertThat(undo("complete_todo", "todo", "mum")).isEqualTo(Undo.by("reopen_todo", "todo", "1"));
        assertThat(undo("complete_todo", "todo", "1")).isEqualTo(Undo.NONE);
        assertThat(call("reopen_todo", "todo", "1")).isEqualTo("To do again, number 1: call mum");
        assertThat(call("reopen_todo", "todo", "1")).isEqualTo("To-do 1 is still to be done: call mum");
        assertThat(undo("delete_todo", "todo", "1")).isEqualTo(Undo.by("add_todo", "text", "call mum"));
    }

    private Undo undo(String name, String argument, String value) {
        return named(tools, name)
                .call(Arguments.of(Map.of(argument, value)), ada)
                .fold(ToolResult.Done::undo, failed -> Undo.NONE);
    }

    @Test
    void effects_tellWhatChangesSomething() {
        assertThat(tools.stream().filter(tool -> tool.spec().effect() == Effect.READ))
                .extracting(tool -> tool.spec().name())
                .containsExactly("list_notes", "search_notes", "list_todos", "show_list");
        assertThat(tools).allMatch(tool -> tool.spec().effect() != Effect.EXTERNAL);
    }

    private String call(String name, String... arguments) {
        Map<String, String> values = arguments.length == 0 ? Map.of() : Map.of(arguments[0], arguments[1]);
        return named(tools, name)
                .call(Arguments.of(values), ada)
                .fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private static Tool named(List<Tool> tools, String name) {
        return tools.stream()
                .filter(tool -> tool.spec().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
