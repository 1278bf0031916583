package dev.durin.it;

import org.junit.jupiter.api.Tag;

/** drf-tmp-scoped-token's cases, and docs/coming-from-tmp-scoped-token.md. */
@Tag("own-server")
class WireTmpScopedTokenIT extends WireReplay {

    WireTmpScopedTokenIT() {
        super(WireRecording.TMP_SCOPED_TOKEN, 109, "dev.durin.it.tmpscoped");
    }
}
