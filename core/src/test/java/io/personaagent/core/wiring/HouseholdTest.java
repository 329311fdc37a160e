package io.personaagent.core.wiring;

import static io.personaagent.core.wiring.Homes.ADA;
import static io.personaagent.core.wiring.Homes.BOB;
import static io.personaagent.core.wiring.Homes.DAY_ONE;
import static io.personaagent.core.wiring.Homes.DAY_TWO;
import static io.personaagent.core.wiring.Homes.open;
import static io.personaagent.core.wiring.Homes.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.core.turn.Reply;
import io.personaagent.core.turn.Reply.End;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.spi.Use;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a front door relies on: real stores, the real embedding model, no plugin. */
class HouseholdTest {

    private static final String TOLD = "My sister's birthday is on 14 May.";
    private static final String ASKED = "When is my sister's birthday?";

    @TempDir
    private Path temp;

    @Test
    void open_makesAFreshHome_andKeepsNobodyYet() {
        Path home = temp.resolve("deep/new home é");

        try (Household household = open(home)) {
            assertThat(home).isDirectory();
            assertThat(household.home().folder()).isEqualTo(home);
            assertThat(household.stores().users()).isEmpty();
            assertThat(household.person(ADA).memory().backendName()).isEqualTo("episodic-semantic");
            assertThat(household.plugins().plugins()).isEmpty();
        }
    }

    @Test
    void agent_knowsTheNextDay_whatItWasToldTheDayBefore() {
        try (Household household = open(temp)) {
            assertThat(say(household.warmUp(), ADA, TOLD).text()).isEqualTo("I'll remember that.");
        }
        try (Household household = Homes.at(DAY_TWO, temp, Map.of())) {
            Reply reply = say(household.warmUp(), ADA, ASKED);

            assertThat(reply.text()).isEqualTo("You told me yesterday: \"My sister's birthday is on 14 May.\"");
            assertThat(reply.end()).isEqualTo(End.ANSWERED);
        }
    }

    @Test
    void agent_goesByACorrection_inALaterSession() {
        try (Household household = open(temp)) {
            say(household, ADA, TOLD);
            Reply reply = say(household, ADA, ASKED);
            household
                    .person(ADA)
                    .memory()
                    .feedback(
                            reply.episode(),
                            Feedback.corrected("It is on 15 May, I mixed it up.", DAY_ONE.plusSeconds(1)));
        }
        try (Household household = Homes.at(DAY_TWO, temp, Map.of())) {
            assertThat(say(household, ADA, ASKED).text())
                    .isEqualTo(
                            """
                            You corrected me yesterday: "It is on 15 May, I mixed it up."
                            (Before that, yesterday, you had said: "My sister's birthday is on 14 May.")""");
        }
    }

    @Test
    void people_neverSeeEachOthersMemory() {
        try (Household household = open(temp)) {
            say(household, ADA, TOLD);

            assertThat(say(household, BOB, ASKED).text())
                    .isEqualTo("I don't know when that is yet. Tell me, and I will remember it.");
            assertThat(household.person(BOB).memory().episodes().count()).isEqualTo(1);
            assertThat(household.person(ADA).memory().episodes().count()).isEqualTo(1);
            assertThat(household.stores().users()).containsExactly(ADA, BOB);
        }
    }

    @Test
    void person_isTheSameOneEachTime() {
        try (Household household = open(temp)) {
            assertThat(household.person(ADA)).isSameAs(household.person(ADA)).isNotSameAs(household.person(BOB));
        }
    }

    @Test
    void lending_isThePersonsOwn() {
        try (Household household = open(temp, Map.of("timezone", "Asia/Tokyo"))) {
            PersonsLending ada = household.lending(household.person(ADA));
            PersonsLending bob = household.lending(household.person(BOB));

            ada.shelf("notes").put("1", "喝茶");

            assertThat(household.lending(household.person(ADA)).shelf("notes").get("1"))
                    .contains("喝茶");
            assertThat(bob.shelf("notes").all("")).isEmpty();
            assertThat(ada.shelf("clock").all("")).isEmpty();
            assertThat(ada.workspace("notes")).isEqualTo(temp.resolve("users/ada/tools/notes"));
            assertThat(bob.workspace("notes")).isEqualTo(temp.resolve("users/bob/tools/notes"));
            assertThat(ada.user()).isEqualTo(ADA);
            assertThat(ada.clock().getZone()).hasToString("Asia/Tokyo");
        }
    }

    @Test
    void lendingsMemory_isThePersonsOwn() {
        try (Household household = open(temp)) {
            Reply told = say(household, ADA, TOLD);

            assertThat(household
                            .lending(household.person(ADA))
                            .memory(Use.OWN_EYES, lent -> {})
                            .recall("birthday", 5))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.text()).isEqualTo(TOLD);
                        assertThat(found.when()).isEqualTo(DAY_ONE);
                        assertThat(found.source()).isEqualTo(told.episode().value());
                    });
            assertThat(household
                            .lending(household.person(BOB))
                            .memory(Use.OWN_EYES, lent -> {})
                            .recall("birthday", 5))
                    .isEmpty();
        }
    }

    @Test
    void nativeLibraries_areUnpackedIntoAFolder_andNothingElseLiesInTheHome() throws Exception {
        try (Household household = open(temp)) {
            say(household, ADA, TOLD);
        }

        try (var files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("users")
                    .isSubsetOf("users", "plugins", "cache");
        }
    }

    @Test
    void close_waitsForWhatIsBeingLoaded() {
        Thread.currentThread().interrupt();

        open(temp).warmUp().close();

        assertThat(Thread.interrupted())
                .as("the interrupt is kept for who sent it")
                .isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("embedding-model", "plugins");
    }
}
