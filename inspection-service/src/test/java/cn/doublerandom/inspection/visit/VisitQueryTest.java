package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.Officer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 我的检查: who names nobody is shown his own visits, where he goes on visits himself. */
class VisitQueryTest {
  private static VisitDirectory.Query query(Officer.Reach reach, String officer, String unit) {
    return new VisitDirectory.Query(
        new Officer("JC001", "大队", reach), officer, unit, "", "", "", false, true, "");
  }

  @ParameterizedTest
  @CsvSource({
    "TEAM, '', '', JC001",
    "TEAM, JC003, '', JC003",
    "TEAM, '', 大队, ''",
    "UNIT, '', '', ''",
    "BUREAU, '', '', ''"
  })
  void an_inspector_who_names_nobody_asks_for_himself(
      Officer.Reach reach, String officer, String unit, String asked) {
    assertThat(query(reach, officer, unit).ownFirst().officer()).isEqualTo(asked);
  }
}
