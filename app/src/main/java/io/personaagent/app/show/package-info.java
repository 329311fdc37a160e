/** How the nouns are shown: as words for a person, as JSON for a program. */
@NullMarked
package io.personaagent.app.show;

import org.jspecify.annotations.NullMarked;
