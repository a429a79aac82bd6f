package cn.doublerandom.inspection.archive;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of a case file. */
public sealed interface CaseFileCommand {
  /**
   * Files a paper, or the same one again with what was missing; what was filed before stays told.
   */
  record FilePaper(Paper paper, List<CaseVisit> visits, Officer by) implements CaseFileCommand {}

  /**
   * @param visits all of the draw that did not fall away
   */
  record ArchiveCaseFile(List<CaseVisit> visits, Officer by, LocalDate today)
      implements CaseFileCommand {}
}
