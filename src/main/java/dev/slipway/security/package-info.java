/** What a workload needs of pod security, declared once and rendered for every generation of it. */
@NullMarked
package dev.slipway.security;

import org.jspecify.annotations.NullMarked;
