package io.personaagent.core.plan.reflex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillingTest {

    @Test
    void fill_takesTypedSlotsFirstAndThenTheWordsThatAreLeft() {
        assertThat(fill(
                        "set_reminder",
                        "set a reminder to {text} {when}",
                        "create a reminder about rent for tomorrow at 9"))
                .isEqualTo(Map.of("text", "rent", "when", "for tomorrow at 9"));
        assertThat(fill("delete_note", "delete note {id}", "get rid of note seven"))
                .isEqualTo(Map.of("id", 7L));
        assertThat(fill(
                        "date_arithmetic",
                        "what is the date {amount} {unit} after {date}",
                        "the date 2 weeks after 2026-03-01"))
                .isEqualTo(Map.of("date", "2026-03-01", "amount", 2L, "unit", "WEEK"));
    }

    @Test
    void fill_takesWhatIsQuoted() {
        assertThat(fill("add_note", "add a note {text}", "save the note \"Gate: 4711\" somewhere"))
                .isEqualTo(Map.of("text", "Gate: 4711"));
    }

    @Test
    void fill_takesTheWordsBeforeWhereNoneFollow() {
        assertThat(fill("search_notes", "search my notes for {query}", "search for the router in my notes"))
                .isEqualTo(Map.of("query", "router"));
    }

    @Test
    void fill_leavesOutWhatItCannotTellApart() {
        assertThat(fill("convert_units", "convert {amount} {from} to {to}", "convert 30 celsius into fahrenheit"))
                .doesNotContainKeys("from", "to");
        assertThat(fill("delete_note", "delete note {id}", "delete the note")).isEmpty();
        assertThat(fill("add_note", "add a note {text}", "add a note")).isEmpty();
    }

    private static Map<String, Object> fill(String tool, String example, String said) {
        SlotReader reader = new SlotReader(LocalDate.of(2026, 11, 21));
        return new Filling(Utterance.of(said), Example.of(example), reader).fill(Slot.of(EverydayTools.named(tool)));
    }
}
