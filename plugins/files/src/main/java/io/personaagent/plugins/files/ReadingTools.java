package io.personaagent.plugins.files;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Effect;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.Traits;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files listed, read and searched. */
public final class ReadingTools {

    private static final int MOST_LISTED = 200;
    private static final int LARGEST_READ = 10 << 20;
    private static final int MOST_CHARACTERS = 16_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Folders folders;
    private final Habits habits;

    ReadingTools(Folders folders, Habits habits) {
        this.folders = folders;
        this.habits = habits;
    }

    @Tool(name = "list_files", value = "Lists the person's files and folders with sizes and dates.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "list my files",
                "show my files",
                "show me all my files",
                "which files do I have",
                "what files are there",
                "list the files in {folder}",
                "show the files in the folder {folder}",
                "what is in the folder {folder}"
            })
    public String list(
            @P(value = "the folder to list, such as: notes; leave it out for all that is at the top", required = false)
                    @Nullable
                    String folder,
            ToolContext context)
            throws IOException {
        Place place = Place.ofFolder("folder", folder == null ? "" : folder);
        List<Listed> all = folders.of(context).list(place);
        String where = place.names().isEmpty() ? "your files" : place.toString();
        if (all.isEmpty()) {
            return "There is nothing in %s yet.".formatted(where);
        }
        String lines =
                all.stream().limit(MOST_LISTED).map(each -> line(each, context)).collect(Collectors.joining("\n"));
        return "%s in %s:\n%s%s".formatted(counted(all), where, lines, rest(all.size()));
    }

    @Tool(
            name = "read_file",
            value =
                    "Reads one of the person's text files, a part at a time where it is long. What is no text is only described.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "read the file {path}",
                "read out {path}",
                "read my file {path}",
                "open the file {path}",
                "show me the file {path}",
                "what is in the file {path}",
                "what does the file {path} say"
            })
    public String read(
            @P("the file, such as: notes/shopping.md") String path,
            @P(value = "at which character to begin, such as: 16000", defaultValue = "0") int offset,
            ToolContext context)
            throws IOException {
        Folder folder = folders.of(context);
        Place file = new Meant(folder, habits, context.preferences()).the("path", path);
        long size = folder.size(file);
        if (size > LARGEST_READ) {
            throw new BadArgumentException("'%s' has %s; files of up to %s can be read"
                    .formatted(file, Wording.size(size), Wording.size(LARGEST_READ)));
        }
        byte[] bytes = folder.read(file, LARGEST_READ);
        Optional<String> text = Text.of(bytes);
        return text.isPresent() ? part(file, text.get(), offset) : Described.of(file, bytes);
    }

    @Tool(
            name = "search_files",
            value = "Finds the person's files that hold all the given words, in their names or in their text.")
    @Traits(
            effect = Effect.READ,
            examples = {
                "search my files for {words}",
                "find my file about {words}",
                "find files about {words}",
                "which of my files mention {words}",
                "which file says something about {words}",
                "look in my files for {words}"
            })
    public String search(@P("words that the file holds, such as: rent contract") String words, ToolContext context)
            throws IOException {
        return new Search(folders.of(context), context.deadline()).of(words);
    }

    /** A part never begins or ends amid a character. */
    private static String part(Place file, String text, int offset) {
        if (offset < 0 || (offset > 0 && offset >= text.length())) {
            throw new BadArgumentException("argument 'offset' is %d; '%s' has %d characters, the first is 0"
                    .formatted(offset, file, text.length()));
        }
        if (text.isEmpty()) {
            return "'%s' is empty.".formatted(file);
        }
        int begin = offset > 0 && Character.isLowSurrogate(text.charAt(offset)) ? offset + 1 : offset;
        int end = Math.min(text.length(), begin + MOST_CHARACTERS);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        String shown = "%s:\n%s".formatted(file, text.substring(begin, end));
        return end == text.length()
                ? shown
                : shown
                        + "\n(characters %d to %d of %d; the next part begins at offset %d)"
                                .formatted(begin, end - 1, text.length(), end);
    }

    private static String counted(List<Listed> all) {
        int inside = (int) all.stream().filter(Listed::isFolder).count();
        String files = Wording.count(all.size() - inside, "file");
        return inside == 0 ? files : Wording.count(inside, "folder") + " and " + files;
    }

    private static String line(Listed each, ToolContext context) {
        return each.isFolder()
                ? each.path()
                : "%s (%s, %s)"
                        .formatted(
                                each.path(),
                                Wording.size(each.bytes()),
                                DAY.format(each.changed().atZone(context.clock().getZone())));
    }

    private static String rest(int all) {
        return all <= MOST_LISTED ? "" : "\n(and %d more)".formatted(all - MOST_LISTED);
    }
}
