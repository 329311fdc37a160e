package io.personaagent.core.kit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a jar lies in a Maven repository. */
public record Coordinates(String group, String artifact, String version) {

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}";
    private static final Pattern FORM = Pattern.compile("(%1$s):(%1$s):(%1$s)".formatted(PART));

    public Coordinates {
        String text = "%s:%s:%s".formatted(group, artifact, version);
        if (!FORM.matcher(text).matches() || text.contains("..")) {
            throw new KitException(
                    "'%s' are no Maven coordinates; they must be GROUP:ARTIFACT:VERSION, such as com.example:bill:1.0.0"
                            .formatted(text));
        }
    }

    /** The coordinates that a text is; empty when it looks like something else, such as a path. */
    public static Optional<Coordinates> in(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Coordinates(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** The jar's path in a repository. */
    String path() {
        return "%s/%s/%s/%s".formatted(group.replace('.', '/'), artifact, version, fileName());
    }

    String fileName() {
        return "%s-%s.jar".formatted(artifact, version);
    }

    boolean changes() {
        return version.endsWith("-SNAPSHOT");
    }

    @Override
    public String toString() {
        return "%s:%s:%s".formatted(group, artifact, version);
    }
}
