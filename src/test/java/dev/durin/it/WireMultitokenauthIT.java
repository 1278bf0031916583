package dev.durin.it;

import org.junit.jupiter.api.Tag;

/** drf-multitokenauth's cases, and docs/coming-from-multitokenauth-and-authtoken.md. */
@Tag("own-server")
class WireMultitokenauthIT extends WireReplay {

    WireMultitokenauthIT() {
        super(WireRecording.MULTITOKENAUTH, 71, "dev.durin.it.multitokenauth");
    }
}
