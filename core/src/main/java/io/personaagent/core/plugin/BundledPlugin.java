package io.personaagent.core.plugin;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plugin's jar that lies inside the program.
 *
 * @param fileName what it is called, such as {@code notes-0.1.0.jar}
 * @param sha256 what its hash was when the program was built
 * @param content opens the jar; closed by whoever opens it
 */
public record BundledPlugin(String fileName, String sha256, Supplier<InputStream> content) {

    private static final String LIST = "bundled.sha256";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S.*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*\\.jar");

    public BundledPlugin {
        requireNonNull(sha256, "sha256");
        requireNonNull(content, "content");
        if (!NAME.matcher(fileName).matches()) {
            throw new IllegalArgumentException("'%s' is no name of a bundled jar".formatted(fileName));
        }
    }

    /**
     * The plugins in a folder of the program's own resources, in the order of its list {@code bundled.sha256}: lines of hash, two spaces,
     * file name, as {@code sha256sum} writes them.
     *
     * @param folder such as {@code plugins}
     * @return empty when there is no such list
     */
    public static List<BundledPlugin> in(ClassLoader program, String folder) {
        InputStream list = program.getResourceAsStream(folder + "/" + LIST);
        if (list == null) {
            return List.of();
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> listed(program, folder, line))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BundledPlugin listed(ClassLoader program, String folder, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new PluginException("line '%s' of %s/%s is not 'HASH  NAME'".formatted(line, folder, LIST));
        }
        String name = parts.group(2);
        return new BundledPlugin(name, parts.group(1), () -> {
            InputStream content = program.getResourceAsStream(folder + "/" + name);
            if (content == null) {
                throw new PluginException("is listed in %s/%s, but not in the program".formatted(folder, LIST));
            }
            return content;
        });
    }
}
