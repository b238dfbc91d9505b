/** New projects: their files, made of templates, and the environments to begin with. */
@NullMarked
package dev.slipway.cli.init;

import org.jspecify.annotations.NullMarked;
