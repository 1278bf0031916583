package dev.durin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailuresTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            40001, 1213,  true
            40001, 90999, true
            40P01, 0,     true
            HY000, 1020,  true
            HY000, 1205,  false
            HYT00, 50200, false
            55P03, 0,     false
            08S01, 1020,  false
            23000, 1062,  false
            ,      1213,  false
            """)
    void transactionGaveWayWhenAnotherOneWasPreferredOrWasFirst(String state, int code, boolean gaveWay) {
        SQLException failure = new SQLException("of the driver", state, code);

        assertThat(StoreFailures.gaveWay(new IllegalStateException(new RuntimeException(failure))))
                .isEqualTo(gaveWay);
    }

    @Test
    void transactionDidNotGiveWayWhenNoDatabaseSaidSo() {
        assertThat(StoreFailures.gaveWay(new IllegalStateException("40001"))).isFalse();
    }
}
