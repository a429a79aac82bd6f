package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileBundleTest {
  private static final Path GOOD = Path.of("../docs/vectors/draw/qinghe-2023003-002.json");

  private static Verify.Verdict judge(String text) {
    return Verify.check(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "true",
        "1.5",
        "-0",
        "01",
        "9007199254740992",
        "{\"a\":1,\"a\":2}",
        "{\"é\":1}",
        "\"e\u0301\"",
        "\"\\ud800\"",
        "[1,]",
        "{} {}",
        "[]",
        "{\"protocol\":7}"
      })
  void what_is_not_the_json_of_the_protocol_is_malformed(String text) {
    assertThat(judge(text).code()).isEqualTo(Code.MALFORMED);
  }

  @Test
  void nesting_without_end_is_malformed() {
    assertThat(judge("[".repeat(100_000)).code()).isEqualTo(Code.MALFORMED);
  }

  @Test
  void bytes_that_are_not_utf8_are_malformed() {
    assertThat(Verify.check(new byte[] {'"', (byte) 0xc3, '"'}).code()).isEqualTo(Code.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"double-random/1\",\"recusalCount\" | \"double-random/1\",\"x\":1,\"recusalCount\" | MALFORMED",
        "\"round\":1 | \"round\":0 | MALFORMED",
        "\"num\":10 | \"num\":101 | MALFORMED",
        "\"round\":1 | \"round\":1,\"salt\":1 | MALFORMED",
        "\"rulePack\":\"hebei-2023.1\" | \"rulePack\":\"hebei-2023.2\" | COMMIT_HASH",
        "\"drawn\":1 | \"drawn\":2 | ALLOCATION"
      })
  void one_edited_member_is_named(String from, String to, String code) throws IOException {
    String good = canonical();
    assertThat(good).contains(from);

    assertThat(judge(good.replace(from, to)).code()).isEqualTo(Code.valueOf(code));
  }

  @Test
  void another_protocol_is_not_guessed_at() throws IOException {
    String other = "{\"protocol\":\"double-random/2\"}";
    assertThat(judge(other).code()).isEqualTo(Code.PROTOCOL_UNKNOWN);
  }

  private static String canonical() throws IOException {
    return new String(Json.canonical(Json.read(Files.readAllBytes(GOOD))), StandardCharsets.UTF_8);
  }
}
