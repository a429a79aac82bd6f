package cn.doublerandom.registry.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent.SubjectStatusChanged;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.registry.subject.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the province gets says what is to come, and is hashed with it. */
class ExchangedTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final SubjectDetails FIRM =
      new SubjectDetails(
          "91350100M000100Y43",
          "甲公司",
          SubjectKind.ENTERPRISE,
          List.of(),
          CreditRiskClass.B,
          SubjectStatus.ACTIVE,
          "行政审批局",
          LocalDate.of(2018, 5, 2),
          "",
          null);

  /** The hash is the text that is hashed, so that a test can read it. */
  private static Exchanged told(Timeline timeline) {
    return Exchanged.of(
        new SubjectDirectory.Entry(timeline.asOf(FIRM, MAY), "", null, timeline, MAY, 7, null),
        bytes -> new String(bytes, StandardCharsets.UTF_8),
        subject -> Map.of("id", subject.id(), "status", subject.status().name()));
  }

  @Test
  void an_entry_of_which_nothing_later_is_known_is_hashed_as_ever() {
    Exchanged told = told(Timeline.of(FIRM));
    assertThat(told.later()).isNull();
    assertThat(told.hash())
        .isEqualTo(
            "{\"mergedInto\":\"\",\"subject\":{\"id\":\"91350100M000100Y43\",\"status\":\"ACTIVE\"}}");
  }

  @Test
  void a_suspension_from_december_stands_beside_the_firm_of_today() {
    Exchanged told =
        told(
            Timeline.of(FIRM)
                .after(
                    new SubjectStatusChanged(
                        SubjectStatus.SUSPENDED, "企业申请停业", LocalDate.of(2023, 12, 1)),
                    MAY));
    assertThat(told.subject().status()).isEqualTo(SubjectStatus.ACTIVE);
    assertThat(told.hash())
        .isEqualTo(
            "{\"later\":[{\"creditRiskClass\":\"B\",\"from\":\"2023-12-01\",\"merged\":false,"
                + "\"status\":\"SUSPENDED\"}],\"mergedInto\":\"\","
                + "\"subject\":{\"id\":\"91350100M000100Y43\",\"status\":\"ACTIVE\"}}");
  }
}
