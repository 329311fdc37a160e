package io.personaagent.plugins.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.Remembered;
import io.personaagent.tools.contract.TestToolContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On Saturday, 21 November 2026. */
class ContactsTest {

    private static final Remembered JAZZ =
            new Remembered("Mia loves jazz and hates opera.", Instant.parse("2026-05-03T10:00:00Z"), "e7");
    private static final Remembered TEA = new Remembered("I love tea.", Instant.parse("2026-05-04T10:00:00Z"), "e8");

    private final Calls calls = new Calls();
    private final TestToolContext ada = TestToolContext.of("ada");

    @Test
    void add_keepsAllThatIsSaid() {
        assertThat(calls.call(
                        "add_contact",
                        Map.of(
                                "name", "José Núñez",
                                "nickname", "Pepe",
                                "relation", "my brother",
                                "birthday", "February 29, 1996",
                                "phone", "+34 91 555 0199",
                                "email", "pepe@example.org",
                                "address", "Calle Mayor 3, 28013 Madrid",
                                "note", "allergic to nuts; likes 茶, a lot"),
                        ada))
                .isEqualTo(
                        """
                        Added contact 1. José Núñez (your brother)
                           nickname: Pepe
                           birthday: 29 February 1996
                           phone: +34 91 555 0199
                           email: pepe@example.org
                           address: Calle Mayor 3, 28013 Madrid
                           note: allergic to nuts; likes 茶, a lot""");
        assertThat(new Calls().call("who_is", Map.of("person", "pepe"), ada))
                .startsWith("1. José Núñez (your brother)\n   nickname: Pepe")
                .endsWith("note: allergic to nuts; likes 茶, a lot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jose nunez", "JOSÉ", "Núñez", "pepe", "my brother", "bro", "nun", "#1", "my brother's", "José?"
            })
    void whoIs_findsWhateverTheCaseTheAccentsAndTheWord(String meant) {
        calls.call("add_contact", Map.of("name", "José Núñez", "nickname", "Pepe", "relation", "brother"), ada);
        calls.call("add_contact", Map.of("name", "Anna Schmidt"), ada);

        assertThat(calls.call("who_is", Map.of("person", meant), ada)).startsWith("1. José Núñez");
    }

