package io.personaagent.app.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of a guide in a README, each by its path: a line that begins with the path in backticks, and the code block after it. */
record Guide(Map<String, String> files) {

    /** The project's own. */
    static final Path README = Path.of("..", "README.md");

    /** The one of the memory module. */
    static final Path MEMORY = Path.of("..", "memory", "README.md");

    private static final Pattern FILE =
            Pattern.compile("(?ms)^`([^`\\n]+\\.(?:xml|java))`(?:(?!^```).)*?^```\\w+\\n(.*?)^```$");

    Guide {
        files = Map.copyOf(files);
    }

    /** The files of the section under this heading. */
    static Guide section(Path readme, String heading) {
        String[] around = text(readme).split("(?m)^## " + Pattern.quote(heading) + "$", -1);
        assertThat(around).as("%s has one section '%s'", readme, heading).hasSize(2);
        Map<String, String> files = new LinkedHashMap<>();
        Matcher file = FILE.matcher(around[1].split("(?m)^## ", 2)[0]);
        while (file.find()) {
            files.put(requireNonNull(file.group(1)), requireNonNull(file.group(2)));
        }
        assertThat(files).as("the files under '%s'", heading).hasSize(3);
        return new Guide(files);
    }

    /** The same guide with other text in the place of this one, which occurs somewhere. */
    Guide replacing(String text, String other) {
        assertThat(files.values()).as("occurs in the guide: %s", text).anyMatch(file -> file.contains(text));
        return new Guide(files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .replace(text, other))));
    }

    /** The guide's files in a folder, as its reader would have them. */
    PluginProject in(Path folder) {
        files.forEach((name, text) -> write(folder.resolve(name), text));
        return new PluginProject(folder);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path readme) {
        try {
            return Files.readString(readme);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
