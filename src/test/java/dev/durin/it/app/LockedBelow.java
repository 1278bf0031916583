package dev.durin.it.app;

import dev.durin.access.RefusesScopedTokens;

/** What a locator leads to, and takes no scoped token by itself. */
@RefusesScopedTokens
public class LockedBelow extends EchoBelow {}
