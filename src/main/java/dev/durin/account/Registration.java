package dev.durin.account;

import dev.durin.config.Configured;
import dev.durin.config.Part;
import dev.durin.config.RegistrationSettings;
import dev.durin.config.Settings;
import dev.durin.event.CallerRegistered;
import dev.durin.spi.MailKind;
import dev.durin.spi.TimeSource;
import dev.durin.store.Announcer;
import dev.durin.store.ConflictException;
import dev.durin.store.OwnTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes accounts for whoever wants one. Public for Durin's endpoints. Thread-safe. */
@Part
public class Registration {

    /** Each time somebody else has taken the name that had just become free. */
    private static final int ATTEMPTS = 3;

    private final RegistrationSettings settings;
    private final Set<String> operators;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final OwnTransaction transaction;
    private final AccountReader reader;
    private final AccountStore store;
    private final ConfirmationMails mails;
    private final AccountTokens tokens;
    private final MailRequests requests;
    private final Announcer announcer;
    private final TimeSource time;

    @Inject
    Registration(
            Settings settings,
            PasswordPolicy policy,
            PasswordHashes hashes,
            OwnTransaction transaction,
            AccountReader reader,
            AccountStore store,
            ConfirmationMails mails,
            AccountTokens tokens,
            MailRequests requests,
            Announcer announcer,
            @Configured TimeSource time) {
        this.settings = settings.registration();
        this.operators = settings.admin().callers().stream()
                .map(name -> AccountName.natural(name, true))
                .collect(Collectors.toUnmodifiableSet());
        this.policy = policy;
        this.hashes = hashes;
        this.transaction = transaction;
        this.reader = reader;
        this.store = store;
        this.mails = mails;
        this.tokens = tokens;
        this.requests = requests;
        this.announcer = announcer;
        this.time = time;
    }

    /**
     * What is wrong with what somebody wants, whatever accounts there are.
     *
     * @param applicant what is wanted
     * @return the faults by the fields {@code name}, {@code password} and {@code mail}; none when it will do
     */
    public Map<String, String> faults(Applicant applicant) {
        Map<String, String> faults = new LinkedHashMap<>();
        AccountName.faultOfNew(applicant.name()).ifPresent(fault -> faults.put("name", fault));
        note(faults, () -> policy.requireGood(applicant.name(), applicant.password()));
        if (!applicant.mail().isEmpty()) {
            note(faults, () -> mails.requireMailable(applicant.mail()));
        }
        return faults;
    }

    private static void note(Map<String, String> faults, Runnable check) {
        try {
            check.run();
        } catch (InvalidAccountException e) {
            faults.put(e.field(), e.getMessage());
        }
    }

    /**
     * Makes an account, unless there is one of this name. Of several at once that want one name one gets it. The password is
     * hashed in any case, and before a transaction is begun. Where the address has got too many mails, it is made and none is
     * sent, which the answer does not tell. The names of {@code durin.admin.callers} are as good as taken.
     *
     * @param applicant what is wanted, without faults
     * @return whether it was made; always true where nobody shall learn whether a name is taken
     * @throws dev.durin.store.StoreUnavailableException when it could not be found out
     */
    public boolean register(Applicant applicant) {
        AccountDraft draft = draft(applicant);
        String hash = hashes.make(applicant.password());
        if (operators.contains(AccountName.natural(draft.name(), true))) {
            // Whoever has one of these names may do everything, and nobody shall come by that by being the first to
            // ask.
            return settings.enumerationSafe();
        }
        Optional<Account> owner = owner(draft.name());
        // Once, and only where there is going to be a mail: who tries names that are taken must not use the mails up.
        boolean mailed = owner.isEmpty() && settings.confirm() && mails.mayGoTo(applicant.mail(), draft.name());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            // Also where somebody was found: the time must not tell.
            if (created(draft, hash, applicant, mailed)) {
                return true;
            }
            owner = owner(draft.name());
            if (owner.isPresent()) {
                break;
            }
        }
        if (settings.enumerationSafe()) {
            owner.ifPresent(account ->
                    requests.ask(MailKind.NAME_TAKEN, () -> mails.tellThatTheNameIsTaken(account, applicant.locale())));
        }
        return settings.enumerationSafe();
    }

    /** Who has a name; not an account that nobody has confirmed in time, which goes with this. */
    private Optional<Account> owner(String name) {
        return reader.find(name).map(StoredAccount::account).filter(account -> !wasAbandoned(account));
    }

    private AccountDraft draft(Applicant applicant) {
        AccountDraft draft = AccountDraft.named(applicant.name())
                .groups(settings.groups())
                .state(settings.confirm() ? AccountState.PENDING : AccountState.ACTIVE);
        return applicant.mail().isEmpty() ? draft : draft.mail(applicant.mail());
    }

    private boolean created(AccountDraft draft, String hash, Applicant applicant, boolean mailed) {
        tokens.expected(draft.name());
        try {
            transaction.run("register an account", () -> create(draft, hash, applicant, mailed));
            return true;
        } catch (ConflictException e) {
            return false;
        }
    }

    private Account create(AccountDraft draft, String hash, Applicant applicant, boolean mailed) {
        tokens.beginAnew(draft.name());
        Optional<Instant> until =
                settings.confirm() ? Optional.of(time.now().plus(settings.unconfirmedLifetime())) : Optional.empty();
        Account account = store.create(draft, hash, until);
        announcer.announce(new CallerRegistered(account.name(), account.id()));
        if (mailed) {
            mails.order(account, applicant.mail(), applicant.locale());
        }
        return account;
    }

    /** Whether it was one that nobody has confirmed in time, and is gone now. */
    private boolean wasAbandoned(Account account) {
        if (account.state() != AccountState.PENDING) {
            return false;
        }
        Supplier<Boolean> deletion = () -> store.deleteAbandoned(account.id());
        boolean gone = transaction.run("delete an account that nobody has confirmed", deletion);
        if (gone) {
            tokens.abandoned(account.name());
        }
        return gone;
    }
}
