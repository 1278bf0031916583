package dev.durin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B8.75 */
class TrustedProxiesTest {

    private static String origin(String proxies, String connection, String... forwardedFor) {
        return TrustedProxies.parse(proxies).origin(connection, Arrays.asList(forwardedFor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0/8      | 10.1.2.3        | 203.0.113.7                      | 203.0.113.7
            10.0.0.0/8      | 10.1.2.3        | 198.51.100.1, 203.0.113.7        | 203.0.113.7
            10.0.0.0/8      | 10.1.2.3        | 198.51.100.1,203.0.113.7,10.9.9.9 | 203.0.113.7
            10.0.0.0/8      | 10.1.2.3        | 10.0.0.1, 10.0.0.2               | 10.0.0.1
            10.0.0.0/8      | 11.1.2.3        | 203.0.113.7                      | 11.1.2.3
            10.1.2.3        | 10.1.2.4        | 203.0.113.7                      | 10.1.2.4
            10.1.2.2/31     | 10.1.2.3        | 203.0.113.7                      | 203.0.113.7
            10.1.2.2/31     | 10.1.2.4        | 203.0.113.7                      | 10.1.2.4
            0.0.0.0/0       | 10.1.2.4        | 203.0.113.7                      | 203.0.113.7
            fd00::/8        | fd00:0:0:0:0:0:0:1 | 2001:db8::7                   | 2001:db8:0:0:0:0:0:7
            ::1             | 0:0:0:0:0:0:0:1 | [2001:db8::7]:4711               | 2001:db8:0:0:0:0:0:7
            ::1, 127.0.0.1  | ::ffff:127.0.0.1 | 203.0.113.7:80                  | 203.0.113.7
            127.0.0.1       | 127.0.0.1       | unknown                          | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | 203.0.113.7, _hidden             | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | example.org                      | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | 1.2.3.4.5                        | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | 1.2.3.256                        | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | 300.1.1.1                        | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | .:1                              | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | dead                             | 127.0.0.1
            127.0.0.1       | 127.0.0.1       | ::g                              | 127.0.0.1
            none            | 127.0.0.1       | 203.0.113.7                      | 127.0.0.1
            127.0.0.1       | pipe            | 203.0.113.7                      | pipe
            """)
    void originThenTheNearestAddressThatIsNoTrustedProxys(
            String proxies, String connection, String forwardedFor, String origin) {
        assertThat(origin(proxies, connection, forwardedFor)).isEqualTo(origin);
    }

    @Test
    void originWhenTheHeaderComesSeveralTimesThenTheLastOneIsTheNearest() {
        assertThat(origin("10.0.0.0/8", "10.0.0.1", "203.0.113.1", "203.0.113.7, 10.0.0.2"))
                .isEqualTo("203.0.113.7");
        assertThat(origin("10.0.0.0/8", "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void parseThenItIsKnownWhetherAnybodyHasSaidSo() {
        assertThat(TrustedProxies.parse("").known()).isFalse();
        assertThat(TrustedProxies.parse("NONE").known()).isTrue();
        assertThat(TrustedProxies.parse("NONE").networks()).isEqualTo(List.of());
        assertThat(TrustedProxies.parse("10.0.0.0/8, ::1").networks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.org",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/a",
                "1.2.3",
                "none, ::1",
                ","
            })
    void parseWhenNoAddressThenRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedProxies.parse(text))
                .withMessageStartingWith("each must be an address or a network such as 10.0.0.0/8");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::, 2001:db8:1:3:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64"
    })
    void subscriberThenTheNetworkThatOneIsGiven(String address, String subscriber) {
        assertThat(IpAddress.parse(address)).map(IpAddress::subscriber).contains(subscriber);
    }
}
