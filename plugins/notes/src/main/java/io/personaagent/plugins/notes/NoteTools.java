package io.personaagent.plugins.notes;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.Traits;
import io.personaagent.tools.Undo;
import java.util.List;

/** Notes: written down, listed, searched, thrown away. */
public final class NoteTools {

    private final Pile notes = new Pile("note");

    @Tool(name = "add_note", value = "Writes a note down for the person, word for word, and gives it a number.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "add a note: {text}",
                "note that {text}",
                "make a note that {text}",
                "note: {text}",
                "note to self: {text}",
                "put in my notes that {text}",
                "take a note: {text}",
                "note down {text}",
                "write down that {text}",
                "save a note saying {text}"
            })
    public ToolResult add(
            @P("what to write down, such as: the plumber's number is 555 0199") String text, ToolContext context) {
        Entry note = notes.add(text, context);
        return ToolResult.done(
                "Noted as number %d: %s".formatted(note.number(), note.text()),
                Undo.by("delete_note", "note", note.named()));
    }

    @Tool(name = "list_notes", value = "Lists the person's notes with their numbers and dates, the oldest first.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "list my notes",
                "show my notes",
                "open my notes",
                "can I see my notes",
                "show me all my notes",
                "which notes do I have",
                "read my notes to me",
                "what notes have I made"
            })
    public String list(ToolContext context) {
        List<Entry> all = notes.all(context);
        return all.isEmpty()
                ? "There are no notes yet. Say \"add a note: ...\" to make one."
                : Listing.of("You have %s:".formatted(Listing.count(all.size(), "note")), all, context.clock());
    }

    @Tool(name = "search_notes", value = "Finds the person's notes that hold all the given words, in any order.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "search my notes for {words}",
                "find my notes about {words}",
                "find the note about {words}",
                "which of my notes mention {words}",
                "look in my notes for {words}",
                "do I have a note about {words}"
            })
    public String search(@P("words that the note holds, such as: plumber number") String words, ToolContext context) {
        List<Entry> found = notes.matching(words, context);
        return found.isEmpty()
                ? "None of your %s holds \"%s\"."
                        .formatted(Listing.count(notes.all(context).size(), "note"), words.strip())
                : Listing.of(
                        "%s with \"%s\":".formatted(Listing.count(found.size(), "note"), words.strip()),
                        found,
                        context.clock());
    }

    @Tool(name = "delete_note", value = "Throws one of the person's notes away, found by its number or by words of it.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "delete note {note}",
                "remove note number {note}",
                "delete the note about {note}",
                "throw away note {note}",
                "throw away my note about {note}",
                "erase note {note}"
            })
    public ToolResult delete(
            @P("the number of the note, or words of it, such as: 3") String note, ToolContext context) {
        Entry gone = notes.the(note, "note", context);
        notes.remove(gone, context);
        return ToolResult.done(
                "Deleted note %d: %s".formatted(gone.number(), gone.text()), Undo.by("add_note", "text", gone.text()));
    }
}
