/** Where the program starts. */
@NullMarked
package io.personaagent.app;

import org.jspecify.annotations.NullMarked;
