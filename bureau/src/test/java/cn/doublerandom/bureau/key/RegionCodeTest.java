package cn.doublerandom.bureau.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {
  @ParameterizedTest
  @ValueSource(strings = {"130534", "110000", "542400", "659001", "710000", "820000"})
  void a_region_lies_in_a_province(String code) {
    assertThat(RegionCode.isOne(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "000000", "161234", "720000", "13053", "1305340", "13053a", ""})
  void what_no_province_begins_with_is_no_region(String code) {
    assertThat(RegionCode.isOne(code)).isFalse();
  }
}
