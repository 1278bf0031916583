package dev.durin.it;

/** The database of this run of the tests. */
final class Databases {

    private static final TestDatabase CURRENT =
            switch (System.getProperty("durin.it.database", "h2")) {
                case "postgresql" -> new PostgresDatabase();
                case "mariadb" -> new MariaDbDatabase();
                default -> new H2Database();
            };

    private Databases() {}

    static TestDatabase current() {
        return CURRENT;
    }
}
