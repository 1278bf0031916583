package dev.durin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerOptionsTest {

    @ParameterizedTest // B13.106
    @CsvSource({
        "https://shop.example/api/auth, false",
        "HTTPS://shop.example/api/auth, false",
        "http://localhost:8080/api/auth, false",
        "http://shop.localhost/api/auth, false",
        "http://127.0.0.1/api/auth, false",
        "http://[::1]:8080/api/auth, false",
        "http://shop.example/api/auth, true",
        "HTTP://shop.example/api/auth, true",
        "http://localhost.example/api/auth, true",
        "http://127.0.0.1.example/api/auth, true",
        "http://10.0.0.1/api/auth, true",
        "http://[::2]/api/auth, true",
    })
    void isReadableOnTheWayThenWhatLeavesTheMachineWithoutTls(String server, boolean readable) {
        assertThat(ServerOptions.isReadableOnTheWay(URI.create(server))).isEqualTo(readable);
    }
}
