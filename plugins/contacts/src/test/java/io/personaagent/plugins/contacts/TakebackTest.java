package io.personaagent.plugins.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to contacts and taken back. */
class TakebackTest {

    private static final Map<String, String> MIA = Map.of(
            "name", "Mia Berg",
            "nickname", "Mimi",
            "relation", "sister",
            "birthday", "3 April",
            "phone", "030 1",
            "address", "Lindenweg 3, 10115 Berlin");

    private final Calls calls = new Calls();
    private final TestToolContext ada = TestToolContext.of("ada");

    @Test
    void add_isTakenBackByItsNumber() {
        assertThat(calls.undo("add_contact", MIA, ada)).isEqualTo(Undo.by("remove_contact", "person", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 030 2",
        "birthday, 24 December 1996",
        "birthday, ''",
        "relation, aunt",
        "note, likes jazz",
        "nickname, ''",
        "name, Mia Blum",
        "address, 'Main Street 5'"
    })
    void update_isTakenBackByTheFormerValue(String field, String value) {
        calls.call("add_contact", MIA, ada);
        Map<String, String> before = ada.shelf().all("contact/");

        Undo undo = calls.undo("update_contact", Map.of("person", "mia", "field", field, "value", value), ada);
        assertThat(ada.shelf().all("contact/")).isNotEqualTo(before);
        calls.call(undo.tool(), undo.arguments().asMap(), ada);

        assertThat(calls.call("who_is", Map.of("person", "1"), ada))
                .isEqualTo(new Calls()
                        .call("add_contact", MIA, TestToolContext.of("bob"))
                        .replace("Added contact ", ""));
    }

    @Test
    void update_ofSeveralValuesAtOnce_isNotTakenBack() {
        calls.call(
                "import_contacts",
                Map.of("file", "BEGIN:VCARD\nVERSION:4.0\nFN:Tom\nTEL:1\nTEL;TYPE=work:2\nEND:VCARD\n"),
                ada);

        assertThat(calls.undo("update_contact", Map.of("person", "tom", "field", "phone", "value", "030 3"), ada))
                .isEqualTo(Undo.NONE);
    }

    @Test
    void remove_isTakenBackByWhatWasKnown() {
        calls.call("add_contact", MIA, ada);

        assertThat(calls.undo("remove_contact", Map.of("person", "mia"), ada))
                .isEqualTo(new Undo("add_contact", Arguments.of(MIA)));
    }

    @Test
    void remove_ofWhatCannotBeSaid_isTakenBackAsText_unlessAnotherHasTheName() {
        String card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Tom\r\nURL:https://tom.example\r\nEND:VCARD\r\n";
        calls.call("import_contacts", Map.of("file", card), ada);
        Map<String, String> before = ada.shelf().all("contact/");

        Undo undo = calls.undo("remove_contact", Map.of("person", "tom"), ada);
        assertThat(undo).isEqualTo(Undo.by("import_contacts", "file", card));
        calls.call(undo.tool(), undo.arguments().asMap(), ada);
        assertThat(ada.shelf().all("contact/").values()).containsExactlyElementsOf(before.values());

        calls.call("add_contact", Map.of("name", "Tom", "relation", "uncle"), ada);
        assertThat(calls.undo("remove_contact", Map.of("person", "2"), ada)).isEqualTo(Undo.NONE);
    }
}
