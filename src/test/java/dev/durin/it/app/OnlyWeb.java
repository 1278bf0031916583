package dev.durin.it.app;

import dev.durin.access.AllowClients;

/** Guards whoever implements it. */
public interface OnlyWeb {

    @AllowClients("web")
    String onlyWeb();
}
