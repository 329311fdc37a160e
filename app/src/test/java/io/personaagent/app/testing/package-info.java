/** A home on the disk and a command line in this process, for tests. */
@NullMarked
package io.personaagent.app.testing;

import org.jspecify.annotations.NullMarked;
