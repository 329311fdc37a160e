/** What people have in common who agreed to be counted: a few numbers without a word of anybody, for who is new. */
@NullMarked
package io.personaagent.persona.prototype;

import org.jspecify.annotations.NullMarked;
