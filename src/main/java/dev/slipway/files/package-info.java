/** What the doors take from the machine that they run on: files and variables. */
@NullMarked
package dev.slipway.files;

import org.jspecify.annotations.NullMarked;
