package cn.doublerandom.draw.exclusion;

import cn.doublerandom.draw.ExclusionRejection;
import cn.doublerandom.draw.exclusion.ExclusionCommand.ApproveExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.RequestExclusion;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the approver reads is what is approved. */
class ExclusionRequestTest {
  private static final HandExclusion MOVING =
      new HandExclusion("S09", "OTHER", "厂房正在搬迁", "搬迁协议 2023-11", null);

  private final DeciderSpecification<ExclusionCommand, ExclusionEvent, ExclusionList> round =
      DeciderSpecification.of(new ExclusionDecider());

  @Test
  void a_request_that_waits_is_not_replaced_by_another_of_the_same_firm() {
    var asked = round.given().having(new RequestExclusion(MOVING, "张科"));
    for (HandExclusion other :
        List.of(
            new HandExclusion(
                "S09", "UNDER_INVESTIGATION", MOVING.reason(), MOVING.evidence(), null),
            new HandExclusion("S09", "OTHER", "企业负责人打过招呼", MOVING.evidence(), null),
            new HandExclusion("S09", "OTHER", MOVING.reason(), "口头说明一份", null))) {
      asked
          .when(new RequestExclusion(other, "张科"))
          .thenRejected(ExclusionRejection.EXCLUSION_REQUEST_WAITS);
    }
  }

  @Test
  void the_same_request_again_is_no_second_one_and_the_approval_is_of_the_first() {
    var asked = round.given().having(new RequestExclusion(MOVING, "张科"));
    asked.when(new RequestExclusion(MOVING, "张科")).then();
    asked
        .when(new ApproveExclusion("S09", "王局"))
        .then(new ExclusionEvent.ExclusionApproved(MOVING, "张科", "王局"));
  }
}
