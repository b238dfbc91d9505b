/** The MLLP server, which takes HL7 messages over TCP. */
@NullMarked
package dev.slipway.catalog.mllp;

import org.jspecify.annotations.NullMarked;
