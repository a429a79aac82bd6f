package cn.doublerandom.publication.result;

import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOTHING_TO_REPAIR;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NO_REPAIR_WAITS;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_CODE_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.PUBLICATION_ENDED;
import static cn.doublerandom.publication.PublicationRejection.REPAIRS_EXHAUSTED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_AFTER_OBJECTION;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_NOT_PROVIDED;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_TOO_EARLY;
import static cn.doublerandom.publication.PublicationRejection.REPAIR_WAITS;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.result.ResultCommand.AskRepair;
import cn.doublerandom.publication.result.ResultCommand.AskWithdrawal;
import cn.doublerandom.publication.result.ResultCommand.DeclineChange;
import cn.doublerandom.publication.result.ResultCommand.EndPublication;
import cn.doublerandom.publication.result.ResultCommand.GrantRepair;
import cn.doublerandom.publication.result.ResultCommand.ProposeRepair;
import cn.doublerandom.publication.result.ResultCommand.PublishResult;
import cn.doublerandom.publication.result.ResultCommand.RaiseObjection;
import cn.doublerandom.publication.result.ResultCommand.RefuseRepair;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultEvent.ChangeDeclined;
import cn.doublerandom.publication.result.ResultEvent.ObjectionCodeIssued;
import cn.doublerandom.publication.result.ResultEvent.ObjectionDecided;
import cn.doublerandom.publication.result.ResultEvent.ObjectionRaised;
import cn.doublerandom.publication.result.ResultEvent.PublicationEnded;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.RepairAsked;
import cn.doublerandom.publication.result.ResultEvent.RepairProposed;
import cn.doublerandom.publication.result.ResultEvent.RepairRefused;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 公示期和信用修复: a finding is public for a time, and no longer once it is put right. */
class RepairsTest {
  private static final LocalDate ON = LocalDate.of(2023, 6, 1);
  private static final LocalDate FROM = LocalDate.of(2023, 9, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 6, 1);
  private static final PublicTerm TERM = new PublicTerm(UNTIL, FROM, "credit-repair-2023");
  private static final Titles TITLES = new Titles("随机抽查001", "道路运输", "不定向抽查", "交通运输局");
  private static final String DONE = "灭火器已更换，复查合格";
  private static final String WHY = "复查合格";
  private static final String CODE = "a".repeat(64);
  private static final String HASH = "b".repeat(64);
  private static final Finding FOUND = new Finding("I-1", "经营行为", List.of("A", "D"));
  private static final Finding CLEAN = new Finding("I-1", "经营行为", List.of("1"));
  private static final ResultReceived RECEIVED = received(FOUND);
  private static final ResultPublished PUBLISHED = published(TERM);
  private static final ObjectionCodeIssued CODED = new ObjectionCodeIssued(CODE, "JC009", ON);
  private static final RepairAsked ASKED = new RepairAsked(1, DONE, FROM);
  private static final RepairProposed PROPOSED = new RepairProposed(1, WHY, "c1", FROM);
  private static final RepairRefused REFUSED = new RepairRefused(1, "尚未改正", "c1", FROM);
  private static final PublicationEnded REPAIRED =
      new PublicationEnded(Ending.Cause.REPAIRED, HASH, WHY, "c1", "c2", FROM);
  private static final PublicationEnded OVER =
      new PublicationEnded(Ending.Cause.PERIOD_OVER, HASH, null, null, null, UNTIL.plusDays(1));
  private static final ObjectionRaised OBJECTED =
      new ObjectionRaised(1, "车辆已报停", FROM, UNTIL, new DeadlineBasis("objections-2023", 20, null));

  private final DeciderSpecification<ResultCommand, ResultEvent, Publication> result =
      DeciderSpecification.of(new ResultDecider());

  private static ResultReceived received(Finding found) {
    return new ResultReceived(
        new ResultContent(
            "d-1-S",
            "d-1",
            "2023001",
            "001",
            "S",
            "大队",
            LocalDate.of(2023, 5, 16),
            LocalDate.of(2023, 6, 13),
            false,
            found.codes(),
            List.of(found),
            List.of("大队"),
            "JC001",
            List.of("JC001", "JC002")));
  }

  private static ResultPublished published(PublicTerm term) {
    return new ResultPublished("甲公司", ON, true, "1113/2023-d-1-S", "JC009", TITLES, term);
  }

  private static AskRepair ask(String code, LocalDate on) {
    return new AskRepair(code, DONE, on);
  }

  private static Publication after(ResultEvent... events) {
    var rules = new ResultDecider();
    Publication state = rules.initial();
    for (ResultEvent event : events) {
      state = rules.evolve(state, event);
    }
    return state;
  }

