package dev.durin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durin.config.AtLimit;
import dev.durin.config.LoginPolicy;
import dev.durin.rate.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientDraftTest {

    @Test
    void changeWhenNothingIsSaidThenNothingIsChanged() {
        ClientDraft draft = ClientDraft.change();

        assertThat(draft.name()).isEmpty();
        assertThat(draft.loginPolicy()).isEmpty();
        assertThat(draft.maxPerCaller()).isEmpty();
        assertThat(draft.atLimit()).isEmpty();
        assertThat(draft.enabled()).isEmpty();
        assertThat(draft.isUnthrottled()).isFalse();
    }

    @Test
    void draftWhenSomethingIsAddedThenTheEarlierOneStaysAsItWas() {
        ClientDraft first = ClientDraft.named("web").loginPolicy(LoginPolicy.NEW);

        ClientDraft second = first.maxPerCaller(3).atLimit(AtLimit.REJECT);

        assertThat(first.maxPerCaller()).isEmpty();
        assertThat(second.name()).contains("web");
        assertThat(second.loginPolicy()).contains(LoginPolicy.NEW);
        assertThat(second.maxPerCaller()).contains(3);
        assertThat(second.atLimit()).contains(AtLimit.REJECT);
    }

    @Test
    void draftWhenTakenBackThenWithout() {
        ClientDraft draft = ClientDraft.change()
                .throttleRate(Rate.parse("1/s"))
                .unthrottled()
                .maxPerCaller(3)
                .anyNumberPerCaller();

        assertThat(draft.throttleRate()).isEmpty();
        assertThat(draft.isUnthrottled()).isTrue();
        assertThat(draft.maxPerCaller()).contains(ClientDraft.ANY_NUMBER);
        assertThat(draft.throttleRate(Rate.parse("1/s")).isUnthrottled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void maxPerCallerWhenNoSuchLimitThenSaysWhichThereAre(int most) {
        assertThatExceptionOfType(InvalidClientException.class)
                .isThrownBy(() -> ClientDraft.change().maxPerCaller(most))
                .withMessage("A limit of tokens is from 1 to 100000, not " + most + ".")
                .satisfies(e -> assertThat(e.field()).isEqualTo("maxPerCaller"));
    }
}
