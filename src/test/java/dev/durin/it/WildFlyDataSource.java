package dev.durin.it;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A data source in a file of WildFly's: a pool that {@code web.xml} defines keeps connections that died. */
final class WildFlyDataSource {

    private WildFlyDataSource() {}

    /** What {@code web.xml} must have for it. */
    static String add(TestDataSource dataSource, WebArchive application) {
        String name = application.getName().replace(".war", "-") + dataSource.name();
        String descriptor = """
                <datasources xmlns="http://www.jboss.org/ironjacamar/schema">
                  <datasource jndi-name="java:jboss/datasources/%s" pool-name="%s">
                    <connection-url>%s</connection-url>
                    <driver>%s</driver>
                    <pool><max-pool-size>%d</max-pool-size></pool>
                    <security><user-name>%s</user-name><password>%s</password></security>
                    <validation>
                      <check-valid-connection-sql>SELECT 1</check-valid-connection-sql>
                      <validate-on-match>true</validate-on-match>
                    </validation>
                  </datasource>
                </datasources>
                """.formatted(
                        name,
                        name,
                        dataSource.escapedUrl(),
                        driver(dataSource, application),
                        TestDataSource.POOL_SIZE,
                        TestDatabase.USER,
                        TestDatabase.PASSWORD);
        application.addAsWebInfResource(new StringAsset(descriptor), dataSource.name() + "-ds.xml");
        return dataSource.reference("java:jboss/datasources/" + name);
    }

    /** WildFly brings a driver of H2's, and makes those of the application known by the archive's name. */
    private static String driver(TestDataSource dataSource, WebArchive application) {
        return switch (dataSource.kind()) {
            case "postgresql" -> application.getName() + "_org.postgresql.Driver_42_7";
            case "mariadb" -> application.getName() + "_org.mariadb.jdbc.Driver_4_0";
            default -> "h2";
        };
    }
}
