package dev.durin.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2 as a server in the tests' own virtual machine. */
final class H2Database extends TestDatabase {

    private final String name;
    private final int port;
    private Server server;

    H2Database(String name) {
        this.name = "mem:" + name + ";DB_CLOSE_DELAY=-1";
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
            port = server.getPort();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String url() {
        return "jdbc:h2:tcp://localhost:" + port + "/" + name;
    }

    @Override
    String dataSourceClass() {
        return "org.h2.jdbcx.JdbcDataSource";
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + name, USER, PASSWORD);
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
