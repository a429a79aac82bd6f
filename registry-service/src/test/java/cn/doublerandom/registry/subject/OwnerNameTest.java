package cn.doublerandom.registry.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"张某", "欧阳建社", "买买提·艾力", "阿卜杜热合曼·麦麦提", "王某（挂靠清河县示例运输有限公司）", "李小队"})
  void whoever_has_no_form_of_a_firm_is_taken_for_a_person(String owner) {
    assertThat(OwnerName.isPerson(owner)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "91130534MA1014419A",
        "QH-CZ-2023-04",
        "清河县示例运输有限公司",
        "清河县交通运输局",
        "清河县第一中学",
        "河北示例会计师事务所（普通合伙）",
        "清河县示例水产养殖专业合作社"
      })
  void a_code_a_firm_or_an_authority_is_no_person(String owner) {
    assertThat(OwnerName.isPerson(owner)).isFalse();
  }
}
