/** Signs and checks temporary tokens that may do less than their caller. */
@NullMarked
package dev.durin.scoped;

import org.jspecify.annotations.NullMarked;
