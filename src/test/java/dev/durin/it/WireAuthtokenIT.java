package dev.durin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** django-rest-authtoken's cases, and docs/coming-from-multitokenauth-and-authtoken.md. */
@Tag("own-server")
class WireAuthtokenIT extends WireReplay {

    private static final String LATER = "wire-confirmed-later";
    private static final String DJANGO =
            "pbkdf2_sha256$1000$aSaltOfDjango$NvYdhsMXv1W6H+8eYZtBMUlbQwcIMLc366lg74t/sRE=";

    WireAuthtokenIT() {
        super(WireRecording.AUTHTOKEN, 100, "dev.durin.it.authtoken");
    }

    @Override
    WebArchive completed(WebArchive application) {
        return super.completed(application)
                .addPackage("dev.durin.it.accounts")
                .addClass("dev.durin.account.HashCount")
                .addClass("dev.durin.account.LinkReader")
                .addClass("dev.durin.it.multitokenauth.WebByDefault");
    }

    /** Its callers log in before they confirm. */
    @Override
    List<WebArchive> others() {
        return List.of(completed(Deployments.application(LATER, WireAuthtoken.confirmedLater(), url()))
                .addPackage("dev.durin.it.confirmedlater"));
    }

    @Test
    void registeredWhenTheApplicationHasTheLinkMailedThenLogsInAtOnceAndConfirmsLater() {
        Api api = server().api(LATER);
        WireStart mails = start(LATER);

        Answer answer = api.postForm(
                "api/auth/register", Map.of("username", "fay", "password", "fay's-own", "email", "fay@x.org"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(api.login("fay", "fay's-own", "web").status()).isEqualTo(200);
        assertThat(api.get("api/confirmations/fay").body()).isEqualTo("false");
        NodeApi.until(() -> mails.wereMailed("fay") == 1);
        mails.mailed("fay", "confirm-fay");
        Answer followed = api.get("api/auth/register/confirm/" + mails.names().value("confirm-fay"));
        assertThat(followed.status()).isEqualTo(303);
        assertThat(api.get("api/confirmations/fay").body()).isEqualTo("true");
    }

    @Test
    void takenOverFromDjangoThenLogsInAndConfirmsWhenReminded() {
        Api api = server().api(LATER);
        WireStart mails = start(LATER);
        mails.account("import", "gus", DJANGO).account("mail", "gus", "gus@x.org");

        assertThat(api.login("gus", "correct horse", "web").status()).isEqualTo(200);
        assertThat(Integer.parseInt(api.postForm("api/confirmations", Map.of()).body()))
                .isPositive();
        mails.mailed("gus", "confirm-gus");
        assertThat(api.get("api/auth/register/confirm/" + mails.names().value("confirm-gus"))
                        .status())
                .isEqualTo(303);
        assertThat(api.get("api/confirmations/gus").body()).isEqualTo("true");
        int before = mails.wereMailed("gus");
        api.postForm("api/confirmations", Map.of());
        assertThat(mails.wereMailed("gus")).isLessThanOrEqualTo(before);
    }
}
