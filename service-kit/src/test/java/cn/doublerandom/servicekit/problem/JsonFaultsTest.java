package cn.doublerandom.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
