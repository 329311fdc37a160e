package io.personaagent.memory.forget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds words in files in whatever form. Shares nothing with what it examines. */
final class Leaks {

    private static final int WINDOW = 8;

    private Leaks() {}

    /** Where the words are, in any file below a folder. */
    static List<String> in(Path folder, List<String> words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                String folded = content.toLowerCase(Locale.ROOT);
                for (String word : words) {
                    forms(word).stream()
                            .filter(form -> content.contains(form) || folded.contains(form))
                            .forEach(form -> found.add("%s in %s".formatted(form, file.getFileName())));
                }
            }
        }
        return found;
    }

    /** A copy that another program made, because this one would lose its locks on what it reads. */
    static Path copied(Path folder, Path to) throws IOException, InterruptedException {
        Process copy = new ProcessBuilder("cp", "-r", folder.toString(), to.toString())
                .inheritIO()
                .start();
        assertThat(copy.waitFor()).isZero();
        return to;
    }

    private static List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        for (String part : List.of(
                word.substring(0, WINDOW), word.substring(word.length() - WINDOW), word.substring(3, 3 + WINDOW))) {
            forms.add(part);
            forms.add(as(part, StandardCharsets.UTF_16LE));
            forms.add(as(part, StandardCharsets.UTF_16BE));
            forms.add("%x".formatted(new BigInteger(part.getBytes(StandardCharsets.UTF_8))));
            forms.add(URLEncoder.encode(part, StandardCharsets.UTF_8));
        }
        for (String before : List.of("", " ", "  ")) {
            String encoded = Base64.getEncoder().encodeToString((before + word).getBytes(StandardCharsets.UTF_8));
            forms.add(encoded.substring(4, 16));
        }
        return forms;
    }

    private static String as(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
