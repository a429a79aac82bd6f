package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One key is one request's. */
class KeyedRequestTest {
  private static final String PATH = "/api/v1/tasks/2023001-001/programme";
  private static final KeyedRequest FIRST =
      new KeyedRequest("王", "POST", PATH, Map.of("batch", List.of("2")), "{}");

  static Stream<KeyedRequest> others() {
    return Stream.of(
        new KeyedRequest("王", "PUT", PATH, Map.of("batch", List.of("2")), "{}"),
        new KeyedRequest("王", "POST", PATH, Map.of("batch", List.of("3")), "{}"),
        new KeyedRequest("王", "POST", PATH, Map.of("batch", List.of("2", "2")), "{}"),
        new KeyedRequest("王", "POST", PATH, Map.of("batch", List.of("21:a1:b")), "{}"),
        new KeyedRequest("王", "POST", PATH, Map.of(), "{}"),
        new KeyedRequest("王", "POST", PATH, Map.of("batch", List.of("2")), "{\"a\":1}"));
  }

  private static AppendOutcome afterFirst(KeyedRequest next) {
    CommandKey key = next.under("appr");
    assertThat(key.key()).isEqualTo(FIRST.under("appr").key());
    return key.after(FIRST.under("appr").requestHash());
  }

  @ParameterizedTest
  @MethodSource("others")
  void a_request_that_says_anything_else_is_another_one(KeyedRequest other) {
    assertThat(afterFirst(other)).isEqualTo(AppendOutcome.KEY_REUSED);
  }

  @Test
  void the_same_request_is_known_however_its_parameters_are_ordered() {
    Map<String, List<String>> query = new LinkedHashMap<>();
    query.put("minSeq", List.of("17"));
    query.put("batch", List.of("2"));
    assertThat(afterFirst(new KeyedRequest("王", "POST", PATH, query, "{}")))
        .isEqualTo(AppendOutcome.DUPLICATE);
  }

  @Test
  void answers_to_a_table_count_in_their_order() {
    var one = new KeyedRequest("王", "POST", PATH, Map.of("answer", List.of("1|a|x", "1|a|y")), "");
    var two = new KeyedRequest("王", "POST", PATH, Map.of("answer", List.of("1|a|y", "1|a|x")), "");
    assertThat(two.under("k").after(one.under("k").requestHash()))
        .isEqualTo(AppendOutcome.KEY_REUSED);
  }

  @Test
  void what_an_older_ledger_remembers_without_method_and_query_is_the_same_request() {
    String older = Sha256.hex((PATH + "\n{}").getBytes(StandardCharsets.UTF_8));
    assertThat(FIRST.under("appr").after(older)).isEqualTo(AppendOutcome.DUPLICATE);
  }

  @Test
  void two_addresses_and_two_accounts_have_keys_of_their_own() {
    String first = FIRST.under("appr").key();
    assertThat(new KeyedRequest("王", "POST", PATH + "/approval", Map.of(), "").under("appr").key())
        .isNotEqualTo(first);
    assertThat(new KeyedRequest("李", "POST", PATH, Map.of(), "").under("appr").key())
        .isNotEqualTo(first);
  }

  @Test
  void a_key_beside_a_secret_address_tells_nothing_of_it() {
    var sent = new KeyedRequest("code", "POST", "/ui/checks/2YMYVN/rating", Map.of(), "{}");
    CommandKey key = sent.hidden("one");
    assertThat(key.key()).doesNotContain("2YMYVN").isNotEqualTo(sent.hidden("two").key());
    assertThat(key.requestHash()).isNotEqualTo(sent.hidden("two").requestHash());
    assertThat(sent.hidden("one").after(key.requestHash())).isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(
            new KeyedRequest("code", "POST", "/ui/checks/2YMYVN/rating", Map.of(), "{\"a\":1}")
                .hidden("one")
                .after(key.requestHash()))
        .isEqualTo(AppendOutcome.KEY_REUSED);
  }
}
