/**
 * Speaks HTTP for login, refresh, logout, sessions and API access.
 */
@NullMarked
package dev.durin.endpoint;

import org.jspecify.annotations.NullMarked;
