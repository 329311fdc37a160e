/** The packaged jar, run as a program, and the guides of the README, followed to the letter. */
@NullMarked
package io.personaagent.app.it;

import org.jspecify.annotations.NullMarked;
