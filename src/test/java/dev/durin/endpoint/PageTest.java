package dev.durin.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @Test
    void htmlWhenATextHasSignsOfHtmlThenTheyAreSigns() {
        String html = Page.of(Locale.ENGLISH, "<b>", "a \"&\" b").html();

        assertThat(html)
                .contains("<h1>&lt;b&gt;</h1>", "<p>a &quot;&amp;&quot; b</p>")
                .doesNotContain("<form");
    }

    /** Browsers refuse to follow the answer of a form to where its page does not name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ' '                                         | form-action 'self'
            /welcome /late                              | form-action 'self'
            https://a.example/x /late                   | form-action 'self' https://a.example
            https://a.example/x https://a.example:8/y?z | form-action 'self' https://a.example https://a.example:8
            https://a.example/x https://a.example/y     | form-action 'self' https://a.example
            """, quoteCharacter = '"')
    void policyThenNamesWhereTheAnswerMaySendTheBrowser(String next, String end) {
        Page page = new Page(Locale.ENGLISH, "h", "t", List.of(), "b", next.replace("'", ""));

        assertThat(page.policy()).startsWith("default-src 'none'").endsWith(end);
    }
}