    @Test
    void whoIs_asksBack_namingTheCandidates() {
        calls.call("add_contact", Map.of("name", "Anna Berg", "relation", "sister"), ada);
        calls.call("add_contact", Map.of("name", "Anna Schmidt", "relation", "colleague"), ada);

        assertThatThrownBy(() -> calls.call("who_is", Map.of("person", "Anna"), ada))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'person' is 'Anna', which fits 2 contacts; which of them is meant: 1. Anna Berg (your sister);"
                                + " 2. Anna Schmidt (your colleague)");
        assertThat(calls.call("who_is", Map.of("person", "Anna colleague"), ada))
                .startsWith("2. Anna Schmidt");
    }

    @Test
    void whoIs_tellsWhatThePersonSaid_datedAndWithItsSource() {
        calls.call("add_contact", Map.of("name", "Mia Berg", "relation", "sister"), ada);

        Remembered asked = new Remembered("add Mia Berg to my contacts", JAZZ.when(), "e9");

        assertThat(calls.call("who_is", Map.of("person", "my sister"), ada.remembering(asked, JAZZ, TEA)))
                .isEqualTo(
                        """
                        1. Mia Berg (your sister)
                        From what you told me:
                        - 3 May 2026: "Mia loves jazz and hates opera." (e7)""");
        assertThat(calls.call("who_is", Map.of("person", "Tom?"), ada.remembering(JAZZ, TEA)))
                .isEqualTo("Tom is not among your contacts.");
    }

    /** The same request of two people: who "my sister" is, and how a date is written, comes from what each said of themself. */
    @Test
    void whoIs_sameRequest_anotherPerson_anotherContact() {
        Map<String, String> request = Map.of("person", "my sister");
        TestToolContext eve =
                knowing(TestToolContext.of("eve"), "Has a sister called Mia.", "Wants dates month first.");
        TestToolContext bob = knowing(TestToolContext.of("bob"), "Zoe is their sister.", "Prefers ISO dates.");
        for (TestToolContext each : List.of(eve, bob)) {
            calls.call("add_contact", Map.of("name", "Mia Berg", "birthday", "24 December 1996"), each);
            calls.call("add_contact", Map.of("name", "Zoe Blum", "birthday", "1 March 1990"), each);
        }

        assertThat(calls.call("who_is", request, eve))
                .isEqualTo(
                        """
                        That is Mia: Has a sister called Mia.
                        1. Mia Berg
                           birthday: December 24, 1996""");
        assertThat(calls.call("who_is", request, bob))
                .isEqualTo(
                        """
                        That is Zoe: Zoe is their sister.
                        2. Zoe Blum
                           birthday: 1990-03-01""");
    }

    @Test
    void whoIs_takesWhoItIsFromMemory_whereThePersonaIsSilent() {
        Remembered said = new Remembered("My sister Mia moved to Bonn.", Instant.parse("2026-01-02T10:00:00Z"), "e3");

        assertThat(calls.call("who_is", Map.of("person", "my sister"), ada.remembering(said)))
                .isEqualTo(
                        """
                        That is Mia: My sister Mia moved to Bonn.
                        Mia is not among your contacts.
                        From what you told me:
                        - 2 January 2026: "My sister Mia moved to Bonn." (e3)""");
    }

    @Test
    void update_changesOneThing_andTakesItOut() {
        calls.call("add_contact", Map.of("name", "Mia Berg", "phone", "030 1", "note", "likes jazz"), ada);

        assertThat(calls.call("update_contact", Map.of("person", "mia", "field", "phone", "value", "030 2"), ada))
                .isEqualTo("Changed the phone of 1. Mia Berg:\n1. Mia Berg\n   phone: 030 2\n   note: likes jazz");
        assertThat(calls.call("update_contact", Map.of("person", "1", "field", "NOTE", "value", ""), ada))
                .endsWith("1. Mia Berg\n   phone: 030 2");
        assertThat(calls.call("update_contact", Map.of("person", "1", "field", "name", "value", "Mia Blum"), ada))
                .isEqualTo("Changed the name of 1. Mia Berg:\n1. Mia Blum\n   phone: 030 2");
    }

    @Test
    void remove_takesOutWhoIsMeant_andNobodyElse() {
        calls.call("add_contact", Map.of("name", "Mia Berg"), ada);
        calls.call("add_contact", Map.of("name", "Tom Berg"), ada);

        assertThat(calls.call("remove_contact", Map.of("person", "mia"), ada)).isEqualTo("Removed contact 1. Mia Berg");
        assertThat(calls.call("list_contacts", Map.of(), ada)).isEqualTo("2. Tom Berg");
        assertThatThrownBy(() -> calls.call("remove_contact", Map.of("person", "mia"), ada))
                .hasMessage(
                        "argument 'person' is 'mia', but nobody of that name is among the contacts; expected one of: 2. Tom Berg");
        assertThat(calls.call("add_contact", Map.of("name", "Zoe"), ada)).isEqualTo("Added contact 3. Zoe");
    }

    @Test
    void add_refusesWhatIsWrong() {
        calls.call("add_contact", Map.of("name", "Mia Berg"), ada);

        assertThatThrownBy(() -> calls.call("add_contact", Map.of("name", "mia berg"), ada))
                .hasMessage(
                        "argument 'name' is 'mia berg', who is a contact already: 1. Mia Berg; change that one, or say what tells them"
                                + " apart as 'relation'");
        assertThatThrownBy(() -> calls.call("add_contact", Map.of("name", "Tom", "phone", "call me"), ada))
                .hasMessage("argument 'phone' is 'call me'; expected a phone number, such as +49 30 5550199");
        assertThatThrownBy(() -> calls.call("add_contact", Map.of("name", "Tom", "email", "tom"), ada))
                .hasMessage("argument 'email' is 'tom'; expected a mail address, such as mia@example.org");
        assertThatThrownBy(() -> calls.call("add_contact", Map.of("name", "Tom", "birthday", "3/4/1990"), ada))
                .hasMessage(
                        "argument 'birthday' is '3/4/1990'; expected a birthday, such as 24 December 1996, 24 December or 1996-12-24");
    }

    @Test
    void contacts_belongToOnePerson() {
        calls.call("add_contact", Map.of("name", "Mia Berg"), ada);

        assertThat(calls.call("list_contacts", Map.of(), TestToolContext.of("bob")))
                .isEqualTo("There are no contacts yet. Say \"add ... to my contacts\" to make one.");
    }

    private static TestToolContext knowing(TestToolContext person, String... statements) {
        return person.preferring(new Preferences(Map.of(), List.of(statements)));
    }
}
