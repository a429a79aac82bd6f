package cn.doublerandom.draw.exclusion;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.EVIDENCE_MISSING;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSIONS_CHANGED;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_KNOWN;
import static cn.doublerandom.draw.ExclusionRejection.EXCLUSION_OF_ANOTHER;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.ExclusionRejection;
import cn.doublerandom.draw.drawing.AskedInVain;
import cn.doublerandom.draw.exclusion.ExclusionCommand.ApproveExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.CloseExclusions;
import cn.doublerandom.draw.exclusion.ExclusionCommand.DeclineExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.RequestExclusion;
import cn.doublerandom.draw.exclusion.ExclusionCommand.Seen;
import cn.doublerandom.draw.exclusion.ExclusionCommand.WithdrawExclusion;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionApproved;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionDeclined;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionRequested;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionWithdrawn;
import cn.doublerandom.draw.exclusion.ExclusionEvent.ExclusionsClosed;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody is spared by one hand, nor unseen. */
class ExclusionDeciderTest {
  private static final HandExclusion MOVING = exclusion("厂房正在搬迁", "搬迁协议 2023-11");
  private static final ExclusionApproved APPROVED = new ExclusionApproved(MOVING, "张科", "王局");
  private static final ExclusionDeclined DECLINED =
      new ExclusionDeclined(MOVING, "张科", "王局", "搬迁不是理由");
  private static final ExclusionList.Entry HOLDS =
      new ExclusionList.Entry(MOVING, "张科", Set.of("张科"), Optional.of("王局"));

  private final DeciderSpecification<ExclusionCommand, ExclusionEvent, ExclusionList> round =
      DeciderSpecification.of(new ExclusionDecider());

  private static HandExclusion exclusion(String reason, String evidence) {
    return new HandExclusion("S09", "OTHER", reason, evidence, null);
  }

  @Test
  void a_firm_the_register_does_not_list_is_not_left_out() {
    round
        .given()
        .when(new RequestExclusion(MOVING, "张科", new Seen(false, false)))
        .thenRejected(ExclusionRejection.SUBJECT_OUT_OF_SCOPE, Map.of("subject", "S09"));
  }

  @Test
  void nobody_is_left_out_of_a_draw_under_way() {
    round
        .given()
        .when(new RequestExclusion(MOVING, "张科", new Seen(true, true)))
        .thenRejected(DRAW_OPEN);
    var asked = round.given(new ExclusionRequested(MOVING, "张科"));
    asked.when(new ApproveExclusion("S09", "王局", true)).thenRejected(DRAW_OPEN);
    var closed = asked.and(new ExclusionsClosed("d"));
    closed.when(new ApproveExclusion("S09", "王局")).thenRejected(DRAW_OPEN);
    closed.when(new RequestExclusion(MOVING, "张科")).thenRejected(DRAW_OPEN);
  }

  @Test
  void an_exclusion_says_in_words_why_and_by_what_it_is_shown() {
    round
        .given()
        .when(new RequestExclusion(exclusion("停", "搬迁协议"), "张科"))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    round
        .given()
        .when(new RequestExclusion(exclusion("厂房正在搬迁", "1"), "张科"))
        .thenRejected(EVIDENCE_MISSING, Map.of("field", "evidence"));
  }

  @Test
  void what_was_agreed_to_is_not_asked_for_again_nor_agreed_to_twice() {
    var approved = round.given(new ExclusionRequested(MOVING, "张科"), APPROVED);
    approved
        .when(new RequestExclusion(MOVING, "张科"))
        .thenRejected(EXCLUSION_KNOWN, Map.of("subject", "S09"));
    approved.when(new ApproveExclusion("S09", "李局")).then();
    assertThat(approved.when(new ApproveExclusion("S09", "李局")).state().approved())
        .containsExactly(HOLDS);
  }

  @Test
  void another_person_agrees_to_what_was_asked_and_to_nothing_else() {
    var asked = round.given(new ExclusionRequested(MOVING, "张科"));
    asked.when(new ApproveExclusion("S09", "张科")).thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    asked
        .when(new ApproveExclusion("S10", "王局"))
        .thenRejected(ExclusionRejection.EXCLUSION_UNKNOWN, Map.of("subject", "S10"));
    var agreed = asked.when(new ApproveExclusion("S09", "王局"));
    agreed.then(APPROVED);
    assertThat(agreed.state().approved()).containsExactly(HOLDS);
  }

  @Test
  void who_asked_before_does_not_agree_though_another_asked_anew() {
    round
        .given(
            new ExclusionRequested(MOVING, "张科"),
            new ExclusionRequested(exclusion("厂房已经搬迁", "搬迁协议 2023-12"), "李科"))
        .when(new ApproveExclusion("S09", "张科"))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
  }

