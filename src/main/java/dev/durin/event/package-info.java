/**
 * Facts that Durin announces as CDI events. Records without secrets: names and ids, never entities, never a token.
 */
@NullMarked
package dev.durin.event;

import org.jspecify.annotations.NullMarked;
