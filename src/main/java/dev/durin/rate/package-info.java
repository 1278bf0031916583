/**
 * Says what "100/h" means.
 */
@NullMarked
package dev.durin.rate;

import org.jspecify.annotations.NullMarked;
