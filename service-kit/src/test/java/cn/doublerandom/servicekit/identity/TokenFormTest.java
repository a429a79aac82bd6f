package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormTest {
  private static final String HEAD = "{\"alg\":\"ES256\",\"kid\":\"a\"}";

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(String claims) {
    return part(HEAD) + "." + part(claims) + "." + part("signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"bureau\":\"130534\"}",
        "{\"bureau\":[\"130534\",\"130534.scjg\"]}",
        "{\"sub\":\"a\",\"groups\":[],\"aud\":\"b\",\"iat\":1.5,\"exp\":2,\"nbf\":0}",
        "{\"aud\":[\"a\",\"b\"],\"address\":{\"a\":[{\"b\":[1,2.5,null,true]}]}}"
      })
  void claims_of_their_types_are_claims(String claims) {
    assertThat(TokenForm.fault(token(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"groups\":{}}",
        "{\"groups\":\"registrar\"}",
        "{\"groups\":[1]}",
        "{\"sub\":1}",
        "{\"unit\":null}",
        "{\"bureau\":null}",
        "{\"bureau\":[null]}",
        "{\"bureau\":[\"130534\",1]}",
        "{\"bureau\":130534}",
        "{\"bureau\":{}}",
        "{\"iat\":\"1\"}",
        "{\"exp\":1e400}",
        "{\"exp\":-1}",
        "{\"nbf\":253402300800}",
        "{\"aud\":{}}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":111111111111111111111111111111111}",
        "{\"a\":[[[[[[[[[[]]]]]]]]]]}",
        "{\"a\":",
        "{} {}",
        "{\"a\":NaN}",
        "[]",
        "\"a\"",
        ""
      })
  void whatever_else_is_written_there_is_no_token(String claims) {
    assertThat(TokenForm.fault(token(claims))).contains(TokenRules.Fault.MALFORMED);
  }

  @Test
  void a_token_has_an_end_before_it_is_read() {
    String most = "{\"a\":\"" + "b".repeat(TokenForm.MOST_CHARACTERS) + "\"}";
    assertThat(TokenForm.fault(token(most))).contains(TokenRules.Fault.TOO_LARGE);
  }

  @Test
  void twelve_hundred_levels_are_refused_and_not_descended() {
    String deep = "{\"a\":" + "[".repeat(1_200) + "]".repeat(1_200) + "}";
    assertThat(TokenForm.fault(token(deep))).contains(TokenRules.Fault.MALFORMED);
  }
}
