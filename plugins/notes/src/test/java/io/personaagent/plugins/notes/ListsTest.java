package io.personaagent.plugins.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.personaagent.tools.Arguments;
import io.personaagent.tools.BadArgumentException;
import io.personaagent.tools.Preferences;
import io.personaagent.tools.ToolResult;
import io.personaagent.tools.Undo;
import io.personaagent.tools.contract.TestToolContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListsTest {

    private final ListTools lists = new ListTools();
    private final TestToolContext ada = knowing("ada", "Likes tea.", "Their favourite list is shopping.");
    private final TestToolContext bob = knowing("bob", "Keeps things on the list \"camper van\".");
    private final TestToolContext eve = knowing("eve");

    private static TestToolContext knowing(String person, String... statements) {
        return TestToolContext.of(person).preferring(new Preferences(Map.of(), List.of(statements)));
    }

    /** The same request of three people. */
    @Test
    void add_sameRequest_anotherPerson_anotherList() {
        assertThat(text(lists.add("milk", "", ada)))
                .isEqualTo("Put on the shopping list: milk (going by: Their favourite list is shopping.)");
        assertThat(text(lists.add("milk", "", bob)))
                .isEqualTo("Put on the camper van list: milk (going by: Keeps things on the list \"camper van\".)");
        assertThatThrownBy(() -> lists.add("milk", "", eve))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage(
                        "argument 'list' is missing, and I do not know your favourite list; expected its name, such as shopping");
        assertThat(lists.show("", ada))
                .isEqualTo("On the shopping list (going by: Their favourite list is shopping.):\n- milk");
    }

    @Test
    void lists_areFoundWhateverTheCaseAndTheWordsAround() {
        lists.add("Milk", "Shopping", eve);
        lists.add("brown bread", "my shopping list", eve);
        lists.add("tent", "旅行", eve);

        assertThat(lists.show("SHOPPING", eve)).isEqualTo("On the Shopping list:\n- Milk\n- brown bread");
        assertThat(lists.show("", eve)).isEqualTo("Your lists: Shopping (2), 旅行 (1)");
        assertThat(lists.show("shopping", ada)).isEqualTo("The shopping list is empty.");
    }

    @Test
    void take_findsTheItem_orNamesWhatThereIs() {
        lists.add("milk", "shopping", eve);
        lists.add("oat milk", "shopping", eve);
        lists.add("bread", "shopping", eve);

        assertThat(text(lists.take("milk", "shopping", eve))).isEqualTo("Took off the shopping list: milk");
        assertThat(text(lists.take("oat", "shopping", eve))).isEqualTo("Took off the shopping list: oat milk");
        assertThatThrownBy(() -> lists.take("tea", "shopping", eve))
                .hasMessage("argument 'item' is 'tea'; expected one of the shopping list: bread");
        lists.take("bread", "shopping", eve);
        assertThatThrownBy(() -> lists.take("bread", "shopping", eve))
                .hasMessage("argument 'list' is 'shopping', but there is nothing on such a list");
        assertThat(lists.show("", eve))
                .isEqualTo("There are no lists yet. Say \"put ... on my ... list\" to begin one.");
    }

    @Test
    void addAndTake_sayHowTheyAreTakenBack() {
        lists.add("Milk", "my Shopping list", eve);

        assertThat(undo(lists.add("milk", "shopping", eve)))
                .isEqualTo(new Undo("take_off_list", Arguments.of(Map.of("item", "milk", "list", "Shopping"))));
        assertThat(undo(lists.take("milk", "Shopping", eve)))
                .isEqualTo(new Undo("add_to_list", Arguments.of(Map.of("item", "milk", "list", "Shopping"))));
        assertThat(lists.show("shopping", eve)).isEqualTo("On the Shopping list:\n- Milk");
    }

    private static String text(ToolResult result) {
        return result.fold(ToolResult.Done::text, ToolResult.Failed::message);
    }

    private static Undo undo(ToolResult result) {
        return result.fold(ToolResult.Done::undo, failed -> Undo.NONE);
    }
}
