package io.personaagent.plugins.files;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.plugins.files.Habits.Habit;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;

/** Files written and added to. One lock for all people: the work under it is short, and two calls at once must not lose a text. */
public final class WritingTools {

    private static final int LARGEST = 1 << 20;

    private final Folders folders;
    private final Habits habits;
    private final Object lock = new Object();

    WritingTools(Folders folders, Habits habits) {
        this.folders = folders;
        this.habits = habits;
    }

    @Tool(
            name = "write_file",
            value =
                    "Writes a text into one of the person's files. A file that is there already is only written over when that is asked for.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "write a file {path} that says {text}",
                "write {text} into the file {path}",
                "save {text} to the file {path}",
                "save {text} in a file called {path}",
                "create a file {path} with {text}",
                "make a file {path}: {text}"
            })
    public String write(
            @P("the file, such as: notes/shopping.md; without an ending it gets the one that the person prefers")
                    String path,
            @P("the whole text of the file") String text,
            @P(value = "whether a file that is there already may be written over", defaultValue = "false")
                    boolean overwrite,
            ToolContext context)
            throws IOException {
        Wish wish = wish(path, context);
        byte[] content = bytes(text);
        Folder folder = folders.of(context);
        synchronized (lock) {
            boolean replaces = folder.exists(wish.place());
            makeRoom(folder, content.length, context);
            if (overwrite) {
                folder.replace(wish.place(), content);
            } else {
                create(folder, wish.place(), content);
            }
            return "%s %s (%s)%s."
                    .formatted(
                            replaces ? "Wrote over" : "Wrote",
                            wish.place(),
                            Wording.size(content.length),
                            wish.because());
        }
    }

    @Tool(name = "append_file", value = "Adds a text at the end of one of the person's files, in a line of its own.")
    @Traits(
            effect = Effect.WRITE,
            examples = {
                "append {text} to the file {path}",
                "append {text} to {path}",
                "put {text} at the end of the file {path}",
                "add {text} to the file {path}",
                "add {text} at the end of the file {path}",
                "add a line to the file {path}: {text}"
            })
    public String append(
            @P("the file, such as: notes/shopping.md") String path,
            @P("the text to add") String text,
            ToolContext context)
            throws IOException {
        byte[] added = bytes(text);
        Folder folder = folders.of(context);
        synchronized (lock) {
            Place file = new Meant(folder, habits, context.preferences()).the("path", path);
            if (folder.size(file) + added.length > LARGEST) {
                throw new BadArgumentException(
                        "'%s' would have more than %s; begin a new file".formatted(file, Wording.size(LARGEST)));
            }
            byte[] before = folder.read(file, LARGEST);
            String old = Text.of(before)
                    .orElseThrow(() -> new BadArgumentException(
                            "nothing can be added to what is no text; " + Described.of(file, before)));
            makeRoom(folder, added.length, context);
            String between = old.isEmpty() || old.endsWith("\n") ? "" : "\n";
            byte[] whole = (old + between + text + (text.endsWith("\n") ? "" : "\n")).getBytes(StandardCharsets.UTF_8);
            folder.replace(file, whole);
            return "Added %s to %s, which has %s now."
                    .formatted(Wording.size(added.length), file, Wording.size(whole.length));
        }
    }

    /** Where a new file goes, and what of the person's habits sent it there. */
    private record Wish(Place place, String because) {}

    private Wish wish(String path, ToolContext context) {
        Place place = Place.of("path", path);
        String because = "";
        Optional<Habit> folder = place.names().size() == 1 ? habits.folder(context.preferences()) : Optional.empty();
        if (folder.isPresent()) {
            place = place.within(Meant.usualFolder(folder.get()));
            because = folder.get().told("in " + folder.get().value());
        }
        if (!place.hasEnding()) {
            Habit format = habits.format(context.preferences());
            place = place.withEnding(format.value());
            because += format.told("." + format.value());
        }
        return new Wish(place, because);
    }

    private static void create(Folder folder, Place place, byte[] content) throws IOException {
        try {
            folder.create(place, content);
        } catch (FileAlreadyExistsException there) {
            throw new BadArgumentException(
                    "there is a file '%s' already; choose another name, add to it with append_file, or say overwrite to replace it"
                            .formatted(place));
        }
    }

    private static void makeRoom(Folder folder, long more, ToolContext context) throws IOException {
        if (folder.room().isLimited()) {
            folder.room().check(folder.walk(context.deadline()), more);
        }
    }

    private static byte[] bytes(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new BadArgumentException(
                    "argument 'text' has a NUL character, which no text file holds; leave it out");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new BadArgumentException("argument 'text' has %s; a file has at most %s"
                    .formatted(Wording.size(bytes.length), Wording.size(LARGEST)));
        }
        return bytes;
    }
}
