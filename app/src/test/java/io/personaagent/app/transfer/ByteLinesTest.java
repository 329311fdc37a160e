package io.personaagent.app.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    @Test
    void next_endsALineAtALineFeedAndNowhereElse() throws IOException {
        assertThat(texts("a\u2028b\u0085c\nd\r\n\n\re".getBytes(UTF_8)))
                .containsExactly("a\u2028b\u0085c", "d\r", "", "\re");
    }

    @Test
    void next_ofNothing_isNothing() throws IOException {
        assertThat(texts(new byte[0])).isEmpty();
        assertThat(texts("\n".getBytes(UTF_8))).containsExactly("");
    }

    @Test
    void next_passesOverTheMarkAtTheBeginning_andOnlyThere() throws IOException {
        assertThat(texts("\uFEFFa\n\uFEFFb".getBytes(UTF_8))).containsExactly("a", "\uFEFFb");
    }

    @Test
    void next_whatIsNotUtf8_isAProblemOfThatLineAlone() throws IOException {
        byte[] latin = "caf\u00e9\nplain".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(latin, 100))
                .containsExactly(
                        new ByteLines.Line("", "not UTF-8; save the file as UTF-8"), new ByteLines.Line("plain", ""));
    }

    @Test
    void next_aLineBeyondTheLimit_isPassedOver() throws IOException {
        byte[] lines = "12345\n123456\n%s\nend".formatted("x".repeat(100_000)).getBytes(UTF_8);

        assertThat(read(lines, 5))
                .containsExactly(
                        new ByteLines.Line("12345", ""),
                        new ByteLines.Line("", "the line has 6 bytes, but may have 5"),
                        new ByteLines.Line("", "the line has 100,000 bytes, but may have 5"),
                        new ByteLines.Line("end", ""));
    }

    @Property(tries = 200)
    void count_isEveryByteInTheEnd(@ForAll byte[] bytes) throws IOException {
        try (ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), 3)) {
            while (lines.next().isPresent()) {
                assertThat(lines.count()).isLessThanOrEqualTo(bytes.length);
            }
            assertThat(lines.count()).isEqualTo(bytes.length);
        }
    }

    private static List<String> texts(byte[] bytes) throws IOException {
        return read(bytes, 100).stream().map(ByteLines.Line::text).toList();
    }

    private static List<ByteLines.Line> read(byte[] bytes, int limit) throws IOException {
        List<ByteLines.Line> all = new ArrayList<>();
        try (ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), limit)) {
            for (Optional<ByteLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(line.get());
            }
        }
        return all;
    }
}
