package dev.durin.store;

import dev.durin.config.ConfigurationException;
import dev.durin.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The data source that the settings name. */
@Dependent
class DurinDataSource {

    private final String name;

    @Inject
    DurinDataSource(Settings settings) {
        this.name = settings.store().dataSource();
    }

    /**
     * The data source.
     *
     * @throws ConfigurationException when there is none by this name
     */
    @SuppressWarnings("BanJNDI") // the name comes from the deployer alone
    DataSource lookup() {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new ConfigurationException(
                    "durin.datasource=" + name + ": there is no data source by this JNDI name (" + e.getMessage()
                            + "). Define it in the server or with @DataSourceDefinition, or name another one.");
        }
    }
}
