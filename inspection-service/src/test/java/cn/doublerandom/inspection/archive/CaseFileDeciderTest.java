package cn.doublerandom.inspection.archive;

import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_ARCHIVED;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.PAPER_SUBJECT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REFUSAL_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.archive.CaseFileCommand.ArchiveCaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand.FilePaper;
import cn.doublerandom.inspection.archive.Signature.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 抽查资料归档，档案资料齐全，签字完整 (R32). */
class CaseFileDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 1);
  private static final Officer MEMBER = new Officer("JC001", "大队", Officer.Reach.TEAM);
  private static final Officer SECOND = new Officer("JC002", "大队", Officer.Reach.TEAM);
  private static final Officer COORDINATOR =
      new Officer("coordinator", "法制安全科", Officer.Reach.BUREAU);
  private static final List<CaseVisit> VISITS =
      List.of(new CaseVisit("S1", List.of("JC001", "JC002"), List.of("大队"), true, List.of()));
  private static final Signature REFUSED = new Signature(Role.SUBJECT, "", "负责人不在场，拒绝签字");

  private final DeciderSpecification<CaseFileCommand, CaseFileEvent, CaseFile> file =
      DeciderSpecification.of(new CaseFileDecider());

  private static Signature by(Role role, String who) {
    return new Signature(role, who, null);
  }

  private static FilePaper paper(
      PaperKind kind, @Nullable String subject, Signature... signatures) {
    return new FilePaper(
        new Paper(kind, subject, kind.text(), "ab".repeat(32), List.of(signatures)),
        VISITS,
        MEMBER);
  }

  private static FilePaper by(Officer officer, FilePaper paper) {
    return new FilePaper(paper.paper(), paper.visits(), officer);
  }

  private static final FilePaper DRAW =
      paper(PaperKind.DRAW_RECORD, null, by(Role.WITNESS, "纪检监察室"));
  private static final FilePaper TRAINING =
      paper(PaperKind.TRAINING, null, by(Role.LEADER, "法制安全科"));
  private static final FilePaper NOTICE = paper(PaperKind.NOTICE, "S1", by(Role.SEAL, "县交通运输局"));
  private static final FilePaper RECORD =
      paper(PaperKind.RECORD, "S1", by(Role.INSPECTOR, "JC001"), REFUSED, by(Role.LEADER, "大队"));

  /** The other officer signs the same scan. */
  private static final FilePaper SIGNED_TOO =
      by(
          SECOND,
          paper(
              PaperKind.RECORD, "S1", by(Role.INSPECTOR, "JC002"), REFUSED, by(Role.LEADER, "大队")));

  private static final ArchiveCaseFile ARCHIVE =
      new ArchiveCaseFile(VISITS, COORDINATOR, TODAY, null);

  @Test
  void a_file_without_its_papers_is_not_archived_and_says_which_are_missing() {
    file.given()
        .when(ARCHIVE)
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("缺抽取记录", "缺检查前培训记录", "S1：缺行政检查通知书", "S1：缺现场检查笔录")));
  }

  @Test
  void every_officer_of_the_team_signs_and_a_firm_that_refuses_is_recorded_as_refusing() {
    var almost = file.given().having(DRAW).having(TRAINING).having(NOTICE);
    almost
        .having(paper(PaperKind.RECORD, "S1", by(Role.INSPECTOR, "JC001"), by(Role.LEADER, "大队")))
        .when(ARCHIVE)
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("S1：现场检查笔录缺执法人员 JC002 签字", "S1：现场检查笔录缺检查对象签字")));
    assertThat(almost.having(RECORD).having(SIGNED_TOO).when(ARCHIVE).state().archivedOn())
        .isEqualTo(Optional.of(TODAY));
  }

  @Test
  void a_visit_whose_result_is_not_recorded_keeps_the_file_open() {
    var open =
        List.of(new CaseVisit("S1", List.of("JC001", "JC002"), List.of("大队"), false, List.of()));
    file.given()
        .having(DRAW)
        .having(TRAINING)
        .having(NOTICE)
        .having(RECORD)
        .having(SIGNED_TOO)
        .when(new ArchiveCaseFile(open, COORDINATOR, TODAY, null))
        .thenRejected(
            CASE_FILE_INCOMPLETE, Map.of("missing", List.of("S1：检查结果尚未录入，或者录入以后还没有确认、审核完")));
  }

  private static CaseVisit visit(OwnPapers own, List<String> unfollowed, List<String> open) {
    return new CaseVisit(
        "S1", List.of("JC001", "JC002"), List.of("大队"), true, List.of(), own, unfollowed, open);
  }

  @Test
  void a_problem_whose_follow_up_is_not_closed_keeps_the_file_open() {
    var complete = file.given().having(DRAW).having(TRAINING).having(NOTICE);
    var signed = complete.having(RECORD).having(SIGNED_TOO);
    signed
        .when(
            new ArchiveCaseFile(
                List.of(visit(OwnPapers.NONE, List.of("JT-02"), List.of("清交责改〔2023〕1号"))),
                COORDINATOR,
                TODAY,
                null))
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("S1：事项 JT-02 发现的问题尚未处置", "S1：后续处置未办结：清交责改〔2023〕1号")));
    assertThat(signed.when(ARCHIVE).state().archivedOn()).isEqualTo(Optional.of(TODAY));
  }

  @Test
  void what_a_visit_holds_itself_needs_no_scan() {
    var own = visit(new OwnPapers(true, true, true, List.of()), List.of(), List.of());
    var seal = new CaseSeal("ab".repeat(32), "cd".repeat(32), 2, 1000, null, null);
    var archive = new ArchiveCaseFile(List.of(own), COORDINATOR, TODAY, seal);
    file.given()
        .when(archive)
        .thenRejected(CASE_FILE_INCOMPLETE, Map.of("missing", List.of("缺抽取记录")));
    file.given()
        .having(DRAW)
        .when(archive)
        .then(new CaseFileEvent.CaseFileArchived("coordinator", TODAY, seal));
    assertThat(
            Completeness.missing(
                CaseFile.EMPTY,
                List.of(
                    own, visit(new OwnPapers(false, true, true, List.of()), List.of(), List.of()))))
        .containsExactly("缺抽取记录", "缺检查前培训记录（其他检查已有，只缺：S1）");
    assertThat(Completeness.of(CaseFile.EMPTY, List.of(VISITS.getFirst())))
        .extracting(one -> one.english("Lutu"))
        .contains("no record of the draw", "Lutu: no notice of the inspection")
        .allSatisfy(line -> assertThat(line).doesNotContain("缺"));
  }

  @Test
  void whose_signature_a_recorded_result_went_without_is_said_and_nothing_is_archived_without_it() {
    var gap = new OwnPapers(true, true, false, List.of("SUBJECT", "JC009"));
    file.given()
        .having(DRAW)
        .when(
            new ArchiveCaseFile(
                List.of(visit(gap, List.of(), List.of())), COORDINATOR, TODAY, null))
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("S1：缺现场检查笔录：检查对象、JC009 没有签名，须归入签名齐全的扫描件")));
  }

  @Test
  void nothing_is_exchanged_in_an_archived_file() {
    var archived =
        file.given()
            .having(DRAW)
            .having(TRAINING)
            .having(NOTICE)
            .having(RECORD)
            .having(SIGNED_TOO)
            .having(ARCHIVE);
    archived.when(RECORD).then();
    archived.when(ARCHIVE).then();
    archived.when(paper(PaperKind.RECORD, "S1")).thenRejected(CASE_FILE_ARCHIVED);
  }

  @Test
  void a_paper_belongs_to_who_was_visited_and_an_officer_cannot_refuse() {
    file.given().when(paper(PaperKind.RECORD, "S9")).thenRejected(PAPER_SUBJECT_UNFIT);
    file.given().when(paper(PaperKind.RECORD, null)).thenRejected(PAPER_SUBJECT_UNFIT);
    file.given().when(paper(PaperKind.TRAINING, "S1")).thenRejected(PAPER_SUBJECT_UNFIT);
    file.given()
        .when(paper(PaperKind.RECORD, "S1", new Signature(Role.INSPECTOR, "JC001", "不同意")))
        .thenRejected(REFUSAL_UNFIT);
  }

  @Test
  void nobody_of_another_team_exchanges_a_paper_and_the_coordinator_signs_for_no_officer() {
    var filed = file.given().having(RECORD);
    var stranger = new Officer("JC009", "大队", Officer.Reach.TEAM);
    filed.when(by(stranger, RECORD)).thenRejected(NOT_YOUR_VISIT);
    filed.when(by(stranger, DRAW)).thenRejected(NOT_YOUR_VISIT);
    var other = paper(PaperKind.RECORD, "S1", by(Role.INSPECTOR, "JC002"));
    filed.when(other).thenRejected(SIGNER_UNFIT);
    filed.when(by(COORDINATOR, other)).thenRejected(SIGNER_UNFIT);
    filed
        .when(by(SECOND, other))
        .then(new CaseFileEvent.PaperFiled(signed("JC002", "JC001"), "JC002"));
  }

  private static Paper signed(String... officers) {
    return new Paper(
        PaperKind.RECORD,
        "S1",
        PaperKind.RECORD.text(),
        "ab".repeat(32),
        Stream.of(officers).map(o -> by(Role.INSPECTOR, o)).toList());
  }

  @Test
  void on_another_scan_everybody_signs_anew() {
    var both = file.given().having(RECORD).having(SIGNED_TOO);
    var again =
        new Paper(
            PaperKind.RECORD,
            "S1",
            "x",
            "cd".repeat(32),
            List.of(by(Role.INSPECTOR, "JC001"), by(Role.INSPECTOR, "JC002")));
    both.when(new FilePaper(again, VISITS, MEMBER)).thenRejected(SIGNER_UNFIT);
  }

  @Test
  void a_signature_without_a_name_is_nobodys() {
    for (Role role : List.of(Role.WITNESS, Role.LEADER, Role.SEAL, Role.INSPECTOR)) {
      file.given()
          .when(paper(PaperKind.RECORD, "S1", by(role, "\u3000")))
          .thenRejected(SIGNER_UNFIT);
    }
  }

  @Test
  void the_lead_of_a_unit_without_a_part_in_the_draw_neither_files_nor_archives() {
    for (String unit : List.of("港航科", "", " ", "\u3000")) {
      var lead = new Officer("lead", unit, Officer.Reach.UNIT);
      file.given().when(by(lead, NOTICE)).thenRejected(NOT_YOUR_VISIT);
      file.given()
          .when(new ArchiveCaseFile(VISITS, lead, TODAY, null))
          .thenRejected(NOT_YOUR_VISIT);
    }
    var own = new Officer("lead", "大队", Officer.Reach.UNIT);
    assertThat(file.given().when(by(own, NOTICE)).events()).hasSize(1);
  }

  @Test
  void a_unit_without_a_name_is_not_the_unit_of_a_team_of_which_nobody_said() {
    var nameless = new Officer("lead", "", Officer.Reach.UNIT);
    assertThat(nameless.reads(List.of("JC001"), List.of(""))).isFalse();
    assertThat(nameless.reads(List.of("JC001"), List.of())).isFalse();
    assertThat(new Officer("jc001", "", Officer.Reach.TEAM).reads(List.of("JC001"), List.of()))
        .isTrue();
    assertThat(
            new Officer("JC009", "大队", Officer.Reach.TEAM).reads(List.of("JC001"), List.of("大队")))
        .isTrue();
    assertThat(new Officer("JC009", "科", Officer.Reach.TEAM).reads(List.of("JC001"), List.of("大队")))
        .isFalse();
  }
}
