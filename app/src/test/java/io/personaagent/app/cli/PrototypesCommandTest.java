package io.personaagent.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.app.testing.Ran;
import io.personaagent.app.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrototypesCommandTest {

    private static final String ASKED = "How would I rate Another (1990). Genres: Comedy?";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("home").resolve("prototypes.json");
    }

    private TestHome home(String setting) {
        return TestHome.in(folder.resolve("home")).configured("persona.prototypes = \"%s\"\n".formatted(setting));
    }

    /** Comedies get 5, horror films 2, and each person has a topic that nobody else has. */
    private void rated(TestHome home, String user) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int film = 0; film < 24; film++) {
            lines.append(
                    "{\"text\": \"How would I rate Film %d (1990). Genres: %s?\", \"happened\": \"2026-10-%02d\", \"rating\": %d}\n"
                            .formatted(
                                    film,
                                    film % 2 == 0 ? "Comedy" : "Horror, Secret-" + user,
                                    film + 1,
                                    film % 2 == 0 ? 5 : 2));
        }
        Path marks = Files.writeString(folder.resolve(user + ".jsonl"), lines);
        assertThat(home.run("memory", "import", marks.toString(), "--labels", "--user", user)
                        .exit())
                .isZero();
    }

    private void five(TestHome home) throws IOException {
        for (String user : new String[] {"ada", "bob", "cem", "dua", "eva"}) {
            rated(home, user);
            home.run("persona", "prototypes", "on", "--user", user);
        }
    }

    @Test
    void prototypes_areOff_unlessTheHomeAndThePersonSayOn() throws IOException {
        TestHome off = home("off");

        Ran refused = off.run("persona", "prototypes", "on");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(
                        "personaagent: the setting persona.prototypes is off; whoever keeps this home may turn it on in config.toml\n");
        assertThat(off.run("persona", "prototypes").out())
                .isEqualTo("Off: the setting persona.prototypes is off. Nobody is counted.\n");
        assertThat(home("on").run("persona", "prototypes").out())
                .isEqualTo("Off for me: neither counted nor guessed from others.\n");
        assertThat(home("on").run("persona", "prototypes", "perhaps").err())
                .isEqualTo("personaagent: 'perhaps' is neither on nor off\n");
        assertThat(home("yes").run("persona", "prototypes").err())
                .contains("persona.prototypes is 'yes'; expected on or off");
        assertThat(file()).doesNotExist();
    }

    @Test
    void prototypes_guessForWhoIsNew_andNameItSo_untilTheyLeave() throws IOException {
        TestHome home = home("on");
        five(home);

        assertThat(home.run("persona", "show", "--user", "new").out()).doesNotContain("People like you");
        assertThat(home.run("chat", "--once", ASKED, "--user", "new").out()).doesNotContain("people like you");
        Ran agreed = home.run("persona", "prototypes", "on", "--user", "new");

        assertThat(agreed.out()).isEqualTo("On for new; counted over 5 people.\n");
        assertThat(home.run("persona", "show", "--user", "new").out())
                .contains("People like you tend to rate Comedy higher, from 5 people.\n", "tend to rate Horror lower");
        assertThat(home.run("chat", "--once", ASKED, "--user", "new").out())
                .matches("[45]; I do not know yet how you rate, so this goes by 5 people like you\\.\n");
        assertThat(Files.readString(file())).doesNotContain("Secret").doesNotContainPattern("ada|bob|cem|dua|eva|Film");

        home.run("persona", "prototypes", "off", "--user", "ada");
        assertThat(file()).doesNotExist();
        assertThat(home.run("persona", "show", "--user", "new").out()).doesNotContain("People like you");
    }

    @Test
    void prototypes_areMadeAnewAtOnce_whenSomebodyIsForgotten() throws IOException {
        TestHome home = home("on");
        five(home);
        assertThat(file()).exists();

        home.run("memory", "forget", "--everything", "--yes", "--user", "cem");

        assertThat(file()).doesNotExist();
        assertThat(home.run("persona", "prototypes", "--user", "cem").out())
                .isEqualTo("Off for cem: neither counted nor guessed from others.\n");
    }

    @Test
    void prototypes_ofAHomeThatSaysOff_areNotToldAnyMore() throws IOException {
        five(home("on"));

        TestHome off = home("off");

        assertThat(off.run("persona", "show", "--user", "ada").out()).doesNotContain("People like you");
        off.run("persona", "prototypes", "--user", "ada");
        assertThat(file()).doesNotExist();
    }
}
