package cn.doublerandom.registry.expert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.expert.ExpertCommand.RegisterExpert;
import cn.doublerandom.registry.expert.ExpertCommand.TellExpert;
import cn.doublerandom.registry.expert.ExpertCommand.WithdrawExpert;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertRegistered;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertTold;
import cn.doublerandom.registry.expert.ExpertEvent.ExpertWithdrawn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entrustment that ends in December holds in November. */
class ExpertDeciderTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final LocalDate DECEMBER = LocalDate.of(2023, 12, 1);

  private static ExpertDetails body(String document) {
    return new ExpertDetails(
        "ZJ-1",
        ExpertDetails.Kind.BODY,
        "检测公司",
        List.of("桥梁检测"),
        "交通局",
        document,
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2024, 12, 31));
  }

  private static DeciderSpecification<ExpertCommand, ExpertEvent, Expert>.Given given(
      ExpertEvent... more) {
    return DeciderSpecification.of(new ExpertDecider())
        .given(new ExpertRegistered(body("委1号")))
        .and(more);
  }

  @Test
  void an_entrustment_withdrawn_from_december_holds_until_then() {
    var entry = new ExpertDirectory.Entry(body("委1号"), "合同终止", DECEMBER);
    assertThat(entry.isEntrusted(DECEMBER.minusDays(1))).isTrue();
    assertThat(entry.isEntrusted(DECEMBER)).isFalse();
    assertThat(new ExpertDirectory.Entry(body("委1号"), "旧", null).isEntrusted(MAY)).isFalse();
    assertThat(new ExpertDirectory.Entry(body("委1号"), "", null).isEntrusted(MAY)).isTrue();
  }

  @Test
  void a_withdrawal_said_again_with_another_day_or_reason_is_refused() {
    var withdrawn = given(new ExpertWithdrawn("合同终止", MAY));
    withdrawn.when(new WithdrawExpert("合同终止", MAY)).then();
    withdrawn
        .when(new WithdrawExpert("合同终止", DECEMBER))
        .thenRejected(RegistryRejection.EXPERT_ALREADY_WITHDRAWN);
    withdrawn
        .when(new WithdrawExpert("失信", MAY))
        .thenRejected(RegistryRejection.EXPERT_ALREADY_WITHDRAWN);
  }

  @Test
  void a_withdrawal_of_december_can_come_earlier() {
    given(new ExpertWithdrawn("合同终止", DECEMBER))
        .when(new WithdrawExpert("失信", MAY))
        .then(new ExpertWithdrawn("失信", MAY));
  }

  @Test
  void who_was_registered_before_the_others_were_told_of_experts_is_told_of_once() {
    var before =
        DeciderSpecification.of(new ExpertDecider()).given(new ExpertRegistered(body("委1号"), null));
    before.when(new TellExpert(false)).then(new ExpertTold(null));
    before.when(new TellExpert(true)).then(new ExpertTold(true));
    before
        .and(new ExpertWithdrawn("合同终止", MAY), new ExpertTold(null))
        .when(new TellExpert(false))
        .then();
    given().when(new TellExpert(false)).then();
    given(new ExpertWithdrawn("合同终止", MAY)).when(new TellExpert(true)).then(new ExpertTold(true));
    DeciderSpecification.of(new ExpertDecider()).given().when(new TellExpert(false)).then();
  }

  @Test
  void the_pool_sent_again_in_may_takes_back_no_withdrawal_of_december() {
    var leaving = given(new ExpertWithdrawn("合同终止", DECEMBER));
    leaving.when(new RegisterExpert(body("委1号"), MAY)).then();
    leaving
        .when(new RegisterExpert(body("委2号"), MAY))
        .then(new ExpertRegistered(body("委2号")), new ExpertWithdrawn("合同终止", DECEMBER));
    leaving.when(new RegisterExpert(body("委1号"), DECEMBER)).then(new ExpertRegistered(body("委1号")));
  }
}
