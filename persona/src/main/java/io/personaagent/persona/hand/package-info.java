/** What a person does to their persona by hand: single changes, as lines in an editor, as a file to take along. */
@NullMarked
package io.personaagent.persona.hand;

import org.jspecify.annotations.NullMarked;
