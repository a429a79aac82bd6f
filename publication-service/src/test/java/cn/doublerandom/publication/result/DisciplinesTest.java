package cn.doublerandom.publication.result;

import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.ChangeRejection.DISCIPLINE_OF_ANOTHER;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINES_FULL;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_AUTHORITIES_UNFIT;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_AUTHORITY_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_LINK_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_PERIOD_UNFIT;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_UNFOUNDED;
import static cn.doublerandom.publication.PublicationRejection.DISCIPLINE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_DISCIPLINE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.DisciplineRejection;
import cn.doublerandom.publication.result.Discipline.Terms;
import cn.doublerandom.publication.result.ResultCommand.AcknowledgeDiscipline;
import cn.doublerandom.publication.result.ResultCommand.ApproveChange;
import cn.doublerandom.publication.result.ResultCommand.ApproveDiscipline;
import cn.doublerandom.publication.result.ResultCommand.DeclineDiscipline;
import cn.doublerandom.publication.result.ResultCommand.EndDisciplines;
import cn.doublerandom.publication.result.ResultCommand.IssueDisciplineLink;
import cn.doublerandom.publication.result.ResultCommand.ProposeDiscipline;
import cn.doublerandom.publication.result.ResultCommand.TakeBackDiscipline;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultEvent.CorrectionAsked;
import cn.doublerandom.publication.result.ResultEvent.DisciplineAcknowledged;
import cn.doublerandom.publication.result.ResultEvent.DisciplineApproved;
import cn.doublerandom.publication.result.ResultEvent.DisciplineDeclined;
import cn.doublerandom.publication.result.ResultEvent.DisciplineEnded;
import cn.doublerandom.publication.result.ResultEvent.DisciplineEndingAcknowledged;
import cn.doublerandom.publication.result.ResultEvent.DisciplineFellAway;
import cn.doublerandom.publication.result.ResultEvent.DisciplineLinkIssued;
import cn.doublerandom.publication.result.ResultEvent.DisciplineProposed;
import cn.doublerandom.publication.result.ResultEvent.DisciplineTakenBack;
import cn.doublerandom.publication.result.ResultEvent.ObjectionCodeIssued;
import cn.doublerandom.publication.result.ResultEvent.ObjectionDecided;
import cn.doublerandom.publication.result.ResultEvent.ObjectionRaised;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 联合惩戒: proposed by one, agreed to by another, answered once by each receiver; with its result it
 * ends.
 */
class DisciplinesTest {
  private static final LocalDate ON = LocalDate.of(2023, 4, 14);
  private static final String FINANCE = "清河县财政局";
  private static final String TAX = "清河县税务局";
  private static final String HASH = "a".repeat(64);
  private static final Terms TERMS =
      new Terms("限制参加政府采购", "条例第十八条", ON, ON.plusYears(1), List.of(FINANCE, TAX));
  private static final DeadlineBasis BASIS = new DeadlineBasis("objections-2023", 20, null);
  private static final ResultPublished PUBLISHED =
      new ResultPublished("甲公司", ON, true, "1113/2023-d-1-S", "JC009", null);
  private static final DisciplineProposed PROPOSED = new DisciplineProposed(1, TERMS, "JC009", ON);
  private static final DisciplineApproved APPROVED = new DisciplineApproved(1, "c1", ON);
  private static final DisciplineTakenBack TAKEN_BACK =
      new DisciplineTakenBack(1, "接收部门填错了", "JC009", ON);
  private static final DisciplineLinkIssued LINK =
      new DisciplineLinkIssued(1, FINANCE, HASH, "JC009", ON);
  private static final AcknowledgeDiscipline ANSWER =
      new AcknowledgeDiscipline(1, HASH, false, "已列入名单", ON);
  private static final AcknowledgeDiscipline LIFT =
      new AcknowledgeDiscipline(1, HASH, true, "已移出名单", ON);
  private static final DisciplineEndingAcknowledged LIFTED =
      new DisciplineEndingAcknowledged(1, FINANCE, "已移出名单", ON);
  private static final PublicationWithdrawn WITHDRAWN =
      new PublicationWithdrawn("有误", "JC009", "c1", ON);
  private static final DisciplineEnded ENDED =
      new DisciplineEnded(1, Discipline.Cause.WITHDRAWN, "有误", ON);
  private static final DisciplineAcknowledged DONE =
      new DisciplineAcknowledged(1, FINANCE, "已列入名单", ON);

