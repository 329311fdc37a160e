/** The command line: one class for each command, thin over the floors below. */
@NullMarked
package io.personaagent.app.cli;

import org.jspecify.annotations.NullMarked;
