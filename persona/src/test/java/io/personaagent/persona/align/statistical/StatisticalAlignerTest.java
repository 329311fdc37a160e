package io.personaagent.persona.align.statistical;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.memory.episode.Episode;
import io.personaagent.memory.episode.EpisodeId;
import io.personaagent.memory.episode.Exchange;
import io.personaagent.memory.episode.Feedback;
import io.personaagent.memory.episode.Occasion;
import io.personaagent.memory.episode.Origin;
import io.personaagent.memory.episode.Provenance;
import io.personaagent.memory.episode.Sensitivity;
import io.personaagent.memory.episode.Trust;
import io.personaagent.memory.profile.Preference.Stance;
import io.personaagent.memory.spi.Budget;
import io.personaagent.persona.Persona;
import io.personaagent.persona.Standing;
import io.personaagent.persona.Statement;
import io.personaagent.persona.Statement.Polarity;
import io.personaagent.persona.Support;
import io.personaagent.persona.align.Edit;
import io.personaagent.persona.align.Labelled;
import io.personaagent.persona.align.Lesson;
import io.personaagent.persona.align.Meter;
import io.personaagent.persona.align.Proposal;
import io.personaagent.persona.align.Task;
import io.personaagent.persona.tendency.StatedPreference;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StatisticalAlignerTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Persona EMPTY = new Persona(1, "Rules.", List.of());

    private final StatisticalAligner aligner = new StatisticalAligner();

    private static Labelled corrected(int day, String query, String truth, String... tags) {
        Instant then = NOON.plus(Duration.ofDays(day));
        Episode episode = new Episode(
                new EpisodeId("e" + day),
                new Occasion("s", then, then),
                new Exchange("", query, List.of(), "I do not know."),
                new Provenance(Origin.USER, Trust.TRUSTED, Sensitivity.ORDINARY, Set.of(tags)));
        return Labelled.of(episode.with(Feedback.corrected(truth, then))).orElseThrow();
    }

    private static Labelled rated(int day, String genre, String score) {
        return corrected(day, "How would I rate Film %d (1990). Genres: %s?".formatted(day, genre), score);
    }

    /** Comedies get 5, horror films 2. */
    private static List<Labelled> films(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(day -> day % 2 == 0 ? rated(day, "Comedy", "5") : rated(day, "Horror", "2"))
                .toList();
    }

    private Proposal proposal(Persona persona, List<Labelled> known, int day) {
        return proposed(new Lesson(persona, List.of(), known, NOON.plus(Duration.ofDays(day))));
    }

    private Proposal proposed(Lesson lesson) {
        Meter meter = new Meter(new Budget(Duration.ofHours(1), 9, 9), Clock.fixed(NOON, ZoneOffset.UTC));
        return aligner.improve(lesson, meter).fold(written -> written.proposal(), rejected -> {
            throw new AssertionError(rejected.reason());
        });
    }

    private Persona aligned(Persona persona, List<Labelled> known, int day) {
        return proposal(persona, known, day).applyTo(persona);
    }

    private static List<String> texts(Persona persona) {
        return persona.statements().stream().map(Statement::text).toList();
    }

    @Test
    void improve_saysHowThePersonRates_withCountsAndWhereTheyDid() {
        Persona persona = aligned(EMPTY, films(1, 12), 12);

        Statement comedy = persona.statement("rates-topic-comedy");
        assertThat(comedy.text()).matches("Rates Comedy \\d\\.\\d\\d above their mean, 6 of 6\\.");
        assertThat(comedy.polarity()).isEqualTo(Polarity.FOR);
        assertThat(comedy.support().evidence())
                .extracting(EpisodeId::value)
                .containsExactlyInAnyOrder("e2", "e4", "e6", "e8", "e10", "e12");
        assertThat(comedy.support().confirmed()).isEqualTo(NOON.plus(Duration.ofDays(12)));
        assertThat(persona.statement("rates-topic-horror").polarity()).isEqualTo(Polarity.AGAINST);
        assertThat(persona.statement("rates-level").support().evidence()).hasSize(12);
    }

    @Test
    void improve_isTheSameForTheSame_andChangesNothingTheSecondTime() {
        Persona once = aligned(EMPTY, films(1, 12), 12);

        assertThat(aligned(EMPTY, films(1, 12), 12)).isEqualTo(once);
        assertThat(proposal(once, films(1, 12), 12).edits()).isEmpty();
    }

    @Test
    void improve_replacesWhatItSaidBefore_whenThePersonRatesOtherwise() {
        Persona once = aligned(EMPTY, films(1, 12), 12);
        List<Labelled> all = new ArrayList<>(films(1, 12));
        IntStream.rangeClosed(13, 60)
                .forEach(day -> all.add(rated(day, day % 2 == 0 ? "Comedy" : "Horror", day % 2 == 0 ? "1" : "5")));

        Persona twice = aligned(once, all, 60);

        assertThat(twice.statement("rates-topic-comedy").text()).contains(" below their mean, ");
        assertThat(twice.statement("rates-topic-comedy").support().created()).isEqualTo(NOON.plus(Duration.ofDays(12)));
        assertThat(texts(twice))
                .filteredOn(text -> text.startsWith("Rates Comedy"))
                .hasSize(1);
    }

    @Test
    void improve_takesTheNewestMarkOfAThing() {
        List<Labelled> twice =
                List.of(corrected(1, "How would I rate Alien?", "1"), corrected(2, "How would I rate Alien?", "5"));

        assertThat(aligned(EMPTY, twice, 2).statement("rates-level").support().evidence())
                .extracting(EpisodeId::value)
                .containsExactly("e2");
    }

    @Test
    void improve_takesNoNumberForAMark_whereNoneWasAskedFor() {
        assertThat(proposal(EMPTY, List.of(corrected(1, "How many eggs do I eat?", "4")), 1)
                        .edits())
                .isEmpty();
    }

    @Test
    void improve_saysWhatIsChosenForWhat_whereItIsMoreOftenThanOtherwise() {
        List<Labelled> known = IntStream.rangeClosed(1, 12)
                .mapToObj(day -> corrected(
                        day,
                        "Tag for story %d about %s?".formatted(day, day % 2 == 0 ? "robots" : "kings"),
                        day % 2 == 0 ? "sci-fi" : "history",
                        Task.CHOICE_TAG,
                        Task.OPTION_TAG + "sci-fi",
                        Task.OPTION_TAG + "history"))
                .toList();

        assertThat(texts(aligned(EMPTY, known, 12)))
                .containsExactlyInAnyOrder(
                        "Chooses \"history\" for \"kings\", 6 of 6.", "Chooses \"sci-fi\" for \"robots\", 6 of 6.");
    }

    @Test
    void improve_keepsWhatWasSaid_withHowThePersonStandsToIt() {
        Persona persona = aligned(
                EMPTY, List.of(corrected(1, "What shall I watch?", "I can't stand thrillers. I love westerns.")), 1);

        assertThat(persona.statements())
                .extracting(Statement::text, Statement::polarity)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Does not like thrillers.", Polarity.AGAINST),
                        org.assertj.core.groups.Tuple.tuple("Likes westerns.", Polarity.FOR));
        assertThat(persona.statements())
                .allSatisfy(each -> assertThat(each.support().evidence()).containsExactly(new EpisodeId("e1")));
    }

    @Test
    void improve_letsTheNewerWordReplaceAndTakeBackTheOlder() {
        Labelled likes = corrected(1, "Which tea?", "I love green tea. I love jazz.");
        Persona persona = aligned(EMPTY, List.of(likes), 1);
        Labelled later = corrected(2, "Tea?", "I hate green tea. I don't like jazz any more.");

        Proposal proposal = proposal(persona, List.of(likes, later), 2);

        assertThat(texts(proposal.applyTo(persona))).containsExactly("Does not like green tea.");
        assertThat(proposal.edits()).hasSize(2).allSatisfy(edit -> assertThat(edit.motives())
                .containsExactly(new EpisodeId("e2")));
    }

    @Test
    void improve_letsWhatIsOldFadeAndGo() {
        Labelled likes = corrected(1, "Which tea?", "I love green tea.");
        Persona persona = aligned(EMPTY, List.of(likes), 1);

        Persona later = aligned(persona, List.of(likes), 200);
        assertThat(later.statements())
                .singleElement()
                .extracting(Statement::strength)
                .isEqualTo(0.6);
        assertThat(aligned(later, List.of(likes), 500).statements()).isEmpty();
    }

    @Test
    void improve_keepsWhatRestsOnInteractionsThatJudge() {
        Persona persona = aligned(EMPTY, List.of(corrected(1, "Which tea?", "I love green tea.")), 1);

        assertThat(proposal(persona, List.of(corrected(2, "Where?", "Oslo")), 2).edits())
                .isEmpty();
    }

    @Test
    void improve_leavesAloneWhatIsPinned_andWhatIsNotItsOwn() {
        Persona once = aligned(EMPTY, films(1, 12), 12);
        Statement pinned = once.statement("rates-topic-comedy").with(new Standing(2, true));
        Statement foreign = new Statement(
                "s1", "Likes rain.", Statement.Kind.FACT, new Support(0.5, Set.of(new EpisodeId("e1")), NOON, NOON));
        List<Statement> statements = new ArrayList<>(List.of(foreign));
        once.statements().forEach(each -> statements.add(each.id().equals(pinned.id()) ? pinned : each));
        Persona before = once.edited(statements);
        List<Labelled> other = IntStream.rangeClosed(20, 60)
                .mapToObj(day -> rated(day, day % 2 == 0 ? "Comedy" : "Horror", day % 2 == 0 ? "1" : "5"))
                .toList();

        Persona after = aligned(before, other, 60);

        assertThat(after.find(pinned.id()).map(Statement::meaning)).contains(pinned.meaning());
        assertThat(after.find("s1").map(Statement::text)).contains("Likes rain.");
        assertThat(after.statement("rates-topic-horror").text()).contains(" above ");
    }

    @Test
    void improve_readsWhatWasSaidAnywhereInTheLog() {
        StatedPreference tea =
                new StatedPreference("tea", Stance.AGAINST, NOON.plus(Duration.ofDays(1)), new EpisodeId("e7"));
        Lesson lesson = new Lesson(EMPTY, List.of(), List.of(), List.of(tea), NOON.plus(Duration.ofDays(2)));

        assertThat(proposed(lesson).applyTo(EMPTY).statements()).singleElement().satisfies(each -> {
            assertThat(each.text()).isEqualTo("Does not like tea.");
            assertThat(each.support().evidence()).containsExactly(new EpisodeId("e7"));
        });
    }

    @Test
    void improve_takesAwayWhatThePersonContradictsLater_whoeverSaidIt_butNotWhatIsPinned() {
        Labelled later = corrected(5, "What now?", "I hate documentaries. I no longer like rain.");
        Statement loves = foreign("s1", "Loves documentaries.", NOON);
        Statement rain = foreign("s2", "Likes rain.", NOON);
        Statement newer = foreign("s3", "Likes documentaries on TV.", NOON.plus(Duration.ofDays(9)));

        assertThat(texts(aligned(EMPTY.edited(List.of(loves, rain, newer)), List.of(later), 6)))
                .containsExactly("Likes documentaries on TV.", "Does not like documentaries.");
        assertThat(texts(aligned(EMPTY.edited(List.of(loves.with(new Standing(2, true)))), List.of(later), 6)))
                .containsExactly("Loves documentaries.");
        assertThat(texts(aligned(
                        EMPTY.edited(List.of(loves)), List.of(corrected(5, "What?", "I love documentary.")), 6)))
                .containsExactly("Loves documentaries.");
    }

    private static Statement foreign(String id, String text, Instant when) {
        return new Statement(
                id, text, Statement.Kind.PREFERENCE, new Support(0.5, Set.of(new EpisodeId("e0")), when, when));
    }

    @Property(tries = 100)
    void improve_letsTheStrengthOnlyFade(
            @ForAll @IntRange(max = 2000) int one, @ForAll @IntRange(max = 2000) int more) {
        assertThat(strengthOf(one + more)).isLessThanOrEqualTo(strengthOf(one));
    }

    /** 0 where it is not said any more. */
    private double strengthOf(int days) {
        return aligned(EMPTY, List.of(corrected(0, "Tea?", "I love green tea.")), days).statements().stream()
                .mapToDouble(Statement::strength)
                .findFirst()
                .orElse(0);
    }

    @Test
    void improve_changesNoMoreThanOneAlignmentMay() {
        List<Labelled> many = IntStream.rangeClosed(1, 200)
                .mapToObj(day -> rated(day, "Genre number " + day % 100, day % 100 < 50 ? "1" : "5"))
                .toList();
        Persona persona = EMPTY;
        for (int time = 0; time < 8; time++) {
            Proposal proposal = proposal(persona, many, 200);
            assertThat(bytes(proposal)).isLessThanOrEqualTo(Proposal.MAX_CHANGE);
            persona = proposal.edits().isEmpty() ? persona : proposal.applyTo(persona);
        }
        assertThat(persona.statements()).hasSizeGreaterThan(60);
    }

    private static int bytes(Proposal proposal) {
        return proposal.edits().stream()
                .mapToInt(edit -> edit instanceof Edit.Add add
                        ? add.statement().text().getBytes(StandardCharsets.UTF_8).length
                        : 0)
                .sum();
    }
}
