package io.personaagent.plugins.calendar;

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

/**
 * Which calendar file of another program is whose.
 *
 * @param file everybody's, with {@code {user}} in it; empty for none
 * @param files those of some by their names, before {@code file}
 * @param write whether changes go there; otherwise it is only read, beside the one in the workspace
 */
record CalendarSettings(String file, Map<String, Path> files, boolean write) {

    private static final String PERSON = "{user}";
    private static final String FILES = "files.";

    /** @throws IllegalArgumentException when a setting is unknown or unusable */
    static CalendarSettings of(ToolSettings settings) {
        Set<String> known = new TreeSet<>(Set.of("file", "write"));
        Map<String, Path> files = new TreeMap<>();
        settings.values().forEach((name, value) -> {
            if (name.startsWith(FILES)) {
                known.add(name);
                files.put(new UserId(name.substring(FILES.length())).value(), absolute(name, value));
            }
        });
        settings.onlyKnowing(known.toArray(String[]::new));
        String file = settings.find("file").orElse("");
        if (!file.isEmpty() && !file.contains(PERSON)) {
            throw new IllegalArgumentException(
                    "file is '%s', which would be the same calendar for everybody; put {user} into it, or set files.NAME for one person"
                            .formatted(file));
        }
        if (!file.isEmpty()) {
            absolute("file", file);
        }
        String write = settings.find("write").orElse("false");
        if (!write.equals("true") && !write.equals("false")) {
            throw new IllegalArgumentException("write is '%s'; expected true or false".formatted(write));
        }
        return new CalendarSettings(file, Map.copyOf(files), write.equals("true"));
    }

    Optional<Path> fileOf(UserId user) {
        return Optional.ofNullable(files.get(user.value()))
                .or(() -> file.isEmpty()
                        ? Optional.empty()
                        : Optional.of(absolute("file", file.replace(PERSON, user.value()))));
    }

    /** The tool with the permissions that it needs under these settings. */
    ToolSpec reaching(ToolSpec spec) {
        Set<Permission> needed = new TreeSet<>();
        files.values().forEach(path -> needed.add(new Permission(Permission.Kind.FOLDER, path.toString())));
        if (!file.isEmpty()) {
            needed.add(new Permission(Permission.Kind.FOLDER, file));
        }
        return spec.needing(needed.toArray(Permission[]::new));
    }

    private static Path absolute(String setting, String value) {
        try {
            Path path = Path.of(value);
            if (path.isAbsolute() && value.endsWith(".ics")) {
                return path.normalize();
            }
        } catch (InvalidPathException noPath) {
            // Told below, like all that is no file.
        }
        throw new IllegalArgumentException(
                "%s is '%s'; expected the whole path of a calendar file, such as /home/ada/calendar.ics"
                        .formatted(setting, value));
    }
}
