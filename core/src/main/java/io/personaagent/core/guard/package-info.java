/** Running foreign code so that neither its exceptions nor its slowness reach the host. */
@NullMarked
package io.personaagent.core.guard;

import org.jspecify.annotations.NullMarked;
