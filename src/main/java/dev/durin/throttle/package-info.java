/**
 * Counts requests against the rates that hold for them: of a caller with the tokens of a client, and of an address.
 */
@NullMarked
package dev.durin.throttle;

import org.jspecify.annotations.NullMarked;
