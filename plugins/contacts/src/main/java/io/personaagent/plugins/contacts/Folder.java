package io.personaagent.plugins.contacts;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolContext;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where vCard files are read and written: the folder of the settings, else the workspace.
 *
 * @param chosen the folder of the settings; none or one
 */
record Folder(List<Path> chosen) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,80}\\.(?i:vcf|vcard)");
    private static final long LARGEST = 20L * 1024 * 1024;

    /** @throws IllegalArgumentException when the setting is unusable */
    static Folder of(ToolSettings settings) {
        return new Folder(settings.find("folder").map(Path::of).map(Folder::absolute).stream()
                .toList());
    }

    private static Path absolute(Path folder) {
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException(
                    "folder is '%s'; expected the whole path of a folder, such as /home/ada/contacts"
                            .formatted(folder));
        }
        return folder.normalize();
    }

    ToolSpec needed(ToolSpec spec) {
        return spec.needing(chosen.stream()
                .map(folder -> new Permission(Permission.Kind.FOLDER, folder.toString()))
                .toArray(Permission[]::new));
    }

    String read(String name, ToolContext context) throws IOException {
        Path file = file(name, context);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadArgumentException("argument 'file' is '%s', but there is no such file in %s; put it there"
                    .formatted(Search.shortened(name), file.getParent()));
        }
        if (Files.size(file) > LARGEST) {
            throw new BadArgumentException("argument 'file' is '%s', which has %d bytes; expected at most %d"
                    .formatted(Search.shortened(name), Files.size(file), LARGEST));
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    Path write(String name, String text, ToolContext context) throws IOException {
        Path file = file(name, context);
        Path draft = Files.createTempFile(file.getParent(), "contacts", ".part");
        try {
            Files.writeString(draft, text);
            return Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path file(String name, ToolContext context) {
        String plain = name.strip();
        if (!NAME.matcher(plain).matches()) {
            throw new BadArgumentException(
                    "argument 'file' is '%s'; expected the name of a file without its folder, such as contacts.vcf"
                            .formatted(Search.shortened(name)));
        }
        return (chosen.isEmpty() ? context.workspace() : chosen.get(0)).resolve(plain);
    }
}
