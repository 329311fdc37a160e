/**
 * What may be kept of what was said, and what of it may be shown to whom.
 *
 * <p>Secrets are taken out before anything is written; what calls for care is recognised by its words; and a recall shows only what its
 * purpose allows. All of it is deterministic and needs no model.
 */
@NullMarked
package io.personaagent.memory.boundary;

import org.jspecify.annotations.NullMarked;
