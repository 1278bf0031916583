/**
 * Keeps accounts for applications that have no identity store of their own: names, password hashes, groups, and who of them
 * may log in.
 */
@NullMarked
package dev.durin.account;

import org.jspecify.annotations.NullMarked;
