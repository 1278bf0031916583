package dev.durin.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 as a server in the tests' own virtual machine. */
final class H2Database extends TestDatabase {

    private static final String NAME = "mem:durin;DB_CLOSE_DELAY=-1";

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
    String url() {
        return "jdbc:h2:tcp://localhost:" + port + "/" + NAME;
    }

    @Override
    String dataSourceClass() {
        return "org.h2.jdbcx.JdbcDataSource";
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + NAME, USER, PASSWORD);
    }

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

    @Override
    String numbers(int last) {
        return "SYSTEM_RANGE(1, " + last + ")";
    }
}
