/** Puts the parts together: plain calls of constructors. The only package that knows Guice. */
@NullMarked
package io.personaagent.core.wiring;

import org.jspecify.annotations.NullMarked;