  @Test
  void who_asked_takes_it_back_with_a_reason_and_nobody_else_does() {
    var asked = round.given(new ExclusionRequested(MOVING, "张科"));
    asked
        .when(new WithdrawExclusion("S09", "李科", "搬迁已经完成", false))
        .thenRejected(EXCLUSION_OF_ANOTHER, Map.of("subject", "S09"));
    asked
        .when(new WithdrawExclusion("S09", "张科", "。", false))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    asked.when(new WithdrawExclusion("S09", "张科", "搬迁已经完成", true)).thenRejected(DRAW_OPEN);
    var back = asked.when(new WithdrawExclusion("S09", "张科", "搬迁已经完成", false));
    back.then(new ExclusionWithdrawn(MOVING, "张科", "张科", "搬迁已经完成"));
    assertThat(back.state().all()).isEmpty();
    assertThat(back.state().ended())
        .singleElement()
        .satisfies(ended -> assertThat(ended.withdrawn()).isTrue());
  }

  @Test
  void another_declines_with_a_reason_and_who_asked_does_not() {
    var asked = round.given(new ExclusionRequested(MOVING, "张科"));
    asked
        .when(new DeclineExclusion("S09", "张科", "搬迁不是理由", false))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    asked
        .when(new DeclineExclusion("S10", "王局", "搬迁不是理由", false))
        .thenRejected(ExclusionRejection.EXCLUSION_UNKNOWN, Map.of("subject", "S10"));
    asked
        .when(new DeclineExclusion("S09", "王局", "", false))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    asked.when(new DeclineExclusion("S09", "王局", "搬迁不是理由", true)).thenRejected(DRAW_OPEN);
    var declined = asked.when(new DeclineExclusion("S09", "王局", "搬迁不是理由", false));
    declined.then(DECLINED);
    assertThat(declined.state().all()).isEmpty();
  }

  @Test
  void what_came_to_nothing_waits_for_nobody_and_may_be_asked_for_again() {
    var declined = round.given(new ExclusionRequested(MOVING, "张科"), DECLINED);
    declined
        .when(new ApproveExclusion("S09", "王局"))
        .thenRejected(ExclusionRejection.EXCLUSION_UNKNOWN, Map.of("subject", "S09"));
    declined.when(new CloseExclusions("d", List.of())).then(new ExclusionsClosed("d"));
    var again = declined.when(new RequestExclusion(MOVING, "李科"));
    again.then(new ExclusionRequested(MOVING, "李科"));
    declined
        .and(new ExclusionRequested(MOVING, "李科"))
        .when(new ApproveExclusion("S09", "张科"))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
  }

  @Test
  void what_was_agreed_to_is_neither_taken_back_nor_declined() {
    var approved = round.given(new ExclusionRequested(MOVING, "张科"), APPROVED);
    approved
        .when(new WithdrawExclusion("S09", "张科", "搬迁已经完成", false))
        .thenRejected(EXCLUSION_KNOWN, Map.of("subject", "S09"));
    approved
        .when(new DeclineExclusion("S09", "李局", "搬迁不是理由", false))
        .thenRejected(EXCLUSION_KNOWN, Map.of("subject", "S09"));
  }

  @Test
  void a_draw_tells_of_a_subject_what_was_asked_in_vain_and_not_why() {
    var declined = round.given(new ExclusionRequested(MOVING, "张科"), DECLINED);
    ExclusionList closed = declined.when(new CloseExclusions("d", List.of())).state();
    assertThat(AskedInVain.about("S09", closed)).contains("没有同意（搬迁不是理由）").doesNotContain("厂房");
    assertThat(AskedInVain.about("S10", closed)).isEmpty();
    ExclusionList left =
        round
            .given(new ExclusionRequested(MOVING, "张科"))
            .when(new CloseExclusions("d", List.of()))
            .state();
    assertThat(AskedInVain.about("S09", left)).contains("到锁定时没有人同意");
  }

  @Test
  void a_frame_is_frozen_with_exactly_the_exclusions_it_was_assembled_with() {
    var approved = round.given(new ExclusionRequested(MOVING, "张科"), APPROVED);
    var closed = approved.when(new CloseExclusions("d", List.of(HOLDS)));
    closed.then(new ExclusionsClosed("d"));
    assertThat(closed.state().closedBy()).contains("d");
    approved.when(new CloseExclusions("d", List.of())).thenRejected(EXCLUSIONS_CHANGED);
    round.given().when(new CloseExclusions("d", List.of(HOLDS))).thenRejected(EXCLUSIONS_CHANGED);
    approved
        .and(new ExclusionsClosed("d"))
        .when(new CloseExclusions("d", List.of(HOLDS)))
        .thenRejected(EXCLUSIONS_CHANGED);
  }

  @Test
  void what_only_waits_holds_for_nobody() {
    assertThat(
            round
                .given(new ExclusionRequested(MOVING, "张科"))
                .when(new CloseExclusions("d", List.of()))
                .state()
                .approved())
        .isEmpty();
  }
}
