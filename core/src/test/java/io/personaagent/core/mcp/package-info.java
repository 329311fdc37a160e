@NullMarked
package io.personaagent.core.mcp;

import org.jspecify.annotations.NullMarked;
