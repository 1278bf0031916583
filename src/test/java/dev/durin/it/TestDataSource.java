package dev.durin.it;

/**
 * A data source of a test application, known to it by the same name on every server.
 *
 * @param name its name
 * @param url the database
 */
record TestDataSource(String name, String url) {

    static final int POOL_SIZE = 40;

    String jndiName() {
        return "java:app/jdbc/" + name;
    }

    /** The kind of database, such as {@code postgresql}. */
    String kind() {
        return url.split(":", 3)[1];
    }

    /** The URL as XML has it. */
    String escapedUrl() {
        return url.replace("&", "&amp;");
    }

    private String className() {
        return switch (kind()) {
            case "postgresql" -> "org.postgresql.ds.PGSimpleDataSource";
            case "mariadb" -> "org.mariadb.jdbc.MariaDbDataSource";
            default -> "org.h2.jdbcx.JdbcDataSource";
        };
    }

    /** As {@code web.xml} has it, with properties that a server knows. */
    String definition(String properties) {
        return """
                <data-source>
                  <name>%s</name>
                  <class-name>%s</class-name>
                  <url>%s</url>
                  <user>%s</user>
                  <password>%s</password>
                  %s
                  <max-pool-size>%d</max-pool-size>
                </data-source>
                """.formatted(
                jndiName(), className(), escapedUrl(), TestDatabase.USER, TestDatabase.PASSWORD, properties, POOL_SIZE);
    }

    /** As {@code web.xml} has it, for one that is defined elsewhere. */
    String reference(String definedAs) {
        return """
                <resource-ref>
                  <res-ref-name>%s</res-ref-name>
                  <res-type>javax.sql.DataSource</res-type>
                  <lookup-name>%s</lookup-name>
                </resource-ref>
                """.formatted(jndiName(), definedAs);
    }
}
