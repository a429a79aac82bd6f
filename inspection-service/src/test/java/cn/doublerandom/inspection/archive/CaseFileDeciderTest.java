package cn.doublerandom.inspection.archive;

import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_ARCHIVED;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.PAPER_SUBJECT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REFUSAL_UNFIT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.archive.CaseFileCommand.ArchiveCaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand.FilePaper;
import cn.doublerandom.inspection.archive.Signature.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 抽查资料归档，档案资料齐全，签字完整 (R32). */
class CaseFileDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 1);
  private static final List<CaseVisit> VISITS =
      List.of(new CaseVisit("S1", List.of("JC001", "JC002"), true));
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
        "JC001");
  }

  private static final FilePaper DRAW =
      paper(PaperKind.DRAW_RECORD, null, by(Role.WITNESS, "纪检监察室"));
  private static final FilePaper TRAINING =
      paper(PaperKind.TRAINING, null, by(Role.LEADER, "法制安全科"));
  private static final FilePaper NOTICE = paper(PaperKind.NOTICE, "S1", by(Role.SEAL, "县交通运输局"));
  private static final FilePaper RECORD =
      paper(
          PaperKind.RECORD,
          "S1",
          by(Role.INSPECTOR, "JC001"),
          by(Role.INSPECTOR, "JC002"),
          REFUSED,
          by(Role.LEADER, "大队"));

  private static final ArchiveCaseFile ARCHIVE = new ArchiveCaseFile(VISITS, "coordinator", TODAY);

  @Test
  void a_file_without_its_papers_is_not_archived_and_says_which_are_missing() {
    file.given()
        .when(ARCHIVE)
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("缺抽取记录", "缺检查前培训记录", "S1：缺随机抽查通知书", "S1：缺抽查情况记录表")));
  }

  @Test
  void every_officer_of_the_team_signs_and_a_firm_that_refuses_is_recorded_as_refusing() {
    var almost = file.given().having(DRAW).having(TRAINING).having(NOTICE);
    almost
        .having(paper(PaperKind.RECORD, "S1", by(Role.INSPECTOR, "JC001"), by(Role.LEADER, "大队")))
        .when(ARCHIVE)
        .thenRejected(
            CASE_FILE_INCOMPLETE,
            Map.of("missing", List.of("S1：抽查情况记录表缺执法人员 JC002 签字", "S1：抽查情况记录表缺检查对象签字")));
    assertThat(almost.having(RECORD).when(ARCHIVE).state().archivedOn())
        .isEqualTo(Optional.of(TODAY));
  }

  @Test
  void a_visit_whose_result_is_not_recorded_keeps_the_file_open() {
    var open = List.of(new CaseVisit("S1", List.of("JC001", "JC002"), false));
    file.given()
        .having(DRAW)
        .having(TRAINING)
        .having(NOTICE)
        .having(RECORD)
        .when(new ArchiveCaseFile(open, "coordinator", TODAY))
        .thenRejected(CASE_FILE_INCOMPLETE, Map.of("missing", List.of("S1：检查结果尚未录入")));
  }

  @Test
  void nothing_is_exchanged_in_an_archived_file() {
    var archived =
        file.given().having(DRAW).having(TRAINING).having(NOTICE).having(RECORD).having(ARCHIVE);
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
}
