package io.personaagent.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personaagent.app.show.Json;
import io.personaagent.app.show.UndoWords;
import io.personaagent.app.show.Words;
import io.personaagent.core.Person;
import io.personaagent.core.permit.Asker;
import io.personaagent.core.undo.Deed;
import io.personaagent.core.undo.TurnDeeds;
import io.personaagent.core.undo.Undoing;
import io.personaagent.core.wiring.Household;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back what tools did. */
@Command(
        name = "undo",
        header = "Takes back what tools did for you, where they say how.",
        description = {
            "Each deed is taken back once. Who types this has approved of it; a rule that says never still holds.",
            "  personaagent undo --list"
        })
final class UndoCommand implements Callable<Integer> {

    private final Door door;

    @Parameters(
            arity = "0..1",
            paramLabel = "TURN",
            description = "which turn's, as --list shows it; the latest that can be taken back when it is left out")
    private String turn = "";

    @Option(names = "--list", description = "only lists what was done, and what can be taken back")
    private boolean list;

    @Mixin
    private final Output output = new Output();

    UndoCommand(Door door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return door.with(this::run);
    }

    private int run(Household household) {
        Person person = Door.person(household);
        Undoing undoing = new Undoing(
                person.memory().exposures().records(),
                household.serve(person, Asker.approving()).toolbox());
        if (!list) {
            UndoWords.undo(undoing, turn).forEach(door::print);
            return 0;
        }
        List<TurnDeeds> latest = undoing.latest().stream()
                .filter(each -> turn.isEmpty() || each.turn().value().equals(turn))
                .toList();
        if (output.json()) {
            door.print(Json.list(latest, UndoCommand::json).toPrettyString());
        } else {
            Words words = new Words(person.clock().getZone());
            latest.forEach(each -> show(each, words));
        }
        if (latest.isEmpty()) {
            door.tell("No tool has changed anything for you that is still known.");
        }
        return 0;
    }

    private void show(TurnDeeds turnDeeds, Words words) {
        door.print("%s  %s".formatted(turnDeeds.turn(), words.time(turnDeeds.at())));
        turnDeeds.deeds().forEach(deed -> door.print("  " + UndoWords.line(deed)));
    }

    private static ObjectNode json(TurnDeeds turnDeeds) {
        ObjectNode node = Json.object()
                .put("turn", turnDeeds.turn().value())
                .put("at", turnDeeds.at().toString());
        node.set("deeds", Json.list(turnDeeds.deeds(), UndoCommand::json));
        return node;
    }

    private static ObjectNode json(Deed deed) {
        return Json.object()
                .put("number", deed.number())
                .put("tool", deed.tool())
                .put("told", deed.told())
                .put("state", deed.state().word())
                .put(
                        "undo",
                        deed.undo().isNone()
                                ? ""
                                : deed.undo().tool() + " " + deed.undo().arguments())
                .put("remark", deed.remark());
    }
}
