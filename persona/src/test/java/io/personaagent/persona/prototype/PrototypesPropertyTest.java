package io.personaagent.persona.prototype;

import static org.assertj.core.api.Assertions.assertThat;

import io.personaagent.persona.tendency.Trait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrototypesPropertyTest {

    private static final List<Trait> TRAITS = List.of(
            new Trait(Trait.Kind.TOPIC, "Comedy"),
            new Trait(Trait.Kind.TOPIC, "Horror"),
            new Trait(Trait.Kind.TOPIC, "War"),
            new Trait(Trait.Kind.PERIOD, "1990"));

    @Provide
    Arbitrary<Contribution> person() {
        Arbitrary<Map<Trait, Double>> effects = Arbitraries.maps(
                        Arbitraries.of(TRAITS), Arbitraries.doubles().between(-0.5, 0.5))
                .ofMaxSize(TRAITS.size());
        return Combinators.combine(Arbitraries.doubles().between(0, 1), effects).as(Contribution::new);
    }

    @Provide
    Arbitrary<List<Contribution>> home() {
        return person().list().ofMaxSize(70);
    }

    @Property(tries = 300)
    void of_neverTellsWhatFewerThanFiveShare(@ForAll("home") List<Contribution> people) {
        Prototypes made = Prototypes.of(people);

        for (Prototype each : made.all()) {
            assertThat(each.people()).isBetween(5, people.size());
            each.shared().forEach((trait, shared) -> assertThat(shared.people())
                    .isBetween(5, Math.toIntExact(holders(people, trait))));
        }
        assertThat(made.all().isEmpty()).isEqualTo(people.size() < 5);
    }

    /** Whoever subtracts groups from the whole is left with nobody or at least five. */
    @Property(tries = 300)
    void of_tellsOfNoFewByWhatIsLeftOver(@ForAll("home") List<Contribution> people) {
        List<Prototype> all = Prototypes.of(people).all();
        if (all.size() < 2) {
            return;
        }
        List<Prototype> groups = all.subList(1, all.size());
        assertThat(groups.stream().mapToInt(Prototype::people).sum()).isEqualTo(people.size());
        all.get(0).shared().forEach((trait, whole) -> {
            int left = whole.people();
            for (Prototype group : groups) {
                left -= group.shared().containsKey(trait)
                        ? group.shared().get(trait).people()
                        : 0;
                assertThat(left == 0 || left >= 5).isTrue();
            }
        });
    }

    /** Nobody moves a number by more than their share of it and one step, whatever they did; so two files tell little of one person. */
    @Property(tries = 500)
    void of_withoutSomebody_changesLittle(@ForAll("home") List<Contribution> people) {
        if (people.size() < 6) {
            return;
        }
        Prototype with = Prototype.of(people);
        Prototype without = Prototype.of(people.subList(1, people.size()));

        for (Trait trait : TRAITS) {
            if (with.shared().containsKey(trait) && without.shared().containsKey(trait)) {
                int count = with.shared().get(trait).people();
                assertThat(without.shared().get(trait).people()).isBetween(count - 1, count);
                assertThat(Math.abs(with.shared().get(trait).effect()
                                - without.shared().get(trait).effect()))
                        .isLessThanOrEqualTo(2 * Contribution.MOST / count + 0.1 + 1e-9);
            }
        }
        assertThat(without.people()).isEqualTo(with.people() - 1);
        assertThat(Math.abs(with.level() - without.level())).isLessThanOrEqualTo(1.0 / people.size() + 0.05 + 1e-9);
    }

    @Property(tries = 100)
    void of_theOrderOfPeople_tellsNothing(@ForAll("home") List<Contribution> people, @ForAll Random chance) {
        List<Contribution> mixed = new ArrayList<>(people);
        Collections.shuffle(mixed, chance);

        assertThat(Prototypes.of(mixed)).isEqualTo(Prototypes.of(people));
    }

    @Property(tries = 50)
    void write_readsBackTheSame(@ForAll("home") List<Contribution> people) throws java.io.IOException {
        Path folder = java.nio.file.Files.createTempDirectory("prototypes");
        PrototypeFile file = new PrototypeFile(folder.resolve("p.json"));
        Prototypes made = Prototypes.of(people);

        file.write(made);

        assertThat(file.read()).isEqualTo(made);
        assertThat(java.nio.file.Files.exists(folder.resolve("p.json")))
                .isEqualTo(!made.all().isEmpty());
        java.nio.file.Files.deleteIfExists(folder.resolve("p.json"));
        java.nio.file.Files.delete(folder);
    }

    private static long holders(List<Contribution> people, Trait trait) {
        Map<Trait, Long> counts = new HashMap<>();
        people.forEach(each -> each.effects().keySet().forEach(held -> counts.merge(held, 1L, Long::sum)));
        return counts.getOrDefault(trait, 0L);
    }
}
