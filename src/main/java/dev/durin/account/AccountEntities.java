package dev.durin.account;

import dev.durin.store.EntityClasses;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/** Tells the store about this package's entities. */
@Dependent
class AccountEntities implements EntityClasses {

    @Override
    public List<Class<?>> entityClasses() {
        return List.of(AccountEntity.class, MailedLinkEntity.class);
    }
}
