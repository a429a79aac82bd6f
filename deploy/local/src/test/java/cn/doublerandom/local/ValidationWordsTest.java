package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.ProblemWords;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ValidationWordsTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @Test
  void both_languages_say_the_same_things() {
    assertThat(ValidationWords.CHINESE.keySet()).isEqualTo(ValidationWords.ENGLISH.keySet());
    assertThat(ValidationWords.CHINESE).hasSizeGreaterThan(15);
  }

  @Test
  void an_officer_reads_chinese_and_nobody_an_expression() {
    ValidationWords.CHINESE.forEach((key, text) -> {
      assertThat(CHINESE.matcher(text.toString()).find()).as("%s", key).isTrue();
      assertThat(ProblemWords.hasExpression(text.toString())).as("%s", key).isFalse();
    });
    ValidationWords.ENGLISH.forEach((key, text) ->
        assertThat(ProblemWords.hasExpression(text.toString())).as("%s", key).isFalse());
    assertThat(ProblemWords.hasExpression("must match [0-9a-f]{64}")).isTrue();
    assertThat(ProblemWords.hasExpression("需要匹配 ^\\\\d+$")).isTrue();
  }
}
