package dev.durin.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MariaDB server that the build brings, with character set and collation as they come: Latin 1, Swedish. */
final class MariaDbDatabase extends TestDatabase {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Path programs = Path.of(System.getProperty("durin.mariadb"));
    private final Path directory;
    private final int port;
    private Process server;

    MariaDbDatabase() {
        try {
            Path logs = Files.createDirectories(Path.of(System.getProperty("durin.logs")));
            directory = Files.createTempDirectory(logs.getParent(), "mariadb-data");
            port = freePort();
            install();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            start();
            asRoot("CREATE USER " + USER + " IDENTIFIED BY '" + PASSWORD + "'");
            create(MAIN);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void install() throws IOException, InterruptedException {
        try (var files = Files.list(programs.resolve("bin"))) {
            files.map(Path::toFile).forEach(MariaDbDatabase::makeExecutable);
        }
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                programs.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--force",
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        command.addAll(places());
        int result = process(command, "mariadb-install.log").waitFor();
        if (result != 0) {
            throw new IllegalStateException("MariaDB's data directory was not made, see mariadb-install.log");
        }
    }

    /** The archive that it came in does not keep this. */
    private static void makeExecutable(File program) {
        if (!program.setExecutable(true)) {
            throw new IllegalStateException(program + " cannot be made executable");
        }
    }

    /** MariaDB runs as root only if told so, and as another user only if not told who that is. */
    private List<String> places() {
        List<String> places = new ArrayList<>(List.of("--basedir=" + programs, "--datadir=" + directory));
        if (System.getProperty("user.name").equals("root")) {
            places.add("--user=root");
        }
        return places;
    }

    private Process process(List<String> command, String log) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of(System.getProperty("durin.logs")).resolve(log).toFile()))
                .start();
    }

    @Override
    String url(String name) {
        return "jdbc:mariadb://localhost:" + port + "/" + name + "?sslMode=disable";
    }

    @Override
    Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), USER, PASSWORD);
    }

    @Override
    void create(String name) {
        asRoot("CREATE DATABASE " + name);
        asRoot("GRANT ALL PRIVILEGES ON " + name + ".* TO " + USER);
    }

    private void asRoot(String sql) {
        try (Connection connection = DriverManager.getConnection(url(""), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void stop() {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With snapshots that later versions have unless told otherwise; the name of the socket must be short. */
    @Override
    void start() {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin/mariadbd").toString(), "--no-defaults"));
        command.addAll(places());
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=mariadb.sock",
                "--skip-ssl",
                "--innodb-lock-wait-timeout=10",
                "--innodb-snapshot-isolation=ON"));
        try {
            server = process(command, "mariadb.log");
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws InterruptedException {
        Instant patience = Instant.now().plus(LONGEST_START);
        while (!isReady()) {
            if (server.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(patience)) {
                throw new IllegalStateException("MariaDB did not start, see mariadb.log");
            }
        }
    }

    private boolean isReady() {
        try (Connection connection = DriverManager.getConnection(url(""), "root", "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Without the strict mode, which the server is in by default and which the driver asks for. */
    @Override
    String lenientUrl(String name) {
        return url(name) + "&jdbcCompliantTruncation=false&sessionVariables=sql_mode=''";
    }

    @Override
    long waiting() {
        return count("SELECT variable_value FROM information_schema.global_status"
                + " WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
    }

    @Override
    long deadlocks() {
        return count("SELECT variable_value FROM information_schema.global_status"
                + " WHERE variable_name = 'INNODB_DEADLOCKS'");
    }

    @Override
    String numbers(int last) {
        return "(SELECT seq AS x FROM seq_1_to_" + last + ") AS series";
    }
}
