/** The aligner that asks a chat model: a textual loss for each wrong answer, and one rewrite from all of them. */
@NullMarked
package io.personaagent.persona.align.textual;

import org.jspecify.annotations.NullMarked;
