package cn.doublerandom.inspection.archive;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_ARCHIVED;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.PAPER_SUBJECT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REFUSAL_UNFIT;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.archive.CaseFileCommand.ArchiveCaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand.FilePaper;
import cn.doublerandom.inspection.archive.CaseFileEvent.CaseFileArchived;
import cn.doublerandom.inspection.archive.CaseFileEvent.PaperFiled;
import java.util.List;
import java.util.Optional;

/** 抽查资料归档，档案资料齐全，签字完整 (R32): nothing is archived while something is missing. */
public final class CaseFileDecider implements Decider<CaseFileCommand, CaseFileEvent, CaseFile> {
  private static final int MOST_LINES = 50;

  @Override
  public CaseFile initial() {
    return CaseFile.EMPTY;
  }

  @Override
  public Decision<CaseFileEvent> decide(CaseFileCommand command, CaseFile file) {
    return switch (command) {
      case FilePaper f -> file(f, file);
      case ArchiveCaseFile archive -> archive(archive, file);
    };
  }

  private static Decision<CaseFileEvent> file(FilePaper command, CaseFile file) {
    Paper paper = command.paper();
    if (paper.equals(file.papers().get(paper.place()))) {
      return accept();
    } else if (file.archivedOn().isPresent()) {
      return reject(CASE_FILE_ARCHIVED);
    } else if (!isOf(paper, command.visits())) {
      return reject(PAPER_SUBJECT_UNFIT, "field", "subject");
    }
    // Officers cannot refuse; a firm can, and that it did is what the paper then says.
    boolean officerRefuses =
        paper.signatures().stream()
            .anyMatch(s -> s.refusal() != null && s.role() != Signature.Role.SUBJECT);
    return officerRefuses
        ? reject(REFUSAL_UNFIT, "field", "signatures")
        : accept(new PaperFiled(paper, command.by()));
  }

  /** A paper of a visit names who was visited; one of the draw names nobody. */
  private static boolean isOf(Paper paper, List<CaseVisit> visits) {
    return paper.kind().isOfVisit()
        ? visits.stream().anyMatch(v -> v.subject().equals(paper.subject()))
        : paper.subject() == null;
  }

  private static Decision<CaseFileEvent> archive(ArchiveCaseFile archive, CaseFile file) {
    if (file.archivedOn().isPresent()) {
      return accept();
    }
    List<String> missing = Completeness.missing(file, archive.visits());
    return missing.isEmpty()
        ? accept(new CaseFileArchived(archive.by(), archive.today()))
        : reject(CASE_FILE_INCOMPLETE, "missing", missing.stream().limit(MOST_LINES).toList());
  }

  @Override
  public CaseFile evolve(CaseFile file, CaseFileEvent event) {
    return switch (event) {
      case PaperFiled(var paper, var by) -> file.with(paper);
      case CaseFileArchived archived -> new CaseFile(file.papers(), Optional.of(archived.on()));
    };
  }
}
