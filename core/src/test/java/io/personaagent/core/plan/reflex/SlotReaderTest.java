package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.plan.reflex.Slot.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotReaderTest {

    private final SlotReader reader = new SlotReader(LocalDate.of(2026, 11, 21));

    @Test
    void read_numbers() {
        assertThat(read(Kind.INTEGER, " 12 ")).contains(12L);
        assertThat(read(Kind.INTEGER, "three")).contains(3L);
        assertThat(read(Kind.INTEGER, "1,200")).contains(1200L);
        assertThat(read(Kind.INTEGER, "-4")).contains(-4L);
        assertThat(read(Kind.NUMBER, "2.50")).contains(new BigDecimal("2.50"));
        assertThat(read(Kind.NUMBER, "٣")).contains(new BigDecimal("3"));
    }

    @Test
    void read_nothingWhereTheTypeIsAnother() {
        assertThat(read(Kind.INTEGER, "2.5")).isEmpty();
        assertThat(read(Kind.INTEGER, "9".repeat(30))).isEmpty();
        assertThat(read(Kind.NUMBER, "much")).isEmpty();
        assertThat(read(Kind.NUMBER, "9".repeat(100_000))).isEmpty();
        assertThat(read(Kind.DATE, "soon")).isEmpty();
        assertThat(read(Kind.WHEN, "in the kitchen")).isEmpty();
        assertThat(read(Kind.FLAG, "maybe")).isEmpty();
        assertThat(read(Kind.EXPRESSION, "my rent")).isEmpty();
        assertThat(read(Kind.TEXT, "  ")).isEmpty();
    }

    @Test
    void read_wordsAndFlags() {
        assertThat(read(Kind.TEXT, "\"gate code 4711\"")).contains("gate code 4711");
        assertThat(read(Kind.TEXT, "\"a\" and \"b\"")).contains("\"a\" and \"b\"");
        assertThat(read(Kind.TEXTS, "milk, eggs and bread")).contains(List.of("milk", "eggs", "bread"));
        assertThat(read(Kind.FLAG, "Yes")).contains(true);
        assertThat(read(Kind.FLAG, "off")).contains(false);
        assertThat(read(Kind.DATE, "tomorrow")).contains("2026-11-22");
        assertThat(read(Kind.EXPRESSION, "3 * 4")).contains("3 * 4");
    }

    @Test
    void read_aChoiceWhateverItsCaseAndNumber() {
        Slot unit = new Slot("unit", Kind.CHOICE, "", List.of("DAY", "SQUARE_METRE"), true);

        assertThat(reader.read(unit, "days")).contains("DAY");
        assertThat(reader.read(unit, "Square metres")).contains("SQUARE_METRE");
        assertThat(reader.read(unit, "hour")).isEmpty();
    }

    private Optional<Object> read(Kind kind, String text) {
        return reader.read(new Slot("it", kind, "", List.of(), true), text);
    }
}
