/**
 * Gives tokens their life: issue, verify, renew, revoke, expire, purge; their text and the keys behind it.
 */
@NullMarked
package dev.durin.token;

import org.jspecify.annotations.NullMarked;
