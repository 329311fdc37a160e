/** What a tool may do without being asked about, and what the person says when asked. Nothing that is learned reaches in here. */
@NullMarked
package io.personaagent.core.permit;

import org.jspecify.annotations.NullMarked;
