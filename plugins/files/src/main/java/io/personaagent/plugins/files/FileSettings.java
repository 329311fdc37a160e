package io.personaagent.plugins.files;

import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.ToolSpec;
import io.personaagent.tools.UserId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which folder is whose, and the file format of who prefers none.
 *
 * @param root the folder of everybody with {@code {user}} in it; empty for the workspace
 * @param roots the folders of some by their names, before {@code root}
 * @param format without the dot
 */
record FileSettings(String root, Map<String, Path> roots, String format) {

    static final Pattern FORMAT = Pattern.compile("[a-z][a-z0-9]{0,7}");

    private static final String PERSON = "{user}";
    private static final String ROOTS = "roots.";

    /** @throws IllegalArgumentException when a setting is unknown or unusable */
    static FileSettings of(ToolSettings settings) {
        Set<String> known = new TreeSet<>(Set.of("root", "format"));
        Map<String, Path> roots = new TreeMap<>();
        settings.values().forEach((name, value) -> {
            if (name.startsWith(ROOTS)) {
                known.add(name);
                roots.put(new UserId(name.substring(ROOTS.length())).value(), absolute(name, value));
            }
        });
        settings.onlyKnowing(known.toArray(String[]::new));
        String root = settings.find("root").orElse("");
        if (!root.isEmpty() && !root.contains(PERSON)) {
            throw new IllegalArgumentException(
                    "root is '%s', which would be the same folder for everybody; put {user} into it, or set roots.NAME for one person"
                            .formatted(root));
        }
        if (!root.isEmpty()) {
            absolute("root", root);
        }
        return new FileSettings(root, Map.copyOf(roots), format(settings));
    }

    /** Empty when the person's files are in the tool's own workspace. */
    Optional<Path> folderOf(UserId user) {
        return Optional.ofNullable(roots.get(user.value()))
                .or(() -> root.isEmpty()
                        ? Optional.empty()
                        : Optional.of(absolute("root", root.replace(PERSON, user.value()))));
    }

    /** The tool with the permissions that it needs under these settings. */
    ToolSpec reaching(ToolSpec spec) {
        Set<Permission> folders = new TreeSet<>();
        roots.values().forEach(folder -> folders.add(new Permission(Permission.Kind.FOLDER, folder.toString())));
        if (!root.isEmpty()) {
            folders.add(new Permission(Permission.Kind.FOLDER, root));
        }
        return spec.needing(folders.toArray(Permission[]::new));
    }

    private static String format(ToolSettings settings) {
        String format = settings.find("format").orElse("txt").replaceFirst("^\\.", "");
        if (!FORMAT.matcher(format).matches()) {
            throw new IllegalArgumentException(
                    "format is '%s'; expected the ending of a text file's name, such as txt or md".formatted(format));
        }
        return format;
    }

    private static Path absolute(String setting, String value) {
        try {
            Path path = Path.of(value.replaceFirst("^~(?=/|$)", System.getProperty("user.home", "~")));
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException noPath) {
            // Told below, like all that is no folder.
        }
        throw new IllegalArgumentException(
                "%s is '%s'; expected the whole path of a folder, such as /home/ada/agent".formatted(setting, value));
    }
}
