package io.personaagent.memory.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.personaagent.memory.locomo.LocomoEpisodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a secret in conversations that hold none of the people's own; the figures are printed. */
class ConversationsTest {

    private long texts;
    private long altered;
    private final Map<Secret, Integer> found = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"locomo", "longmemeval", "personabench"})
    void redact_leavesNearlyEveryTextOfTheConversationsAlone(String set) throws IOException {
        Path folder = LocomoEpisodes.file().resolveSibling("..").resolve(set).normalize();
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".json.gz"))::iterator) {
                read(file);
            }
        }
        System.out.printf(Locale.ROOT, "%s: %,d texts, %,d altered, %s%n", set, texts, altered, found);

        assertThat(texts).isPositive();
        assertThat((double) altered / texts).isLessThan(.005);
    }

    private void read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                JsonParser json = new JsonFactory().createParser(in)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && texts < 150_000) {
                    count(json.getText());
                }
            }
        }
    }

    private void count(String text) {
        Redacted<String> redacted = Redactor.redact(text);
        texts++;
        altered += redacted.removed().isEmpty() ? 0 : 1;
        redacted.removed().forEach(each -> found.merge(each, 1, Integer::sum));
        if (Boolean.getBoolean("boundary.show") && !redacted.removed().isEmpty()) {
            System.out.println(redacted.removed() + " "
                    + redacted.kept().replaceAll("(?s).*?(.{0,60}\\[redacted.{0,60}).*", "$1"));
        }
    }
}
