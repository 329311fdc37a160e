package io.personaagent.app.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds and reads the files of a set; gzip is known by its first bytes, not by its name. */
public final class DataFiles {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int MOST_NAMED = 6;

    private DataFiles() {}

    /** The file itself, or that of a folder which has one of these names, with or without {@code .gz}. */
    static Path one(Path path, String... names) throws IOException {
        if (Files.isRegularFile(path)) {
            return path;
        }
        return in(folder(path), names)
                .orElseThrow(() -> missing(path, "a file " + String.join(" or ", names) + ", also with .gz"));
    }

    /** The file in the folder which has one of these names, with or without {@code .gz}. */
    public static Optional<Path> in(Path folder, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(folder.resolve(name), folder.resolve(name + ".gz")))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The folder, which must be there. */
    public static Path folder(Path path) {
        if (!Files.exists(path)) {
            throw new DatasetException("there is no file or folder '%s'".formatted(path));
        }
        if (!Files.isDirectory(path)) {
            throw new DatasetException("'%s' is a file, but the set is a folder of several files".formatted(path));
        }
        return path;
    }

    /** What is in the folder, by name. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    /** The file's name without {@code .gz} and {@code .json}. */
    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.gz$", "").replaceFirst("\\.jsonl?$", "");
    }

    public static DatasetException missing(Path folder, String expected) {
        String found;
        try (Stream<Path> inside = Files.list(folder)) {
            List<String> names =
                    inside.map(each -> each.getFileName().toString()).sorted().toList();
            found = names.isEmpty()
                    ? "nothing"
                    : String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                            + (names.size() > MOST_NAMED ? ", ..." : "");
        } catch (IOException unreadable) {
            found = "it cannot be listed: " + unreadable;
        }
        return new DatasetException("expected in '%s' %s; found: %s".formatted(folder, expected, found));
    }

    /** The one JSON value of a file. */
    public static Part json(Path file) throws IOException {
        return parse(file.getFileName() + ": ", content(file));
    }

    /** The JSON values of the lines of a file; a line ends at {@code \n} and nowhere else. */
    static List<Part> lines(Path file) throws IOException {
        List<Part> lines = new ArrayList<>();
        int number = 0;
        for (String line : new String(content(file), StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(parse(
                        "%s, line %d: ".formatted(file.getFileName(), number), line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return lines;
    }

    private static Part parse(String where, byte[] content) throws IOException {
        try {
            return new Part(where, JSON.readTree(content));
        } catch (JsonProcessingException broken) {
            throw new DatasetException("%sexpected JSON, but found: %s".formatted(where, broken.getOriginalMessage()));
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = plain(new BufferedInputStream(Files.newInputStream(file)))) {
            return in.readAllBytes();
        } catch (ZipException | EOFException broken) {
            throw new DatasetException("%s: expected whole gzip, but found: %s"
                    .formatted(file.getFileName(), String.valueOf(broken.getMessage())));
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }
}
