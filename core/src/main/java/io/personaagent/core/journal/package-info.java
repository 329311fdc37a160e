/** What each turn leaves so that it can be shown and gone through again. */
@NullMarked
package io.personaagent.core.journal;

import org.jspecify.annotations.NullMarked;
