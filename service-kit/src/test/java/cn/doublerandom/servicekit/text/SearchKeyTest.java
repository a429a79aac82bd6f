package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {
  @ParameterizedTest
  @CsvSource({
    "清河县示例（集团）有限公司, 清河县示例(集团)有限公司",
    "清河县示例〔集团〕有限公司, 清河县示例【集团】有限公司",
    "ＡＢＣ运输, abc运输",
    "⻋站, 车站",
    "⾞站, 車站",
    "⻢家⻔, 马家门",
    "豈山, 豈山",
    "阿·布, 阿•布",
    "Ⅲ号, iii号",
    "甲 乙, 甲乙",
    "清\u200b河, 清河",
    "A—1, a-1"
  })
  void however_a_name_was_typed_its_key_is_the_same(String one, String other) {
    assertThat(SearchKey.of(one)).isEqualTo(SearchKey.of(other));
  }

  @Test
  void names_that_differ_in_a_sign_keep_different_keys() {
    assertThat(SearchKey.of("清河县示例辛运输")).isNotEqualTo(SearchKey.of("清河县示例幸运输"));
    assertThat(SearchKey.of("\u200b\u00a0")).isEmpty();
    assertThat(SearchKey.of("葛\udb40\udd00")).isEqualTo("葛");
  }
}
