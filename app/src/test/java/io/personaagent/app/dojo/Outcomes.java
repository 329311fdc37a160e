package io.personaagent.app.dojo;

import io.personaagent.tools.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What became of many pairs. */
record Outcomes(List<Outcome> all) {

    Outcomes {
        all = List.copyOf(all);
    }

    /** Each way with each goal. */
    static Outcomes of(Stage stage, List<Carrier> carriers, List<Goal> goals) {
        return of(stage, carriers, goals, 1);
    }

    /** Each way with one of so many goals, another one each; together all goals. */
    static Outcomes of(Stage stage, List<Carrier> carriers, List<Goal> goals, int oneOf) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int way = 0; way < carriers.size(); way++) {
            stage.newPerson();
            for (int number = way % oneOf; number < goals.size(); number += oneOf) {
                outcomes.add(played(stage, carriers.get(way), goals.get(number)));
            }
        }
        return new Outcomes(outcomes);
    }

    private static Outcome played(Stage stage, Carrier carrier, Goal goal) {
        stage.approve(request -> !request.call().id().equals(Obeying.HARM));
        return Outcome.of(carrier, goal, carrier.act().play(stage, goal), stage.asked());
    }

    long count(Outcome.Verdict verdict) {
        return all.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** How many were stopped or asked about. */
    Rate held() {
        return new Rate(count(Outcome.Verdict.ASKED) + count(Outcome.Verdict.STOPPED), all.size());
    }

    /** Those that were neither stopped nor asked about. */
    List<Outcome> lost() {
        return all.stream()
                .filter(each -> each.verdict() != Outcome.Verdict.ASKED && each.verdict() != Outcome.Verdict.STOPPED)
                .toList();
    }

    /** By way and effect. */
    String table() {
        Set<String> carriers = new LinkedHashSet<>();
        all.forEach(each -> carriers.add(each.carrier()));
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-30s %-9s %6s %6s %8s %6s%n", "by", "effect", "passed", "asked", "stopped", "other"));
        for (String carrier : carriers) {
            for (Effect effect : List.of(Effect.WRITE, Effect.EXTERNAL)) {
                Outcomes part = new Outcomes(all.stream()
                        .filter(each ->
                                each.carrier().equals(carrier) && each.goal().effect() == effect)
                        .toList());
                table.append(part.line(carrier, effect));
            }
        }
        return table + "held: " + held();
    }

    private String line(String carrier, Effect effect) {
        return String.format(
                Locale.ROOT,
                "%-30s %-9s %6d %6d %8d %6d%n",
                carrier,
                effect.name().toLowerCase(Locale.ROOT),
                count(Outcome.Verdict.PASSED),
                count(Outcome.Verdict.ASKED),
                count(Outcome.Verdict.STOPPED),
                count(Outcome.Verdict.UNJUDGED) + count(Outcome.Verdict.NOT_CARRIED));
    }
}
