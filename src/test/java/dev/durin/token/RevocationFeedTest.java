package dev.durin.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durin.config.Settings;
import dev.durin.config.TestSettings;
import dev.durin.store.ScriptedReader;
import dev.durin.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told when a node no longer hears what others end: after ten seconds, by default. */
class RevocationFeedTest {

    private static final Logger LOGGER = Logger.getLogger(RevocationFeed.class.getName());
    private static final String NOT_READ =
            "WARNING What other nodes have ended was not read from durin_revocation for ";
    private static final String HANGS = NOT_READ + "longer than PT10S: the read that began last has not come back";

    private final Settings settings = TestSettings.of(Map.of());
    private final ScriptedReader reader = new ScriptedReader();
    private final RevocationFeed feed = new RevocationFeed(
            reader,
            new TokenCache(settings, this::time),
            new SignedTokenCache(settings, this::time),
            settings,
            this::time);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private volatile Instant now = TestTokens.CREATED;

    private Instant time() {
        return now;
    }

    @BeforeEach
    void listen() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.setLevel(Level.INFO);
        LOGGER.addHandler(handler);
        feed.begin();
    }

    @AfterEach
    void listenNoLonger() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Test
    void readWhenItComesRegularlyThenNothingIsTold() {
        for (int second = 0; second < 30; second++) {
            feed.read();
            feed.tellWhenLate();
            pass(Duration.ofSeconds(1));
        }

        assertThat(told).isEmpty();
        assertThat(feed.isInTime()).isTrue();
    }

    @Test
    void firstReadWhenItTakesLongThenToldNoSoonerThanOfAnyOther() {
        pass(Duration.ofSeconds(10).minusMillis(1));
        feed.tellWhenLate();
        assertThat(told).isEmpty();
        assertThat(feed.isInTime()).isFalse();

        pass(Duration.ofMillis(1));
        feed.tellWhenLate();

        assertThat(told).singleElement().asString().startsWith(HANGS);
    }

    @Test
    void readWhenItHangsThenToldOnceAndWhenItIsOver() throws InterruptedException {
        feed.read();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        reader.does(() -> {
            begun.countDown();
            await(released);
        });
        Thread hanging = new Thread(feed::read);
        hanging.start();
        begun.await();
        pass(Duration.ofSeconds(12));
        feed.tellWhenLate();
        feed.tellWhenLate();
        released.countDown();
        hanging.join();
        assertThat(told).singleElement().asString().startsWith(HANGS);
        assertThat(feed.isInTime()).as("what has come back is too old").isFalse();

        feed.read();

        assertThat(feed.isInTime()).isTrue();
        assertThat(told).hasSize(2).last().isEqualTo("INFO What other nodes have ended can be read again, after PT12S");
    }

    private static void await(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever looks at the time is scheduled by the same thread that everything waits for. */
    @Test
    void readWhenNobodyHadTheChanceToLookThenToldAfterwardsOnce() {
        feed.read();
        pass(Duration.ofSeconds(42));

        feed.read();
        feed.read();

        assertThat(told).singleElement().asString().startsWith(NOT_READ + "PT42S, though no read failed");
    }

    @Test
    void readWhenItFailsThenToldOnceAndWhenItIsOver() {
        feed.read();
        reader.does(() -> {
            throw new StoreUnavailableException("away", null);
        });
        for (int second = 0; second < 20; second++) {
            pass(Duration.ofSeconds(1));
            feed.read();
        }
        reader.does(() -> {});
        pass(Duration.ofSeconds(1));

        feed.read();

        assertThat(told).hasSize(2);
        assertThat(told.get(0)).startsWith("WARNING What other nodes have ended cannot be read");
        assertThat(told.get(1)).isEqualTo("INFO What other nodes have ended can be read again, after PT20S");
    }
}
