package io.personaagent.app.cli;

import io.personaagent.core.Person;
import io.personaagent.persona.Meaning;
import io.personaagent.persona.PersonaVersion;
import io.personaagent.persona.Statement;
import io.personaagent.persona.hand.Draft;
import io.personaagent.persona.hand.EditLines;
import io.personaagent.persona.hand.FormException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Edits the persona: one statement by options, or all of them in an editor. */
@Command(
        name = "edit",
        header = "Changes what is held to be true about you; each change is a version.",
        description = {
            "  personaagent persona edit                       all statements in $VISUAL or $EDITOR",
            "  personaagent persona edit s3 --text \"Drinks tea, never coffee.\"",
            "  personaagent persona edit --add \"Keep it short.\" --kind style --polarity for",
            "  personaagent persona edit --remove s3",
            "",
            "Pinned statements can be edited too: they are pinned against what is learned, not against you."
        })
final class PersonaEditCommand implements Callable<Integer> {

    private final Door door;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before it calls
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "the id, as 'persona show' has it in brackets")
    private @Nullable String id;

    @Option(names = "--text", paramLabel = "TEXT", description = "what it shall say")
    private @Nullable String text;

    @Option(names = "--kind", paramLabel = "KIND", description = "preference, fact, style or tool_guidance")
    private Statement.@Nullable Kind kind;

    @Option(names = "--polarity", paramLabel = "POLARITY", description = "for, against or neutral")
    private Statement.@Nullable Polarity polarity;

    @Option(names = "--strength", paramLabel = "NUMBER", description = "how much it matters, from 0 to 1")
    private @Nullable Double strength;

    @Option(names = "--add", paramLabel = "TEXT", description = "a new statement")
    private @Nullable String added;

    @Option(names = "--remove", paramLabel = "STATEMENT", description = "the id of one that shall go")
    private @Nullable String removed;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "takes the lines of this file, as the editor would show them")
    private @Nullable Path file;

    @Mixin
    private final Output output = new Output();

    PersonaEditCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        boolean attributes = text != null || kind != null || polarity != null || strength != null;
        refuseUnlessClear(attributes);
        return PersonaChanges.change(door, output, this::make);
    }

    private void refuseUnlessClear(boolean attributes) {
        long ways = List.of(id != null, added != null, removed != null, file != null).stream()
                .filter(given -> given)
                .count();
        if (ways > 1) {
            throw wrong("say one of STATEMENT, --add, --remove and --file");
        }
        if (id != null && !attributes) {
            throw wrong("say what to change of '%s': --text, --kind, --polarity or --strength".formatted(id));
        }
        if (id == null && attributes && (added == null || text != null)) {
            throw wrong("say which STATEMENT is to change, or --add TEXT");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PersonaVersion make(Person person) throws IOException {
        if (id != null) {
            Meaning before = person.personas().current().statement(id).meaning();
            return PersonaChanges.edits(person).reword(id, said(before));
        }
        if (added != null) {
            return PersonaChanges.edits(person).add(said(Meaning.of(added, Statement.Kind.FACT)));
        }
        if (removed != null) {
            return PersonaChanges.edits(person).remove(removed);
        }
        return file == null ? inEditor(person) : rewrite(person, read(file), file);
    }

    private Meaning said(Meaning before) {
        return new Meaning(
                text == null ? before.text() : text,
                kind == null ? before.kind() : kind,
                polarity == null ? before.polarity() : polarity,
                strength == null ? before.strength() : strength);
    }

    /** The text is deleted when it has been taken over: it is the person's, and not to lie about. */
    private PersonaVersion inEditor(Person person) throws IOException {
        Path draft = door.options()
                .folder()
                .resolve("persona-edit-%s.txt".formatted(person.user().value()));
        if (Files.exists(draft)) {
            throw new Failure(
                    "'%s' is there from an edit that was not finished; mend it and run 'persona edit --file %s', or delete it"
                            .formatted(draft, draft));
        }
        Editor editor = Editor.of(door.options());
        String before = EditLines.write(person.personas().current());
        Editor.writePrivately(draft, before);
        if (!editor.edit(draft) || read(draft).equals(before)) {
            Files.delete(draft);
            return person.personas().version();
        }
        PersonaVersion version = rewrite(person, read(draft), draft);
        Files.delete(draft);
        return version;
    }

    private static String read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new Failure("there is no file '%s'".formatted(path));
        }
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }

    private static PersonaVersion rewrite(Person person, String lines, Path kept) {
        try {
            List<Draft> drafts = EditLines.read(lines, person.personas().current());
            if (drafts.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no statement in it; to remove one, use 'persona edit --remove STATEMENT'");
            }
            return PersonaChanges.edits(person).rewrite(drafts);
        } catch (FormException | IllegalArgumentException unclear) {
            throw new Failure(
                    "nothing was changed, and your text is kept in '%s':%n%s%nMend it and run 'persona edit --file %s'."
                            .formatted(kept, unclear.getMessage(), kept));
        }
    }
}
