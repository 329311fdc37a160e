/** The arguments of a call, held against the tool's JSON Schema before the tool sees them. */
@NullMarked
package io.personaagent.core.args;

import org.jspecify.annotations.NullMarked;
