package dev.durin.authentication;

import dev.durin.config.ConfigurationException;
import dev.durin.config.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
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
 * Makes the beans that the configured entry needs: the mechanism, unless the application has one of its own, or for the
 * filter what tells Jakarta Security who calls.
 */
public class EntryExtension implements Extension {

    private static final Logger LOGGER = System.getLogger(EntryExtension.class.getName());

    private @Nullable String other;
    private boolean added;

    void seeMechanism(@Observes ProcessAnnotatedType<? extends HttpAuthenticationMechanism> event) {
        Class<?> type = event.getAnnotatedType().getJavaClass();
        // Servers show mechanisms of their own, too; the application's come from the loader that Durin comes from.
        if (type != TokenAuthenticationMechanism.class && isOfTheApplication(type)) {
            other = type.getName();
        }
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

    /** Servers bring one for what they find in an application, such as MicroProfile's {@code @LoginConfig}. */
    void requireOnlyOne(@Observes AfterDeploymentValidation event, BeanManager beans) {
        if (!added) {
            return;
        }
        Set<Bean<?>> mechanisms = beans.getBeans(HttpAuthenticationMechanism.class);
        try {
            beans.resolve(mechanisms);
        } catch (AmbiguousResolutionException e) {
            event.addDeploymentProblem(new ConfigurationException("There are several authentication mechanisms, "
                    + mechanisms.stream()
                            .map(mechanism -> mechanism.getBeanClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ", and a server takes one: set durin.entry=filter to have tokens beside another one, or"
                    + " durin.entry=none and call TokenAuthentication from yours."));
        }
    }

    void addBeans(@Observes AfterTypeDiscovery event) {
        switch (Entry.configured()) {
            case MECHANISM -> addMechanism(event);
            case FILTER -> addSecurityContext(event);
            case NONE -> {}
        }
    }

    private static void addSecurityContext(AfterTypeDiscovery event) {
        event.getAlternatives().add(FilterSecurityContext.class);
        event.addAnnotatedType(FilterSecurityContext.class, "durin-security-context")
                .add(ApplicationScoped.Literal.INSTANCE)
                .add(Alternative.Literal.INSTANCE);
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
        event.addAnnotatedType(TokenAuthenticationMechanism.class, "durin-token-mechanism")
                .add(ApplicationScoped.Literal.INSTANCE);
    }

    /**
     * The application's own mechanism, for which Durin's stands down.
     *
     * @return what it is, or empty when there is none
     */
    public Optional<String> otherMechanism() {
        return Optional.ofNullable(other);
    }

    private static boolean isOfTheApplication(Class<?> type) {
        return type.getClassLoader() == EntryExtension.class.getClassLoader();
    }
}
