package io.personaagent.app.cli;

import io.personaagent.core.wiring.Household;
import io.personaagent.core.wiring.Prototyping;
import io.personaagent.persona.prototype.Prototype;
import io.personaagent.tools.UserId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether the person is counted with others. */
@Command(
        name = "prototypes",
        header = "Agrees to be guessed from people like you, and to be counted for them; or not.",
        description = {
            "Only where the setting persona.prototypes is on, and off for everybody who has not",
            "said 'on' here. Counted are the level of your marks and how much higher or lower you",
            "mark what has a trait of a fixed public list (such as Comedy), never a word of yours,",
            "and only what at least 5 people share is kept. Say 'off' and you are out at once.",
            "Without an argument it shows how it stands, and counts anew."
        })
final class PrototypesCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(arity = "0..1", paramLabel = "on|off", description = "agree, or leave")
    private String wanted = "";

    PrototypesCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (!List.of("", "on", "off").contains(wanted)) {
            throw new Failure("'%s' is neither on nor off".formatted(wanted));
        }
        return door.with(household -> {
            Prototyping prototyping = household.prototyping();
            UserId user = Door.user(household);
            if (wanted.equals("on")) {
                refuseUnlessOn(prototyping);
                prototyping.agree(user);
            } else if (wanted.equals("off")) {
                prototyping.leave(user);
            } else {
                prototyping.make();
            }
            door.print(state(household, user));
            return 0;
        });
    }

    private static void refuseUnlessOn(Prototyping prototyping) {
        if (!prototyping.isOn()) {
            throw new Failure("the setting %s is off; whoever keeps this home may turn it on in config.toml"
                    .formatted(Prototyping.SETTING));
        }
    }

    private static String state(Household household, UserId user) {
        Prototyping prototyping = household.prototyping();
        if (!prototyping.isOn()) {
            return "Off: the setting %s is off. Nobody is counted.".formatted(Prototyping.SETTING);
        }
        if (!prototyping.agreed(user)) {
            return "Off for %s: neither counted nor guessed from others.".formatted(user);
        }
        List<Prototype> told = prototyping.told(user).all();
        return told.isEmpty()
                ? "On for %s; too few people with enough marks have agreed, it takes at least %d."
                        .formatted(user, Prototype.FEWEST)
                : "On for %s; counted over %d people."
                        .formatted(user, told.get(0).people());
    }
}
