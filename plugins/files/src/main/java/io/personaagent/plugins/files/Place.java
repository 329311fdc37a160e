package io.personaagent.plugins.files;

import io.personaagent.tools.BadArgumentException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where something is inside a person's folder: names that every system can keep, and none that leads out.
 *
 * <p>The same paths are refused on every system, so that a folder can move from one to another.
 */
record Place(List<String> names) {

    static final Place ROOT = new Place(List.of());

    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_NAME = 200;
    private static final int DEEPEST = 16;
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\\..*| *)");
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\p{Cc}\\p{Cs}<>:\"|?*\\\\]");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\\x{e0000}-\\x{e007f}]");

    Place {
        names = List.copyOf(names);
    }

    /**
     * Reads a path to a file as a model or a person writes it.
     *
     * @throws BadArgumentException when it leads out, or is none
     */
    static Place of(String argument, String text) {
        Place place = ofFolder(argument, text);
        if (place.names.isEmpty()) {
            throw refused(argument, text, "it names no file");
        }
        return place;
    }

    /** The same for a folder, where nothing, "." and "/" mean the whole of it. */
    static Place ofFolder(String argument, String text) {
        String path = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (List.of("", ".", "./", "/").contains(path)) {
            return ROOT;
        }
        if (path.length() > LONGEST_PATH) {
            throw refused(
                    argument, text, "it has %d characters, and %d are possible".formatted(path.length(), LONGEST_PATH));
        }
        whole(path).ifPresent(reason -> {
            throw refused(argument, text, reason);
        });
        List<String> names = Arrays.asList(
                path.replaceFirst("^(\\./)+", "").replaceFirst("/$", "").split("/", -1));
        names.stream().flatMap(name -> wrong(name).stream()).findFirst().ifPresent(reason -> {
            throw refused(argument, text, reason);
        });
        if (names.size() > DEEPEST) {
            throw refused(
                    argument, text, "it is %d folders deep, and %d are possible".formatted(names.size(), DEEPEST));
        }
        return new Place(names);
    }

    String last() {
        return names.get(names.size() - 1);
    }

    boolean hasEnding() {
        return last().lastIndexOf('.') > 0;
    }

    Place withEnding(String format) {
        return sibling(last() + "." + format);
    }

    Place sibling(String name) {
        return new Place(Stream.concat(names.stream().limit(names.size() - 1L), Stream.of(name))
                .toList());
    }

    Place parent() {
        return new Place(names.subList(0, names.size() - 1));
    }

    Place within(Place folder) {
        return new Place(Stream.concat(folder.names.stream(), names.stream()).toList());
    }

    Path under(Path root) {
        try {
            Path path = root;
            for (String name : names) {
                path = path.resolve(name);
            }
            return path;
        } catch (InvalidPathException unwritable) {
            throw new BadArgumentException("'%s' is no name that this system can keep; use plain letters"
                    .formatted(Wording.shown(toString())));
        }
    }

    @Override
    public String toString() {
        return String.join("/", names);
    }

    private static Optional<String> whole(String path) {
        if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || path.startsWith("\\")) {
            return Optional.of("it begins at the root of a disk");
        }
        return path.startsWith("~") ? Optional.of("it begins at somebody's home") : Optional.empty();
    }

    private static Optional<String> wrong(String name) {
        if (name.isEmpty()) {
            return Optional.of("it has two slashes in a row");
        }
        if (name.equals("..") || name.equals(".")) {
            return Optional.of("'%s' is no name".formatted(name));
        }
        if (name.startsWith(".")) {
            return Optional.of("'%s' is hidden, and hidden files are left alone".formatted(Wording.shown(name)));
        }
        if (name.endsWith(".") || !name.equals(name.strip())) {
            return Optional.of("'%s' begins or ends with a blank, or ends with a dot".formatted(Wording.shown(name)));
        }
        boolean keepable = !UNKEEPABLE.matcher(name).find()
                && !INVISIBLE.matcher(name).find()
                && !DEVICE.matcher(name).matches()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        return keepable
                ? Optional.empty()
                : Optional.of("'%s' is no name that every system can keep".formatted(Wording.shown(name)));
    }

    private static BadArgumentException refused(String argument, String text, String reason) {
        return new BadArgumentException(
                "argument '%s' is '%s'; %s; expected a path inside the folder, such as notes/shopping.md"
                        .formatted(argument, Wording.shown(text), reason));
    }
}
