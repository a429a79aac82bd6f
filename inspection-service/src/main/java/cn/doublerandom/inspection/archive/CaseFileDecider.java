package cn.doublerandom.inspection.archive;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_ARCHIVED;
import static cn.doublerandom.inspection.InspectionRejection.CASE_FILE_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.PAPER_SUBJECT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REFUSAL_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.archive.CaseFileCommand.ArchiveCaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand.FilePaper;
import cn.doublerandom.inspection.archive.CaseFileEvent.CaseFileArchived;
import cn.doublerandom.inspection.archive.CaseFileEvent.PaperFiled;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    Optional<Paper> before = Optional.ofNullable(file.papers().get(command.paper().place()));
    Paper paper = command.paper().with(before);
    if (!isOf(paper, command.visits())) {
      return reject(PAPER_SUBJECT_UNFIT, "field", "subject");
    } else if (isForeign(command.by(), visitsOf(paper, command.visits()))) {
      return reject(NOT_YOUR_VISIT);
    } else if (before.filter(paper::isSame).isPresent()) {
      return accept();
    } else if (file.archivedOn().isPresent()) {
      return reject(CASE_FILE_ARCHIVED);
    } else if (!isSignedFairly(paper, before, command.by())) {
      return reject(SIGNER_UNFIT, "field", "signatures");
    }
    // Officers cannot refuse; a firm can, and that it did is what the paper then says.
    boolean officerRefuses =
        paper.signatures().stream()
            .anyMatch(s -> s.refusal() != null && s.role() != Signature.Role.SUBJECT);
    return officerRefuses
        ? reject(REFUSAL_UNFIT, "field", "signatures")
        : accept(new PaperFiled(paper, command.by().account()));
  }

  /** A paper of a visit names who was visited; one of the draw names nobody. */
  private static boolean isOf(Paper paper, List<CaseVisit> visits) {
    return paper.kind().isOfVisit()
        ? visits.stream().anyMatch(v -> v.subject().equals(paper.subject()))
        : paper.subject() == null;
  }

  /** The visits a paper is about; one of the draw is about all. */
  private static Stream<CaseVisit> visitsOf(Paper paper, List<CaseVisit> visits) {
    return visits.stream()
        .filter(v -> !paper.kind().isOfVisit() || v.subject().equals(paper.subject()));
  }

  private static boolean isForeign(Officer officer, Stream<CaseVisit> visits) {
    return !officer.isOfBureau() && visits.noneMatch(v -> officer.files(v.inspectors(), v.units()));
  }

  /** No officer signs for another, and nobody is named who has no name. */
  private static boolean isSignedFairly(Paper paper, Optional<Paper> before, Officer by) {
    return paper.signatures().stream()
        .allMatch(s ->
            switch (s.role()) {
              case SUBJECT -> true;
              case WITNESS, LEADER, SEAL -> !SecondPerson.isNobody(s.by());
              case INSPECTOR ->
                  SecondPerson.isSame(s.by(), by.account())
                      || before.filter(b -> b.carries(s, paper)).isPresent();
            });
  }

  private static Decision<CaseFileEvent> archive(ArchiveCaseFile archive, CaseFile file) {
    if (isForeign(archive.by(), archive.visits().stream())) {
      return reject(NOT_YOUR_VISIT);
    } else if (file.archivedOn().isPresent()) {
      return accept();
    }
    List<String> missing = Completeness.missing(file, archive.visits());
    return missing.isEmpty()
        ? accept(new CaseFileArchived(archive.by().account(), archive.today(), archive.seal()))
        : reject(CASE_FILE_INCOMPLETE, "missing", missing.stream().limit(MOST_LINES).toList());
  }

  @Override
  public CaseFile evolve(CaseFile file, CaseFileEvent event) {
    return switch (event) {
      case PaperFiled(var paper, var by) -> file.with(paper);
      case CaseFileArchived(var by, var on, var seal) ->
          new CaseFile(file.papers(), Optional.of(on), Optional.ofNullable(seal));
    };
  }
}
