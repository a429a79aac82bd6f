package cn.doublerandom.registry.deputy;

import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_ACCOUNT_UNFIT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_DAYS_UNFIT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_IS_PRINCIPAL;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_HELD;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_REQUESTED;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_NOT_YOURS;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_OVER;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_ROLE_NOT_LENT;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_UNIT_MISSING;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_UNKNOWN;
import static cn.doublerandom.registry.deputy.DeputyRejection.DEPUTY_WAITS;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.deputy.DeputyCommand.ApproveDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.DeclineDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.EndDeputy;
import cn.doublerandom.registry.deputy.DeputyCommand.ProposeDeputy;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyApproved;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyDeclined;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyEnded;
import cn.doublerandom.registry.deputy.DeputyEvent.DeputyProposed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 代理 takes two people, neither of them the deputy, and ends by any of the four. */
class DeputyDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final LocalDate LAST = LocalDate.of(2023, 3, 31);
  private static final String WHY = "外出培训";
  private static final Deputyship LI_FOR_WANG = entry("li", "wang", "approver");
  private static final DeputyProposed PROPOSED = new DeputyProposed(LI_FOR_WANG, WHY, "zhao");
  private static final DeputyApproved APPROVED =
      new DeputyApproved(LI_FOR_WANG, WHY, "zhao", "qian");

  private final DeciderSpecification<DeputyCommand, DeputyEvent, Deputy> deputy =
      DeciderSpecification.of(new DeputyDecider());

  private static Deputyship entry(String deputy, String principal, String... roles) {
    return new Deputyship(deputy, principal, "", List.of(roles), TODAY, LAST);
  }

  private static ProposeDeputy propose(Deputyship entry) {
    return new ProposeDeputy(entry, WHY, "zhao", TODAY);
  }

  @Test
  void one_proposes_a_deputy_and_another_agrees() {
    deputy.given().when(propose(LI_FOR_WANG)).then(PROPOSED);
    deputy.given(PROPOSED).when(new ApproveDeputy("qian", TODAY)).then(APPROVED);
  }

  @Test
  void the_principal_may_agree_before_he_leaves() {
    deputy
        .given(PROPOSED)
        .when(new ApproveDeputy("wang", TODAY))
        .then(new DeputyApproved(LI_FOR_WANG, WHY, "zhao", "wang"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zhao", "Zhao", "li", "li 代 qian", "qian 代 zhao", "qian 代 li"})
  void neither_who_proposed_it_nor_the_deputy_agrees_whoever_they_act_for(String by) {
    deputy
        .given(PROPOSED)
        .when(new ApproveDeputy(by, TODAY))
        .thenRejected(DEPUTY_NEEDS_SECOND_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"li", "li 代 wang"})
  void nobody_proposes_himself(String by) {
    deputy
        .given()
        .when(new ProposeDeputy(LI_FOR_WANG, WHY, by, TODAY))
        .thenRejected(DEPUTY_NEEDS_SECOND_PERSON);
  }

  @Test
  void nobody_is_his_own_deputy_however_he_is_spelt() {
    deputy
        .given()
        .when(propose(entry("wang", "wang", "approver")))
        .thenRejected(DEPUTY_IS_PRINCIPAL);
    deputy
        .given()
        .when(propose(entry("Wang", "wang", "approver")))
        .thenRejected(DEPUTY_IS_PRINCIPAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"li 代 wang", "", " li", "李", "li/wang", "li~wang"})
  void an_account_names_one_person(String account) {
    deputy
        .given()
        .when(propose(entry(account, "sun", "approver")))
        .thenRejected(DEPUTY_ACCOUNT_UNFIT);
    deputy
        .given()
        .when(propose(entry("sun", account, "approver")))
        .thenRejected(DEPUTY_ACCOUNT_UNFIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"supervisor", "auditor", "operator", "witness", "platform", "inspector", "chief"})
  void nobody_watches_witnesses_or_inspects_for_another(String role) {
    deputy
        .given()
        .when(propose(entry("li", "wang", "approver", role)))
        .thenRejected(DEPUTY_ROLE_NOT_LENT);
  }

  @Test
  void a_deputy_has_a_role() {
    deputy.given().when(propose(entry("li", "wang"))).thenRejected(DEPUTY_ROLE_NOT_LENT);
  }

  @Test
  void a_role_of_a_unit_is_lent_with_the_unit_of_the_principal() {
    deputy
        .given()
        .when(propose(entry("li", "wang", "unit-lead")))
        .thenRejected(DEPUTY_UNIT_MISSING);
    var within = new Deputyship("li", "wang", "公路所", List.of("unit-lead"), TODAY, LAST);
    deputy.given().when(propose(within)).then(new DeputyProposed(within, WHY, "zhao"));
  }

  @Test
  void it_begins_today_at_the_earliest_and_is_for_a_year_at_most() {
    for (Deputyship unfit :
        List.of(
            days(TODAY.minusDays(1), LAST), days(LAST, TODAY), days(TODAY, TODAY.plusDays(366)))) {
      deputy.given().when(propose(unfit)).thenRejected(DEPUTY_DAYS_UNFIT);
    }
    Deputyship year = days(TODAY, TODAY.plusDays(365));
    deputy.given().when(propose(year)).then(new DeputyProposed(year, WHY, "zhao"));
  }

  private static Deputyship days(LocalDate from, LocalDate until) {
    return new Deputyship("li", "wang", "", List.of("approver"), from, until);
  }

  @Test
  void one_waits_at_a_time_and_what_was_asked_twice_is_asked_once() {
    deputy.given(PROPOSED).when(propose(LI_FOR_WANG)).then();
    deputy
        .given(PROPOSED)
        .when(propose(entry("li", "wang", "registrar")))
        .thenRejected(DEPUTY_WAITS);
  }

  @Test
  void who_does_not_agree_says_why() {
    deputy.given(PROPOSED).when(new DeclineDeputy("qian", " ")).thenRejected(REASON_MISSING);
    deputy
        .given(PROPOSED)
        .when(new DeclineDeputy("qian", "改由他人代理"))
        .then(new DeputyDeclined("qian", "改由他人代理"));
    deputy
        .given(PROPOSED, new DeputyDeclined("qian", "改由他人代理"))
        .when(new ApproveDeputy("qian", TODAY))
        .thenRejected(DEPUTY_NOT_REQUESTED);
  }

  @Test
  void what_is_over_is_not_agreed_to() {
    deputy
        .given(PROPOSED)
        .when(new ApproveDeputy("qian", LAST.plusDays(1)))
        .thenRejected(DEPUTY_OVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"li", "wang", "zhao", "qian", "li 代 wang"})
  void any_of_the_four_ends_it(String by) {
    deputy
        .given(PROPOSED, APPROVED)
        .when(new EndDeputy(by, "提前返岗", TODAY))
        .then(new DeputyEnded(by, "提前返岗", TODAY));
  }

  @Test
  void nobody_else_ends_it_and_nobody_without_a_reason_or_twice() {
    deputy
        .given(PROPOSED, APPROVED)
        .when(new EndDeputy("sun", "提前返岗", TODAY))
        .thenRejected(DEPUTY_NOT_YOURS);
    deputy
        .given(PROPOSED, APPROVED)
        .when(new EndDeputy("li", "1", TODAY))
        .thenRejected(REASON_MISSING);
    deputy
        .given(PROPOSED, APPROVED, new DeputyEnded("li", "提前返岗", TODAY))
        .when(new EndDeputy("li", "提前返岗", TODAY))
        .thenRejected(DEPUTY_NOT_HELD);
    deputy
        .given(PROPOSED, APPROVED)
        .when(new EndDeputy("li", "提前返岗", LAST.plusDays(1)))
        .thenRejected(DEPUTY_NOT_HELD);
    deputy.given(PROPOSED).when(new EndDeputy("li", "提前返岗", TODAY)).thenRejected(DEPUTY_NOT_HELD);
    deputy.given().when(new EndDeputy("li", "提前返岗", TODAY)).thenRejected(DEPUTY_UNKNOWN);
  }

  @Test
  void another_time_is_agreed_to_after_it_was_ended() {
    deputy
        .given(PROPOSED, APPROVED, new DeputyEnded("li", "提前返岗", TODAY), PROPOSED)
        .when(new ApproveDeputy("qian", TODAY))
        .then(APPROVED);
  }
}