  @Test
  void the_packs_of_the_day_of_publication_say_for_how_long() {
    RuleBook rules =
        RulePackFiles.book(List.of("national-2019", "hebei-2023", "credit-repair-2023"));
    assertThat(PublicTerm.of(ON, rules))
        .contains(new PublicTerm(UNTIL, FROM, "national-2019+hebei-2023+credit-repair-2023"));
    assertThat(PublicTerm.of(LocalDate.of(2023, 4, 30), rules)).isEmpty();
    result
        .given(RECEIVED)
        .when(new PublishResult("JC009", "大队", "甲公司", "1113", ON, TITLES, TERM))
        .then(PUBLISHED);
  }

  @Test
  void who_has_the_code_asks_once_the_least_time_has_passed() {
    var known = result.given(RECEIVED, PUBLISHED, CODED);
    known.when(ask(CODE, FROM.minusDays(1))).thenRejected(REPAIR_TOO_EARLY);
    known.when(ask(CODE, FROM)).then(ASKED);
    known.when(ask("c".repeat(64), FROM)).thenRejected(OBJECTION_CODE_UNKNOWN);
    result.given(RECEIVED, PUBLISHED).when(ask(CODE, FROM)).thenRejected(OBJECTION_CODE_UNKNOWN);
    result.given(RECEIVED).when(ask(CODE, FROM)).thenRejected(OBJECTION_CODE_UNKNOWN);
  }

  @Test
  void nothing_is_repaired_where_nothing_was_found_or_no_pack_provides_it() {
    result
        .given(received(CLEAN), PUBLISHED, CODED)
        .when(ask(CODE, FROM))
        .thenRejected(NOTHING_TO_REPAIR);
    result
        .given(RECEIVED, published(null), CODED)
        .when(ask(CODE, FROM))
        .thenRejected(REPAIR_NOT_PROVIDED);
    result
        .given(
            RECEIVED,
            PUBLISHED,
            CODED,
            new ResultCorrected(List.of(CLEAN), List.of("1"), "有误", "JC009", "c1", ON))
        .when(ask(CODE, FROM))
        .thenRejected(NOTHING_TO_REPAIR);
  }

