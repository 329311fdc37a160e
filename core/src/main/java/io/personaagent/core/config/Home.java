package io.personaagent.core.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that everything is kept in: configuration, plugins and one folder per person. */
public record Home(Path folder) {

    public Home {
        folder = requireNonNull(folder, "folder").toAbsolutePath().normalize();
    }

    /**
     * The home, made when it is not there; readable by its owner alone where the file system knows owners.
     *
     * @throws ConfigException when it cannot be made or written to
     */
    public static Home at(Path folder) {
        Home home = new Home(folder);
        try {
            if (Files.notExists(home.folder)) {
                create(home.folder);
            }
            Files.delete(Files.createTempFile(home.folder, ".writable", ""));
            return home;
        } catch (IOException refused) {
            throw new ConfigException(
                    "home %s cannot be written to (%s)".formatted(home.folder, reason(refused)),
                    List.of("choose another with --home DIR or the environment variable PERSONAAGENT_HOME"));
        }
    }

    public Path config() {
        return folder.resolve("config.toml");
    }

    public Path users() {
        return folder.resolve("users");
    }

    public Path plugins() {
        return folder.resolve("plugins");
    }

    /** What tools may do without asking. */
    public Path toolRules() {
        return folder.resolve("policy.toml");
    }

    /** Whose tools are not called any more because they hung. */
    public Path suspended() {
        return folder.resolve("suspended.txt");
    }

    /** The person's own prompts, where they have any. */
    public Path prompts() {
        return folder.resolve("prompts");
    }

    /** What people have in common who agreed to be counted. */
    public Path prototypes() {
        return folder.resolve("prototypes.json");
    }

    /** What was approved of MCP servers. */
    public Path mcp() {
        return folder.resolve("mcp");
    }

    /** The person's skills, a folder for each. */
    public Path skills() {
        return folder.resolve("skills");
    }

    /** What can be made again at any time. */
    public Path cache() {
        return folder.resolve("cache");
    }

    /** What stands in the home besides the people's stores, the plugins, and what can be made again. */
    public List<Path> otherFiles() {
        Set<Path> known = Set.of(users(), plugins(), cache());
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !known.contains(entry)).sorted().toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static void create(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static String reason(IOException refused) {
        return refused instanceof AccessDeniedException
                ? "permission denied"
                : refused.getClass().getSimpleName();
    }
}
