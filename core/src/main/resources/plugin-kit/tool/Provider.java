package @package@;

import dev.langchain4j.agent.tool.P;
import io.personaagent.tools.*;
import java.util.List;
import org.pf4j.Extension;

@Extension
public final class @Name@Provider implements ToolProvider {
    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public List<Tool> tools(ToolSettings settings) {
        settings.onlyKnowing();
        return AnnotatedTools.of(this);
    }

    // Your tool, in place of this one. READ changes nothing and is never asked about; WRITE changes what is kept here, EXTERNAL something
    // elsewhere. By the examples it is found, and its arguments are read, when no model is at hand.
    @dev.langchain4j.agent.tool.Tool(name = "@name_@_hello", value = "Greets somebody by their name.")
    @Traits(effect = Effect.READ, examples = {"let @name@ greet {who}", "@name@ says hello to {who}"})
    public ToolResult hello(@P("whom to greet, such as Ida") String who) {
        return ToolResult.done("Hello, %s!".formatted(who));
    }
}
