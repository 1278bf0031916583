package dev.durin.authentication;

import dev.durin.config.Beans;
import dev.durin.config.ConfigurationException;
import dev.durin.config.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure of the beans that the configured entry needs: the mechanism, unless the application has one of its own, or
 * for the filter what tells Jakarta Security who calls.
 */
public class EntryExtension implements Extension {

    private static final Logger LOGGER = System.getLogger(EntryExtension.class.getName());

    private @Nullable String other;
    private boolean added;

    /** Whether another application of the same archive has Durin's mechanism. */
    private boolean neighbour;

    void seeMechanism(@Observes ProcessAnnotatedType<? extends HttpAuthenticationMechanism> event) {
        Class<?> type = event.getAnnotatedType().getJavaClass();
        // Servers show mechanisms of their own, too; the application's come from the loader that Durin comes from.
        if (type != TokenAuthenticationMechanism.class && isOfTheApplication(type)) {
            other = type.getName();
        }
        neighbour |= isOfAnotherDurin(type);
    }

    void seeDefinition(
            @Observes
                    @WithAnnotations({
                        BasicAuthenticationMechanismDefinition.class,
                        FormAuthenticationMechanismDefinition.class,
                        CustomFormAuthenticationMechanismDefinition.class,
                        OpenIdAuthenticationMechanismDefinition.class
                    })
                    ProcessAnnotatedType<?> event) {
        Class<?> type = event.getAnnotatedType().getJavaClass();
        if (isOfTheApplication(type)) {
            other = "a definition on " + type.getName();
        }
    }

    /** Too late to stand down, and two mechanisms would break every request. */
    void seeProducer(@Observes ProcessProducerMethod<? extends HttpAuthenticationMechanism, ?> event) {
        if (added && isOfTheApplication(event.getBean().getBeanClass())) {
            event.addDefinitionError(
                    new ConfigurationException(
                            "The application makes an authentication mechanism by "
                                    + event.getAnnotatedProducerMethod()
                                            .getJavaMember()
                                            .toGenericString()
                                    + ", so Durin must not add its own: set durin.entry=filter, or durin.entry=none and call TokenAuthentication from yours."));
        }
    }

    void chooseSecurityContext(@Observes ProcessAnnotatedType<FilterSecurityContext> event) {
        if (Entry.configured() != Entry.FILTER) {
            event.veto();
        }
    }

    void chooseMechanism(@Observes AfterTypeDiscovery event) {
        if (Entry.configured() == Entry.MECHANISM) {
            addMechanism(event);
        }
    }

    private void addMechanism(AfterTypeDiscovery event) {
        if (other != null) {
            LOGGER.log(
                    Level.WARNING,
                    "The application has an authentication mechanism of its own, {0}, so that of Durin stands down. Set"
                            + " durin.entry=filter to have tokens beside it, or durin.entry=none and call TokenAuthentication"
                            + " from yours.",
                    other);
            return;
        }
        added = true;
        // Of two applications in one archive that both have Durin, servers take two types of one id for one.
        String id = "durin-token-mechanism-"
                + EntryExtension.class.getProtectionDomain().getCodeSource().getLocation();
        event.addAnnotatedType(TokenAuthenticationMechanism.class, id).add(ApplicationScoped.Literal.INSTANCE);
    }

    /**
     * The application's own mechanism, for which Durin's stands down.
     *
     * @return what it is, or empty when there is none
     */
    public Optional<String> otherMechanism() {
        return Optional.ofNullable(other);
    }

    /**
     * Makes sure that the server has one mechanism to ask, if Durin's is to be asked.
     *
     * @throws ConfigurationException when there are several
     */
    public void requireOneMechanism() {
        BeanManager beans = Beans.manager();
        Set<Bean<?>> mechanisms = beans.getBeans(HttpAuthenticationMechanism.class);
        if (added) {
            requireOnlyOurs(
                    beans,
                    mechanisms.stream()
                            .filter(mechanism -> !isOfAnotherDurin(mechanism.getBeanClass()))
                            .collect(Collectors.toUnmodifiableSet()));
        } else if (neighbour && mechanisms.isEmpty()) {
            LOGGER.log(
                    Level.WARNING,
                    "Another application of the archive has Durin's authentication mechanism, and this one has none. If"
                            + " the server now answers 500 to every request, as WildFly does, let durin.entry be the same"
                            + " in all of them, or deploy each as an archive of its own.");
        }
    }

    private static void requireOnlyOurs(BeanManager beans, Set<Bean<?>> mechanisms) {
        requireOneOfOurs(mechanisms);
        try {
            beans.resolve(mechanisms);
        } catch (AmbiguousResolutionException e) {
            // Servers bring one for what they find in an application, such as MicroProfile's @LoginConfig.
            throw new ConfigurationException("There are several authentication mechanisms, "
                    + mechanisms.stream()
                            .map(mechanism -> mechanism.getBeanClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ", and a server takes one: set durin.entry=filter to have tokens beside another one, or"
                    + " durin.entry=none and call TokenAuthentication from yours.");
        }
    }

    /** One server takes the classes of one application for those of all that are in the same archive. */
    private static void requireOneOfOurs(Set<Bean<?>> mechanisms) {
        if (mechanisms.stream()
                        .filter(mechanism -> mechanism.getBeanClass() == TokenAuthenticationMechanism.class)
                        .count()
                != 1) {
            throw new ConfigurationException("The archive has several applications with Durin's authentication"
                    + " mechanism, and this server does not tell them apart: set durin.entry=filter in all of them but"
                    + " one, or deploy each as an archive of its own.");
        }
    }

    /** On some servers each application of an archive sees what extensions add for the others. */
    private static boolean isOfAnotherDurin(Class<?> mechanism) {
        return mechanism.getName().equals(TokenAuthenticationMechanism.class.getName())
                && mechanism != TokenAuthenticationMechanism.class;
    }

    private static boolean isOfTheApplication(Class<?> type) {
        return type.getClassLoader() == EntryExtension.class.getClassLoader();
    }
}
