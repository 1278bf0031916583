package dev.durin.it.app;

import dev.durin.access.RefusesScopedTokens;

/** Whatever implements it takes no scoped token. */
@RefusesScopedTokens
public interface Locked {}