  private final DeciderSpecification<ResultCommand, ResultEvent, Publication> result =
      DeciderSpecification.of(new ResultDecider());

  private static ResultReceived received(String code) {
    return new ResultReceived(
        new ResultContent(
            "d-1-S",
            "d-1",
            "2023001",
            "001",
            "S",
            "大队",
            ON,
            ON,
            false,
            List.of(code),
            List.of(new Finding("I-1", "经营行为", List.of(code))),
            List.of("大队"),
            "JC001",
            List.of("JC001", "JC002")));
  }

  private static final ResultReceived RECEIVED = received("D");

  private static ProposeDiscipline propose(Terms terms) {
    return new ProposeDiscipline(terms, "JC009", "大队", ON);
  }

  private static TakeBackDiscipline takeBack(String reason, String by) {
    return new TakeBackDiscipline(reason, by, ON);
  }

  private static IssueDisciplineLink link(int number, String authority) {
    return new IssueDisciplineLink(number, authority, HASH, "JC009", "大队", ON);
  }

  @Test
  void the_unit_that_inspected_proposes_because_of_what_is_public_and_was_found() {
    result.given(RECEIVED, PUBLISHED).when(propose(TERMS)).then(PROPOSED);
    result.given(RECEIVED).when(propose(TERMS)).thenRejected(RESULT_NOT_PUBLIC);
    result.given(received("1"), PUBLISHED).when(propose(TERMS)).thenRejected(DISCIPLINE_UNFOUNDED);
    result
        .given(RECEIVED, PUBLISHED, new PublicationWithdrawn("有误", "JC009", "c1", ON))
        .when(propose(TERMS))
        .thenRejected(RESULT_WITHDRAWN);
    result
        .given(RECEIVED, PUBLISHED)
        .when(new ProposeDiscipline(TERMS, "JC009", "别的单位", ON))
        .thenRejected(NOT_YOUR_RESULT);
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "-30, -1", "0, 3654"})
  void a_period_ends_after_it_began_and_not_before_today_and_within_ten_years(int from, int to) {
    result
        .given(RECEIVED, PUBLISHED)
        .when(propose(new Terms("m", "b", ON.plusDays(from), ON.plusDays(to), List.of(TAX))))
        .thenRejected(DISCIPLINE_PERIOD_UNFIT);
  }

  @Test
  void one_to_ten_receivers_are_named() {
    var given = result.given(RECEIVED, PUBLISHED);
    for (List<String> unfit :
        List.of(List.<String>of(), Collections.nCopies(11, "局"), List.of("局".repeat(101)))) {
      given
          .when(propose(new Terms("m", "b", ON, ON, unfit)))
          .thenRejected(DISCIPLINE_AUTHORITIES_UNFIT);
    }
  }

  @Test
  void one_waits_at_a_time_and_a_result_has_nine_at_most() {
    result.given(RECEIVED, PUBLISHED, PROPOSED).when(propose(TERMS)).thenRejected(DISCIPLINE_WAITS);
    List<ResultEvent> nine = new ArrayList<>(List.of(RECEIVED, PUBLISHED));
    IntStream.rangeClosed(1, 9)
        .forEach(number -> {
          nine.add(new DisciplineProposed(number, TERMS, "JC009", ON));
          nine.add(new DisciplineDeclined(number, "不相当", "c1", ON));
        });
    result
        .given(nine.toArray(ResultEvent[]::new))
        .when(propose(TERMS))
        .thenRejected(DISCIPLINES_FULL);
  }

  @Test
  void another_who_did_not_inspect_decides() {
    var waiting = result.given(RECEIVED, PUBLISHED, PROPOSED);
    waiting.when(new ApproveDiscipline("c1", ON)).then(APPROVED);
    waiting
        .when(new DeclineDiscipline("不相当", "c1", ON))
        .then(new DisciplineDeclined(1, "不相当", "c1", ON));
    waiting.when(new ApproveDiscipline("jc009 ", ON)).thenRejected(DISCIPLINE_BY_ONE_PERSON);
    for (String concerned : List.of("JC001", "JC002")) {
      waiting.when(new ApproveDiscipline(concerned, ON)).thenRejected(DISCIPLINE_BY_CONCERNED);
      waiting.when(new DeclineDiscipline("x", concerned, ON)).thenRejected(DISCIPLINE_BY_CONCERNED);
    }
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED)
        .when(new ApproveDiscipline("c2", ON))
        .thenRejected(NO_DISCIPLINE_WAITS);
  }

  @Test
  void who_proposed_it_takes_it_back_with_a_reason_and_nobody_else_does() {
    var waiting = result.given(RECEIVED, PUBLISHED, PROPOSED);
    waiting
        .when(takeBack("接收部门填错了", "c1"))
        .thenRejected(DISCIPLINE_OF_ANOTHER, Map.of("by", "JC009"));
    waiting
        .when(takeBack("。", "JC009"))
        .thenRejected(CHANGE_REASON_MISSING, Map.of("field", "reason"));
    waiting.when(takeBack("接收部门填错了", "JC009")).then(TAKEN_BACK);
    var back = result.given(RECEIVED, PUBLISHED, PROPOSED, TAKEN_BACK);
    back.when(new ApproveDiscipline("c1", ON)).thenRejected(NO_DISCIPLINE_WAITS);
    back.when(link(1, FINANCE)).thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
    back.when(propose(TERMS)).then(new DisciplineProposed(2, TERMS, "JC009", ON));
  }

  @Test
  void what_does_not_wait_is_not_taken_back() {
    var again = takeBack("接收部门填错了", "JC009");
    result.given(RECEIVED).when(again).thenRejected(RESULT_NOT_PUBLIC);
    result.given(RECEIVED, PUBLISHED).when(again).thenRejected(NO_DISCIPLINE_WAITS);
    for (ResultEvent end :
        List.of(APPROVED, TAKEN_BACK, new DisciplineDeclined(1, "不相当", "c1", ON))) {
      result
          .given(RECEIVED, PUBLISHED, PROPOSED, end)
          .when(again)
          .thenRejected(NO_DISCIPLINE_WAITS);
    }
    result
        .given(
            RECEIVED,
            PUBLISHED,
            PROPOSED,
            WITHDRAWN,
            new DisciplineFellAway(1, Discipline.Cause.WITHDRAWN, "有误", ON))
        .when(again)
        .thenRejected(RESULT_WITHDRAWN);
  }

  @Test
  void what_was_taken_back_neither_ends_nor_falls_away_with_its_result() {
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, TAKEN_BACK, new WithdrawalAsked("有误", "JC009", ON))
        .when(new ApproveChange("c1", ON))
        .then(WITHDRAWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"别的局", ""})
  void only_a_receiver_that_was_named_and_has_not_answered_gets_a_link(String other) {
    var standing = result.given(RECEIVED, PUBLISHED, PROPOSED, APPROVED);
    standing.when(link(1, FINANCE)).then(LINK);
    standing.when(link(1, other)).thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
    standing.when(link(2, FINANCE)).thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
    result
        .given(RECEIVED, PUBLISHED, PROPOSED)
        .when(link(1, FINANCE))
        .thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, DONE)
        .when(link(1, FINANCE))
        .thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
  }

  @Test
  void a_receiver_answers_once_by_its_link_and_another_makes_it_void() {
    result.given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK).when(ANSWER).then(DONE);
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, DONE)
        .when(ANSWER)
        .thenRejected(DISCIPLINE_LINK_UNKNOWN);
    result
        .given(
            RECEIVED,
            PUBLISHED,
            PROPOSED,
            APPROVED,
            LINK,
            new DisciplineLinkIssued(1, FINANCE, "b".repeat(64), "JC009", ON))
        .when(ANSWER)
        .thenRejected(DISCIPLINE_LINK_UNKNOWN);
    result.given(RECEIVED).when(ANSWER).thenRejected(DISCIPLINE_LINK_UNKNOWN);
  }

  @Test
  void everybody_reads_what_was_agreed_to_and_done_and_nothing_that_waits_or_was_declined() {
    assertThat(notice(PROPOSED).disciplines()).isNull();
    assertThat(notice(PROPOSED, new DisciplineDeclined(1, "不相当", "c1", ON)).disciplines()).isNull();
    assertThat(notice(PROPOSED, TAKEN_BACK).disciplines()).isNull();
    assertThat(notice(PROPOSED).disciplineAskedBy()).isEqualTo("JC009");
    assertThat(notice(PROPOSED, TAKEN_BACK).disciplineAskedBy()).as("waits for nobody").isNull();
    assertThat(notice(PROPOSED, APPROVED, LINK, DONE).disciplines())
        .containsExactly(
            new StandingDiscipline(
                1,
                TERMS.measure(),
                TERMS.basis(),
                TERMS.from(),
                TERMS.to(),
                TERMS.authorities(),
                ON,
                List.of(new Discipline.Deed(FINANCE, "已列入名单", ON)),
                null));
  }

  private static ResultCorrected corrected(String code) {
    return new ResultCorrected(
        List.of(new Finding("I-1", "经营行为", List.of(code))),
        List.of(code),
        "录入有误",
        "JC009",
        "c1",
        ON);
  }

  private static CorrectionAsked correctionTo(String code) {
    return new CorrectionAsked(
        "I-1",
        List.of(new Finding("I-1", "经营行为", List.of(code))),
        List.of(code),
        "录入有误",
        "JC009",
        ON);
  }

  @Test
  void with_a_withdrawn_result_each_that_was_told_ends_and_one_that_waits_falls_away() {
    result
        .given(
            RECEIVED,
            PUBLISHED,
            PROPOSED,
            APPROVED,
            new DisciplineProposed(2, TERMS, "JC009", ON),
            new DisciplineDeclined(2, "不相当", "c1", ON),
            new DisciplineProposed(3, TERMS, "JC009", ON),
            new WithdrawalAsked("有误", "JC009", ON))
        .when(new ApproveChange("c1", ON))
        .then(WITHDRAWN, ENDED, new DisciplineFellAway(3, Discipline.Cause.WITHDRAWN, "有误", ON));
  }

  @Test
  void with_a_correction_it_ends_where_nothing_was_found_any_more_and_only_there() {
    ResultEvent[] told = {RECEIVED, PUBLISHED, PROPOSED, APPROVED};
    result
        .given(then(told, correctionTo("1")))
        .when(new ApproveChange("c1", ON))
        .then(corrected("1"), new DisciplineEnded(1, Discipline.Cause.CORRECTED, "录入有误", ON));
    result
        .given(then(told, correctionTo("E")))
        .when(new ApproveChange("c1", ON))
        .then(corrected("E"));
    result
        .given(
            then(
                told,
                corrected("1"),
                new DisciplineEnded(1, Discipline.Cause.CORRECTED, "录入有误", ON),
                new WithdrawalAsked("有误", "JC009", ON)))
        .when(new ApproveChange("c1", ON))
        .then(WITHDRAWN);
  }

  @Test
  void where_an_objection_is_answered_by_it_the_end_comes_after_the_answer_and_the_change() {
    result
        .given(
            then(
                new ResultEvent[] {RECEIVED, PUBLISHED, PROPOSED, APPROVED},
                new ObjectionCodeIssued(HASH, "JC009", ON),
                new ObjectionRaised(1, "有误", ON, ON.plusDays(20), BASIS),
                new WithdrawalAsked("有误", "c2", ON)))
        .when(new ApproveChange("c1", ON))
        .then(
            new ObjectionDecided(1, Objection.Outcome.WITHDRAWN, "有误", "c1", ON),
            new PublicationWithdrawn("有误", "c2", "c1", ON),
            ENDED);
  }

  @Test
  void what_fell_before_it_ended_by_itself_ends_once_and_nothing_else_does() {
    ResultEvent[] told = {RECEIVED, PUBLISHED, PROPOSED, APPROVED};
    EndDisciplines end = new EndDisciplines(ON);
    result.given(then(told, WITHDRAWN)).when(end).then(ENDED);
    result.given(then(told, WITHDRAWN, ENDED)).when(end).then();
    result
        .given(then(told, corrected("1")))
        .when(end)
        .then(new DisciplineEnded(1, Discipline.Cause.CORRECTED, "录入有误", ON));
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, corrected("1"))
        .when(end)
        .then(new DisciplineFellAway(1, Discipline.Cause.CORRECTED, "录入有误", ON));
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, corrected("1"))
        .when(new ApproveDiscipline("c1", ON))
        .thenRejected(DISCIPLINE_UNFOUNDED);
    result.given(told).when(end).then();
    result.given(RECEIVED).when(end).then();
  }

  @Test
  void what_fell_away_waits_for_nobody_and_is_nothing_to_read() {
    var away =
        then(
            new ResultEvent[] {RECEIVED, PUBLISHED, PROPOSED},
            corrected("1"),
            new DisciplineFellAway(1, Discipline.Cause.CORRECTED, "录入有误", ON));
    result.given(away).when(new ApproveDiscipline("c1", ON)).thenRejected(NO_DISCIPLINE_WAITS);
    assertThat(after(away).published()).matches(p -> p.disciplines() == null);
    assertThat(after(away).published()).matches(p -> p.disciplineAskedBy() == null);
  }

  @Test
  void a_receiver_acknowledges_the_end_by_a_link_it_has_or_gets_once() {
    ResultEvent[] ended = {RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, WITHDRAWN, ENDED};
    result.given(ended).when(LIFT).then(LIFTED);
    result.given(then(ended, LIFTED)).when(LIFT).thenRejected(DISCIPLINE_LINK_UNKNOWN);
    result
        .given(then(ended, LIFTED))
        .when(link(1, FINANCE))
        .thenRejected(DISCIPLINE_AUTHORITY_UNKNOWN);
    result
        .given(then(ended, LIFTED))
        .when(link(1, TAX))
        .then(new DisciplineLinkIssued(1, TAX, HASH, "JC009", ON));
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, DONE, WITHDRAWN, ENDED)
        .when(link(1, FINANCE))
        .then(LINK);
  }

  @Test
  void what_is_said_of_the_measure_is_not_taken_for_its_end_nor_the_other_way() {
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, WITHDRAWN, ENDED)
        .when(ANSWER)
        .thenRejected(DisciplineRejection.DISCIPLINE_ENDED);
    result
        .given(RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK)
        .when(LIFT)
        .thenRejected(DisciplineRejection.DISCIPLINE_STANDS);
  }

  @Test
  void everybody_reads_that_it_ended_and_the_desk_waits_until_each_receiver_has_said_so() {
    ResultEvent[] ended = {RECEIVED, PUBLISHED, PROPOSED, APPROVED, LINK, WITHDRAWN, ENDED};
    ResultNotice.Published one = after(then(ended, LIFTED)).published();
    assertThat(one.disciplines().getFirst().ended())
        .isEqualTo(
            new Discipline.Ended(
                Discipline.Cause.WITHDRAWN,
                "有误",
                ON,
                List.of(new Discipline.Deed(FINANCE, "已移出名单", ON))));
    assertThat(one.endingSince()).isEqualTo(ON);
    ResultNotice.Published all =
        after(then(ended, LIFTED, new DisciplineEndingAcknowledged(1, TAX, "未曾办理", ON)))
            .published();
    assertThat(all.endingSince()).isNull();
  }

  private static ResultEvent[] then(ResultEvent[] before, ResultEvent... more) {
    return Stream.of(before, more).flatMap(Stream::of).toArray(ResultEvent[]::new);
  }

  private static ResultNotice after(ResultEvent... events) {
    var rules = new ResultDecider();
    Publication state = rules.initial();
    for (ResultEvent event : events) {
      state = rules.evolve(state, event);
    }
    return state instanceof Publication.Withdrawn w
        ? ResultNotice.of(w)
        : ResultNotice.of((Publication.Published) state);
  }

  private static ResultNotice.Published notice(ResultEvent... events) {
    var rules = new ResultDecider();
    Publication state = rules.evolve(rules.evolve(rules.initial(), RECEIVED), PUBLISHED);
    for (ResultEvent event : events) {
      state = rules.evolve(state, event);
    }
    return ResultNotice.of((Publication.Published) state).published();
  }
}
