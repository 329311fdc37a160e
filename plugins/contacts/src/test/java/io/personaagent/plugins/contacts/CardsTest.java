package io.personaagent.plugins.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Permission;
import io.personaagent.tools.ToolSettings;
import io.personaagent.tools.contract.TestToolContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardsTest {

    private static final String PHONE =
            """
            BEGIN:VCARD
            VERSION:3.0
            N:Berg;Mia;;;
            FN:Mia Berg
            BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-24
            TEL;TYPE=CELL:+49 30 5550199
            EMAIL:mia@example.org
            ORG:Bakery
            PHOTO;ENCODING=b;TYPE=JPEG:AAAA
            END:VCARD
            BEGIN:VCARD
            VERSION:2.1
            N:Núñez;José
            TEL;CELL:030 2
            END:VCARD
            """;

    private final Calls calls = new Calls();
    private final TestToolContext ada = TestToolContext.of("ada");

    @TempDir
    private Path folder;

    @Test
    void import_readsWhatPhonesWrite() {
        assertThat(calls.call("import_contacts", Map.of("file", PHONE), ada))
                .isEqualTo("Took in 2 contacts: 2 new, 0 completed, 0 known already.");
        assertThat(calls.call("who_is", Map.of("person", "mia"), ada))
                .isEqualTo(
                        "1. Mia Berg\n   birthday: 24 December\n   phone: +49 30 5550199\n   email: mia@example.org");
        assertThat(calls.call("who_is", Map.of("person", "jose"), ada)).isEqualTo("2. José Núñez\n   phone: 030 2");
    }

    @Test
    void import_completesWhoIsThere() {
        calls.call("add_contact", Map.of("name", "mia berg", "phone", "030 7"), ada);

        assertThat(calls.call("import_contacts", Map.of("file", PHONE), ada))
                .isEqualTo("Took in 2 contacts: 1 new, 1 completed, 0 known already.");
        assertThat(calls.call("import_contacts", Map.of("file", PHONE), ada))
                .isEqualTo("Took in 2 contacts: 0 new, 0 completed, 2 known already.");
        assertThat(calls.call("who_is", Map.of("person", "mia"), ada)).contains("phone: 030 7, +49 30 5550199");
    }

    @Test
    void export_losesNothing() throws IOException {
        calls.call("import_contacts", Map.of("file", PHONE), ada);
        calls.call("update_contact", Map.of("person", "mia", "field", "relation", "value", "sister"), ada);
        TestToolContext bob = TestToolContext.of("bob");

        assertThat(calls.call("export_contacts", Map.of("file", "all.vcf"), ada))
                .isEqualTo("Wrote 2 contacts to %s.".formatted(ada.workspace().resolve("all.vcf")));
        String text = Files.readString(ada.workspace().resolve("all.vcf"));
        assertThat(text).contains("VERSION:4.0", "ORG:Bakery", "BDAY:--1224", "X-RELATION:sister");
        calls.call("import_contacts", Map.of("file", text), bob);
        assertThat(calls.call("who_is", Map.of("person", "my sister"), bob))
                .isEqualTo(calls.call("who_is", Map.of("person", "my sister"), ada));
    }

    @Test
    void files_areThoseOfOneFolder() {
        Calls there = new Calls(new ContactsProvider(), new ToolSettings(Map.of("folder", folder.toString())));

        assertThat(there.call("export_contacts", Map.of("file", "all.vcf"), ada))
                .isEqualTo("Wrote 0 contacts to %s.".formatted(folder.resolve("all.vcf")));
        assertThat(there.provider().tools(there.settings()))
                .filteredOn(tool -> tool.spec().needs(Permission.Kind.FOLDER))
                .extracting(tool -> tool.spec().name())
                .containsExactly("import_contacts", "export_contacts");
        for (String outside : new String[] {"../all.vcf", "/etc/passwd", "a/b.vcf", ".vcf", "notes.txt"}) {
            assertThatThrownBy(() -> there.call("import_contacts", Map.of("file", outside), ada))
                    .hasMessage(
                            "argument 'file' is '%s'; expected the name of a file without its folder, such as contacts.vcf"
                                    .formatted(outside));
        }
        assertThatThrownBy(() -> there.call("import_contacts", Map.of("file", "none.vcf"), ada))
                .hasMessage("argument 'file' is 'none.vcf', but there is no such file in %s; put it there"
                        .formatted(folder));
    }

    @Test
    void import_refusesWhatHoldsNoCard() throws IOException {
        Files.writeString(ada.workspace().resolve("x.vcf"), "hello");

        assertThatThrownBy(() -> calls.call("import_contacts", Map.of("file", "x.vcf"), ada))
                .hasMessage("argument 'file' is 'x.vcf', which holds no vCard with a name");
        assertThatThrownBy(() -> new ContactsProvider().tools(new ToolSettings(Map.of("folder", "contacts"))))
                .hasMessage("folder is 'contacts'; expected the whole path of a folder, such as /home/ada/contacts");
    }
}
