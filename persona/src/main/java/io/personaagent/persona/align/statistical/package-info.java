/** The aligner that asks no model: counts over all that is labelled, as statements that it finds again by their ids. */
@NullMarked
package io.personaagent.persona.align.statistical;

import org.jspecify.annotations.NullMarked;
