package dev.durin;

import dev.durin.access.GuardedTypes;
import dev.durin.client.Clients;
import dev.durin.config.ExtensionPoint;
import dev.durin.config.Settings;
import dev.durin.config.Startup;
import dev.durin.store.EntityStore;
import dev.durin.token.PurgeSchedule;
import dev.durin.token.TokenKeys;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Starts Durin with the application, and stops it. A listener and not an observer of CDI's, because only now every data
 * source is there on every server.
 */
class DurinLifecycle implements ServletContextListener {

    private static final Logger LOGGER = System.getLogger(DurinLifecycle.class.getName());

    private final Set<Class<?>> types;
    private volatile boolean begun;

    DurinLifecycle(Set<Class<?>> types) {
        this.types = types;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Instance<Object> beans = requireBeans();
        begun = true;
        ExtensionPoint.requireAtMostOneBeanEach();
        GuardedTypes.requireEnforceable(types);
        beans.select(EntityStore.class).get().open();
        beans.select(TokenKeys.class).get().load();
        Settings settings = beans.select(Settings.class).get();
        Clients clients = beans.select(Clients.class).get();
        clients.declare(settings.clients());
        beans.select(PurgeSchedule.class).get().start();
        beans.select(Startup.class).get().done();
        new StartupReport(beans).log();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (!begun) {
            return;
        }
        Instance<Object> beans = CDI.current();
        beans.select(PurgeSchedule.class).get().stop();
        beans.select(EntityStore.class).get().close();
    }

    /** Some servers go on without CDI, or without the beans of a JAR that they were told to leave out. */
    private static Instance<Object> requireBeans() {
        try {
            Instance<Object> beans = CDI.current();
            if (beans.select(EntityStore.class).isResolvable()) {
                return beans;
            }
        } catch (IllegalStateException e) {
            LOGGER.log(Level.DEBUG, "There is no CDI", e);
        }
        throw Startup.leftOut();
    }
}
