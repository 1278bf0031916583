package dev.durin.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 as a server in the tests' own virtual machine. */
final class H2Database extends TestDatabase {

    /** Whoever has a lock may be held up on a busy machine for longer than the two seconds that others wait otherwise. */
    private static final String OPTIONS = ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

    private final int port;
    private Server server;

    H2Database() {
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            port = server.getPort();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String url(String name) {
        return "jdbc:h2:tcp://localhost:" + port + "/mem:" + name + OPTIONS;
    }

    @Override
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + name + OPTIONS, USER, PASSWORD);
    }

    /** It is there with the first connection. */
    @Override
    void create(String name) {}

    @Override
    void stop() {
        server.stop();
    }

    @Override
    void start() {
        try {
            server = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where another session has inserted the same key, H2 tries again and again, and says nothing of a blocker. */
    @Override
    long waiting() {
        return waiting(MAIN);
    }

    /** It tells of the sessions of one database. */
    @Override
    long waiting(String name) {
        return Long.parseLong(rowsOf(
                        name,
                        "SELECT COUNT(*) FROM information_schema.sessions WHERE blocker_id IS NOT NULL"
                                + " OR executing_statement LIKE 'INSERT INTO durin_usage%'"
                                + " OR executing_statement LIKE 'MERGE INTO durin_lock%'")
                .get(0)
                .get(0));
    }

    /** It does not count them. */
    @Override
    long deadlocks() {
        return 0;
    }

    @Override
    String numbers(int last) {
        return "SYSTEM_RANGE(1, " + last + ")";
    }
}
