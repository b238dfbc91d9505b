/** The worked example of docs/a-sixth-system.md. */
@NullMarked
package dev.slipway.example.gotenberg;

import org.jspecify.annotations.NullMarked;
