/** Models that do what a test tells them to: in memory, and behind real HTTP. Published for the tests of other modules. */
@NullMarked
package io.personaagent.core.contract;

import org.jspecify.annotations.NullMarked;
