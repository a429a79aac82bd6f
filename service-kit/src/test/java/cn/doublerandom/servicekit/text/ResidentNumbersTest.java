package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.text.TextGuard.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "999999190001010015",
        "张三999999190001010015",
        "张三（身份证999999190001010015）",
        "ID999999190001010015",
        "９９９９９９１９０００１０１００１５",
        "张三 999999 19000101 0015",
        "999999-19000101-0015",
        "99\u200b9999190\u200d001010015",
        "999999–1900.01.01　0015",
        "电话 13800138000 999999 1900 0101 0015 张三",
        "99999919800101002X",
        "张三99999919800101002x，已核实",
        "99999919800101002Ｘ",
        "130534850101002",
        "⑨⑨9999190001010015",
        "第一行\n999999190001010015\n第三行"
      })
  void the_number_of_a_resident_is_found_wherever_and_however_it_is_written(String text) {
    assertThat(TextGuard.offence(text)).map(TextGuard.Offence::fault).contains(Fault.RESIDENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "联系电话 13800138000、0319-8123456",
        "914403001922038216",
        "清河县914403001922038216有限公司",
        "999999190001010016",
        "1999999190001010015",
        "9999991900010100150",
        "999999-20230301-0016",
        "2023-03-01至2023-12-31 130534",
        "道路运输经营许可证/130534000123/2026-05-31",
        "6222021990010100123",
        "0f999999190001010015aa0f9999991900",
        "a3f5999999190001010015c0ffee00112233445566778899aabbccddeeff0011",
        "证号130534850101002",
        "110108000000016",
        "123456789012345678901234567890123456789012345678901234567890",
        "三十万元，13053410001号证，共 18 人"
      })
  void other_numbers_hashes_and_telephones_pass(String text) {
    assertThat(TextGuard.offence(text)).isEmpty();
    assertThat(TextGuard.offenceInLine(text)).isEmpty();
  }

  @Test
  void it_is_named_with_its_place_and_is_no_fault_of_what_others_recorded() {
    TextGuard.Offence offence = TextGuard.offenceInLine("𠮷祥 999999190001010015").orElseThrow();
    assertThat(offence.position()).isEqualTo(4);
    assertThat(offence.fault().code()).isEqualTo("resident-number");
    assertThat(offence.text()).startsWith("第 4 个字起是居民身份证号码");
    assertThat(TextGuard.unreadable("999999190001010015")).isEmpty();
  }
}
