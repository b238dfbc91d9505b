/**
 * Fuzzing of what takes input from outside. {@code mvn verify} runs the kept corpus, below {@code
 * src/test/resources/dev/slipway/fuzz}; {@code mvn verify -Pcluster} looks for more for a few
 * seconds, and {@code tools/fuzz.sh} for longer.
 */
@NullMarked
package dev.slipway.fuzz;

import org.jspecify.annotations.NullMarked;
