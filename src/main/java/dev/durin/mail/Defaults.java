package dev.durin.mail;

import dev.durin.config.Configured;
import dev.durin.config.ExtensionPoint;
import dev.durin.spi.MailText;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** What this package does where the application has no bean of its own. */
@Dependent
class Defaults {

    @Produces
    @Dependent
    @Configured
    MailText mailText(Instance<MailText> application, Texts texts) {
        return ExtensionPoint.choose(application, new BundleText(texts));
    }
}
