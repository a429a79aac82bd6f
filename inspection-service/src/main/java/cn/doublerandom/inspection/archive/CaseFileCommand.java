package cn.doublerandom.inspection.archive;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a case file. */
public sealed interface CaseFileCommand {
  /**
   * Files a paper, or the same one again with what was missing; what was filed before stays told.
   */
  record FilePaper(Paper paper, List<CaseVisit> visits, Officer by) implements CaseFileCommand {}

  /**
   * @param visits all of the draw that did not fall away
   * @param seal of the bundle that was made of it; absent where it is only asked whether it may be
   */
  record ArchiveCaseFile(
      List<CaseVisit> visits, Officer by, LocalDate today, @Nullable CaseSeal seal)
      implements CaseFileCommand {}
}
