package cn.doublerandom.servicekit.border;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A header is understood, or named in the refusal. */
class HeaderGuardTest {
  private static MultiMap with(String name, String value) {
    return MultiMap.caseInsensitiveMultiMap().add(name, value);
  }

  private static Optional<String> refusal(MultiMap headers, boolean sendsBody) {
    return HeaderGuard.fault(headers, sendsBody).map(f -> f.refusal().code() + " " + f.header());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Content-Type|application/json; charset=bogus|type-not-taken",
        "Content-Type|application/json; charset=GBK|type-not-taken",
        "Content-Type|application/json; charset=|type-not-taken",
        "Content-Type|text/csv; charset=\"no such\"|type-not-taken",
        "Content-Type|;;|type-not-taken",
        "Content-Type|json|type-not-taken",
        "Content-Type|``|type-not-taken",
        "Accept|;;q=|header-malformed",
        "Accept|application/json;q=2|header-malformed",
        "Content-Encoding|gzip|coding-not-taken",
        "Content-Encoding|identity, br|coding-not-taken",
        "Content-Encoding|``|coding-not-taken",
        "Idempotency-Key|``|idempotency-key-invalid",
        "Idempotency-Key|a b|idempotency-key-invalid"
      })
  void what_nobody_can_understand_is_refused_by_the_name_of_the_header(
      String name, String value, String code) {
    assertThat(refusal(with(name, value), true)).contains(code + " " + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Content-Type|application/json",
        "Content-Type|application/json; charset=utf-8",
        "Content-Type|application/json;charset=\"UTF-8\"",
        "Content-Type|text/csv; charset=gb18030",
        "Content-Type|multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk",
        "Accept|text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept|``",
        "Accept|*",
        "Accept|text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "Content-Encoding|identity",
        "Idempotency-Key|order-17"
      })
  void what_programs_and_browsers_send_is_understood(String name, String value) {
    assertThat(refusal(with(name, value), true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type", "Idempotency-Key"})
  void said_twice_two_readers_could_each_believe_another_one(String name) {
    MultiMap twice = with(name, "text/plain").add(name, "text/csv");
    assertThat(refusal(twice, true)).isPresent();
  }

  @Test
  void what_is_said_of_a_body_that_does_not_come_is_overheard() {
    assertThat(refusal(with("Content-Type", ";;"), false)).isEmpty();
    assertThat(refusal(with("Content-Encoding", "gzip"), false)).isEmpty();
  }
}