  @Test
  void one_request_waits_at_a_time_and_after_five_refusals_other_ways_are_named() {
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED)
        .when(ask(CODE, FROM))
        .thenRejected(REPAIR_WAITS);
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED, REFUSED)
        .when(ask(CODE, FROM))
        .then(new RepairAsked(2, DONE, FROM));
    List<ResultEvent> often = new ArrayList<>(List.of(RECEIVED, PUBLISHED, CODED));
    for (int number = 1; number <= 5; number++) {
      often.add(new RepairAsked(number, DONE, FROM));
      often.add(new RepairRefused(number, "尚未改正", "c1", FROM));
    }
    result
        .given(often.toArray(ResultEvent[]::new))
        .when(ask(CODE, FROM))
        .thenRejected(REPAIRS_EXHAUSTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JC001", "JC002", "jc002", "JC009"})
  void who_inspected_recorded_or_published_decides_nothing(String concerned) {
    var waits = result.given(RECEIVED, PUBLISHED, CODED, ASKED);
    waits.when(new ProposeRepair(WHY, concerned, FROM)).thenRejected(REPAIR_BY_CONCERNED);
    waits.when(new RefuseRepair(WHY, concerned, FROM)).thenRejected(REPAIR_BY_CONCERNED);
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED, PROPOSED)
        .when(new GrantRepair(concerned, FROM, HASH))
        .thenRejected(REPAIR_BY_CONCERNED);
  }

  @Test
  void it_is_granted_by_two_people_and_refused_by_one() {
    var waits = result.given(RECEIVED, PUBLISHED, CODED, ASKED);
    waits.when(new RefuseRepair("尚未改正", "c1", FROM)).then(REFUSED);
    waits.when(new ProposeRepair(WHY, "c1", FROM)).then(PROPOSED);
    waits.when(new GrantRepair("c2", FROM, HASH)).thenRejected(NO_CHANGE_WAITS);
    var proposed = result.given(RECEIVED, PUBLISHED, CODED, ASKED, PROPOSED);
    proposed.when(new GrantRepair("c1", FROM, HASH)).thenRejected(CHANGE_BY_ONE_PERSON);
    proposed.when(new GrantRepair("c2", FROM, HASH)).then(REPAIRED);
    proposed.when(new RefuseRepair(WHY, "c2", FROM)).thenRejected(CHANGE_WAITS);
    proposed.when(new AskWithdrawal(WHY, "JC009", "大队", FROM)).thenRejected(CHANGE_WAITS);
    proposed
        .when(new DeclineChange("尚有罚款", "c2", FROM))
        .then(new ChangeDeclined("尚有罚款", "c2", FROM));
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED, PROPOSED, new ChangeDeclined("尚有罚款", "c2", FROM))
        .when(new RefuseRepair("尚未改正", "c1", FROM))
        .then(REFUSED);
    result
        .given(RECEIVED, PUBLISHED, CODED)
        .when(new ProposeRepair(WHY, "c1", FROM))
        .thenRejected(NO_REPAIR_WAITS);
    result.given(RECEIVED).when(new ProposeRepair(WHY, "c1", FROM)).thenRejected(RESULT_NOT_PUBLIC);
  }

  @Test
  void an_objection_is_answered_before_a_repair_is_granted() {
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED, OBJECTED)
        .when(new ProposeRepair(WHY, "c1", FROM))
        .thenRejected(REPAIR_AFTER_OBJECTION);
    result
        .given(RECEIVED, PUBLISHED, CODED, ASKED, PROPOSED, OBJECTED)
        .when(new GrantRepair("c2", FROM, HASH))
        .thenRejected(REPAIR_AFTER_OBJECTION);
  }

  @Test
  void a_finding_is_public_until_its_last_day_and_no_day_longer() {
    var known = result.given(RECEIVED, PUBLISHED);
    known.when(new EndPublication(HASH, UNTIL)).then();
    known.when(new EndPublication(HASH, UNTIL.plusDays(1))).then(OVER);
    result
        .given(received(CLEAN), PUBLISHED)
        .when(new EndPublication(HASH, UNTIL.plusDays(1)))
        .then();
    result
        .given(RECEIVED, published(null))
        .when(new EndPublication(HASH, UNTIL.plusDays(1)))
        .then();
    result
        .given(RECEIVED, PUBLISHED, OVER)
        .when(new EndPublication(HASH, UNTIL.plusDays(2)))
        .then();
  }

  @Test
  void what_is_in_dispute_stays_until_it_is_answered() {
    result
        .given(RECEIVED, PUBLISHED, CODED, OBJECTED)
        .when(new EndPublication(HASH, UNTIL.plusDays(1)))
        .then();
    result
        .given(
            RECEIVED,
            PUBLISHED,
            CODED,
            OBJECTED,
            new ObjectionDecided(1, Objection.Outcome.REJECTED, WHY, "c1", UNTIL))
        .when(new EndPublication(HASH, UNTIL.plusDays(1)))
        .then(OVER);
  }

  @Test
  void what_is_over_takes_no_objection_no_change_and_no_other_repair() {
    var over = result.given(RECEIVED, PUBLISHED, CODED, ASKED, PROPOSED, REPAIRED);
    over.when(ask(CODE, FROM)).thenRejected(PUBLICATION_ENDED);
    over.when(ask("c", FROM)).thenRejected(OBJECTION_CODE_UNKNOWN);
    over.when(
            new RaiseObjection(
                CODE,
                "车辆已报停",
                new Due(UNTIL, false, new DeadlineBasis("objections-2023", 20, null)),
                FROM))
        .thenRejected(PUBLICATION_ENDED);
    over.when(new AskWithdrawal(WHY, "JC009", "大队", FROM)).thenRejected(PUBLICATION_ENDED);
    over.when(new GrantRepair("c2", FROM, HASH)).thenRejected(PUBLICATION_ENDED);
    var asked = new WithdrawalAsked(WHY, "JC009", FROM);
    var withdrawn = new PublicationWithdrawn(WHY, "JC009", "c1", FROM);
    result
        .given(RECEIVED, PUBLISHED, CODED, asked, withdrawn)
        .when(ask(CODE, FROM))
        .thenRejected(RESULT_WITHDRAWN);
  }

  @Test
  void a_stub_has_number_days_and_hash_and_neither_name_nor_result_nor_earlier_versions() {
    var corrected =
        new ResultCorrected(
            List.of(new Finding("I-1", "经营行为", List.of("A"))),
            List.of("A"),
            "有误",
            "JC009",
            "c1",
            ON);
    var over =
        (Publication.Ended)
            after(RECEIVED, PUBLISHED, CODED, corrected, OBJECTED, ASKED, PROPOSED, REPAIRED);
    ResultNotice stub = ResultNotice.of(over);
    assertThat(stub.ended()).contains(new Ending(Ending.Cause.REPAIRED, FROM, HASH, 2));
    assertThat(stub.toString()).doesNotContain("甲公司", "经营行为", "有误", "JC009", "复查合格", "d-1-S-Y1");
    assertThat(stub.content().codes()).isEmpty();
    assertThat(stub.isFinding()).isTrue();
    assertThat(stub.published()).isNotNull();
    assertThat(stub.published().on()).isEqualTo(ON);
    assertThat(stub.published().version()).isEqualTo(2);
  }

  @Test
  void everybody_reads_the_last_day_of_a_finding_and_nobody_what_the_firm_said() {
    var waits = ResultNotice.of((Publication.Published) after(RECEIVED, PUBLISHED, CODED, ASKED));
    assertThat(waits.published()).isNotNull();
    assertThat(waits.published().time())
        .isEqualTo(new PublicTime(UNTIL, FROM, FROM, "JC009", null));
    assertThat(waits.toString()).doesNotContain(DONE);
    var clean = ResultNotice.of((Publication.Published) after(received(CLEAN), PUBLISHED));
    assertThat(clean.published()).isNotNull();
    assertThat(clean.published().time()).isNull();
  }
}
