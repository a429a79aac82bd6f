package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of entries that are named by more than are listed it is said that there are others. */
class SubjectLinksTest {
  private static final SubjectDetails BRIDGE =
      new SubjectDetails(
          "XM01",
          "清水河大桥",
          SubjectKind.PROJECT,
          List.of(),
          CreditRiskClass.A,
          SubjectStatus.ACTIVE,
          "交通运输局",
          LocalDate.of(2023, 1, 1),
          "",
          null);

  private static SubjectLinks.Links links(int named, int most) {
    List<SubjectDetails> oneMore = Collections.nCopies(named, BRIDGE);
    return SubjectLinks.Links.of(null, null, oneMore, most);
  }

  @Test
  void what_is_cut_off_is_said() {
    assertThat(links(3, 3).others()).isFalse();
    assertThat(links(4, 3).others()).isTrue();
    assertThat(links(4, 3).projects()).hasSize(3);
    assertThat(SubjectLinks.Links.NONE.isEmpty()).isTrue();
  }
}
