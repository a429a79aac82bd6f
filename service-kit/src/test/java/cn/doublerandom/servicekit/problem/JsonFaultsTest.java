package cn.doublerandom.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.doublerandom.servicekit.border.StrictJson;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a JSON text is told at its member, also where its name cannot be seen. */
class JsonFaultsTest {
  private record Order(String reason) {}

  private final ObjectMapper json =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"reason\":\"x\",\"\":\"é\"} | unknown-member | \"\"",
        "{\"reason\":\"x\",\" \":1} | unknown-member | \" \"",
        "{\"reason\":\"x\",\"why\":1} | unknown-member | why",
        "{\"\":1,\"\":2} | duplicate-member | \"\"",
        "{\"reason\":\"x\",\"reason\":\"y\"} | duplicate-member | reason"
      })
  void a_member_is_named_even_where_its_name_cannot_be_seen(
      String text, String code, String field) {
    var refused =
        catchThrowableOfType(
            JsonProcessingException.class, () -> json.readValue(text, Order.class));

    Problem.FieldError fault = JsonFaults.fault(refused);
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.field()).isEqualTo(field);
  }

  private static byte[] marked(String text, Charset charset) {
    return ("\ufeff" + text).getBytes(charset);
  }

  static Stream<Arguments> otherEncodings() {
    String text = "{\"reason\":\"检查\"}";
    Charset utf16 = StandardCharsets.UTF_16BE;
    Charset utf16Little = StandardCharsets.UTF_16LE;
    return Stream.of(
        arguments((Object) text.getBytes(utf16)),
        arguments((Object) text.getBytes(utf16Little)),
        arguments((Object) marked(text, utf16)),
        arguments((Object) marked(text, utf16Little)),
        arguments((Object) text.getBytes(Charset.forName("UTF-32BE"))),
        arguments((Object) text.getBytes(Charset.forName("UTF-32LE"))),
        arguments((Object) text.getBytes(Charset.forName("GBK"))),
        arguments((Object) marked(text, StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void json_is_utf_8_without_a_mark_and_no_other_encoding_is_guessed(byte[] body) {
    new StrictJson().customize(json);

    var refused =
        catchThrowableOfType(
            JsonProcessingException.class,
            () -> json.readValue(new ByteArrayInputStream(body), Order.class));

    assertThat(JsonFaults.fault(refused).code()).isEqualTo("not-utf-8");
    assertThat(JsonFaults.rejection(refused)).isEqualTo(EdgeRejection.MALFORMED_REQUEST);
  }

  private record Entry(long first, Long second) {}

  /** 2^53 cannot be told from 2^53 + 1 by most readers of JSON; stored, it failed with 500. */
  @ParameterizedTest
  @CsvSource({
    "9007199254740991, -9007199254740991, ''",
    "9007199254740992, 1, first",
    "1, 9007199254740992, second",
    "1, -9007199254740992, second",
    "9223372036854775807, 1, first"
  })
  void an_integer_is_one_that_every_reader_of_json_reads_as_it_stands(
      String first, String second, String field) throws Exception {
    new StrictJson().customize(json);
    String text = "{\"first\":%s,\"second\":%s}".formatted(first, second);
    if (field.isEmpty()) {
      assertThat(json.readValue(text, Entry.class).first()).isEqualTo(Long.parseLong(first));
      return;
    }
    var refused =
        catchThrowableOfType(
            JsonProcessingException.class, () -> json.readValue(text, Entry.class));

    assertThat(JsonFaults.fault(refused).code()).isEqualTo("out-of-range");
    assertThat(JsonFaults.fault(refused).field()).isEqualTo(field);
    assertThat(JsonFaults.rejection(refused)).isEqualTo(EdgeRejection.FIELD_INVALID);
  }
}
