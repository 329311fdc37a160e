/** Tools of MCP servers: other people's programs, whose words are data and whose definitions are pinned. The only package that knows the MCP SDK. */
@NullMarked
package io.personaagent.core.mcp;

import org.jspecify.annotations.NullMarked;
