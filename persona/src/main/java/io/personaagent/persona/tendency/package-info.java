/**
 * What a person tends to, learnt by counting and shrinking from their own labels, without a model: tendencies that can be read as
 * sentences and used as numbers.
 */
@NullMarked
package io.personaagent.persona.tendency;

import org.jspecify.annotations.NullMarked;
