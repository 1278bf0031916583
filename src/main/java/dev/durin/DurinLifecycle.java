package dev.durin;

import dev.durin.access.GuardedTypes;
import dev.durin.access.LimitedTypes;
import dev.durin.account.AccountNames;
import dev.durin.account.AccountPurge;
import dev.durin.account.OtherStores;
import dev.durin.authentication.EntryExtension;
import dev.durin.authentication.RoutedRequests;
import dev.durin.client.Clients;
import dev.durin.config.Beans;
import dev.durin.config.ConfigurationException;
import dev.durin.config.ExtensionPoint;
import dev.durin.config.Settings;
import dev.durin.config.Startup;
import dev.durin.mail.MailSchedule;
import dev.durin.mail.Mailer;
import dev.durin.scoped.Audience;
import dev.durin.store.EntityStore;
import dev.durin.store.NewTransaction;
import dev.durin.token.FeedSchedule;
import dev.durin.token.PurgeSchedule;
import dev.durin.token.TokenKeys;
import dev.durin.usage.UsageSchedule;
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;

/**
 * Starts Durin with the application, and stops it. A listener and not an observer of CDI's, because only now every data
 * source is there on every server.
 */
class DurinLifecycle implements ServletContextListener {

    private final Set<Class<?>> types;
    private final Set<String> applications;
    private volatile boolean begun;

    /**
     * For an application with these types of interest.
     *
     * @param applications the names of those that are JAX-RS applications
     */
    DurinLifecycle(Set<Class<?>> types, Set<String> applications) {
        this.types = types;
        this.applications = applications;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Instance<Object> beans = requireBeans();
        begun = true;
        ExtensionPoint.requireAtMostOneBeanEach();
        GuardedTypes.requireEnforceable(types);
        beans.select(LimitedTypes.class).get().requireCounted(types);
        beans.select(EntryExtension.class).get().requireOneMechanism();
        beans.select(Mailer.class).get().open();
        beans.select(OtherStores.class).get().requireNone();
        beans.select(EntityStore.class).get().open();
        beans.select(TokenKeys.class).get().load();
        beans.select(AccountNames.class).get().requireOneRule();
        beans.select(Audience.class).get().isAt(event.getServletContext().getContextPath());
        beans.select(RoutedRequests.class).get().areOf(applications);
        Settings settings = beans.select(Settings.class).get();
        Clients clients = beans.select(Clients.class).get();
        clients.declare(settings.clients());
        beans.select(PurgeSchedule.class).get().start();
        beans.select(AccountPurge.class).get().start();
        beans.select(FeedSchedule.class).get().start();
        beans.select(UsageSchedule.class).get().start();
        beans.select(MailSchedule.class).get().start();
        beans.select(Startup.class).get().done();
        new StartupReport(beans).log();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (!begun) {
            return;
        }
        Instance<Object> beans = Beans.current();
        beans.select(PurgeSchedule.class).get().stop();
        beans.select(AccountPurge.class).get().stop();
        beans.select(FeedSchedule.class).get().stop();
        beans.select(UsageSchedule.class).get().stop();
        beans.select(MailSchedule.class).get().stop();
        beans.select(EntityStore.class).get().close();
    }

    /** Some servers go on without CDI, or without the beans of a JAR, or its enterprise bean alone. */
    private static Instance<Object> requireBeans() {
        try {
            Instance<Object> beans = Beans.current();
            // Of those that need no other bean, so that nothing else than a hidden JAR is taken for one.
            beans.select(Startup.class).get();
            beans.select(NewTransaction.class).get();
            return beans;
        } catch (RuntimeException e) {
            ConfigurationException failure = Startup.leftOut();
            failure.initCause(e);
            throw failure;
        }
    }
}
