package io.personaagent.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.tools.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNameTest {

    private static final String LONG = "\uD840\uDC00".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "ada-1_b, ada-1_b",
        "Ada, %41da",
        "ada@home.example, ada%40home%2eexample",
        "zo\u00eb, zo%c3%ab",
        "con, %63on",
        "com1, %63om1",
        "console, console"
    })
    void of_keepsPlainCharactersAndEncodesTheOthers(String user, String expected) {
        assertThat(FolderName.of(new UserId(user))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada", "a.b@c-d_e", "\u674e\u96f7", "\u0645\u0631\u064a\u0645", "nul", "0"})
    void user_readsTheNameBack(String user) {
        assertThat(FolderName.user(FolderName.of(new UserId(user)))).contains(new UserId(user));
    }

    @Test
    void of_aLongId_fitsAFileSystem_andIsReadBackFromItsLabel() {
        String name = FolderName.of(new UserId(LONG));

        assertThat(name).hasSizeLessThan(200).contains("~");
        assertThat(FolderName.user(name)).isEmpty();
        assertThat(FolderName.user(name, LONG)).contains(new UserId(LONG));
        assertThat(FolderName.user(name, "somebody")).isEmpty();
    }

    @Test
    void of_differentPeople_differsOnAFileSystemThatIgnoresCase() {
        List<String> users = List.of(
                "ada",
                "Ada",
                "ADA",
                "i",
                "I",
                "\u0131",
                "\u0130",
                "\u00df",
                "ss",
                "SS",
                "\uff41da",
                "con",
                "Con",
                LONG,
                LONG.substring(0, 126) + "x",
                "a.",
                "a",
                "a@",
                "\u03c3",
                "\u03c2",
                "\u03a3");
        Set<String> names = new HashSet<>();

        users.forEach(user -> names.add(FolderName.of(new UserId(user)).toUpperCase(Locale.ROOT)));

        assertThat(names).hasSameSizeAs(users);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "%61da", "%4", "%zz", "%ff", "", ".", "..", "%41DA", "a b", "%2E", "x~y", "\u00e9"})
    void user_ofAForeignFolder_isEmpty(String name) {
        assertThat(FolderName.user(name)).isEmpty();
    }
}
