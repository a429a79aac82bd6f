package cn.doublerandom.inspection.archive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case file as it is listed.
 *
 * @param papers how many were filed
 * @param archivedOn absent as long as it is open
 * @param seal of its bundle; absent as long as it is open, and where it was archived without one
 */
public record CaseFileSummary(
    String drawId, int papers, @Nullable LocalDate archivedOn, @Nullable CaseSeal seal) {
  public static CaseFileSummary of(String drawId, CaseFile file) {
    return new CaseFileSummary(
        drawId, file.papers().size(), file.archivedOn().orElse(null), file.seal().orElse(null));
  }
}
