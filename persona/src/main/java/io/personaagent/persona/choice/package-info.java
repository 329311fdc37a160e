/** What somebody would choose or like, weighed from the statements of their persona, each of which can be named. */
@NullMarked
package io.personaagent.persona.choice;

import org.jspecify.annotations.NullMarked;
