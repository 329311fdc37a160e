package io.personaagent.tools;

import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * A plugin's door: a name, and the tools behind it.
 *
 * <p>Annotate the implementation with PF4J's {@code @Extension} and give it a public constructor without parameters. Neither the
 * constructor nor {@link #tools} does I/O.
 */
public interface ToolProvider extends ExtensionPoint {

    /** Short, lower-case and stable: what the plugin's settings, shelf and workspace are filed under. */
    String name();

    /**
     * The tools, always in the same order.
     *
     * @throws IllegalArgumentException when a setting is unknown or unusable
     */
    List<Tool> tools(ToolSettings settings);
}
