/** What the agent can do: the tools of all providers, who approves a call, and running it within limits. */
@NullMarked
package io.personaagent.core.tool;

import org.jspecify.annotations.NullMarked;
