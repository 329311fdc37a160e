/** Which one question helps the most where nothing is known of what somebody likes, and what their answer to it tells. */
@NullMarked
package io.personaagent.persona.elicit;

import org.jspecify.annotations.NullMarked;
