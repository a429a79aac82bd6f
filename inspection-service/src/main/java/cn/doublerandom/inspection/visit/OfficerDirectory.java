package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Who of 执法检查人员名录库 may serve on a day. */
public interface OfficerDirectory {
  /** Nobody knows him. */
  String UNKNOWN = "UNKNOWN";

  /** He left the register. */
  String NOT_ACTIVE = "NOT_ACTIVE";

  /**
   * What stands against officers.
   *
   * @return NOT_ACTIVE, CERTIFICATE_EXPIRED, ON_LEAVE or UNKNOWN, by number; nobody else
   */
  CompletionStage<Map<String, String>> obstacles(List<String> officers, LocalDate day);

  /** All that are known and may serve on a day, ascending. */
  CompletionStage<List<KnownOfficer>> fit(LocalDate day, int most);

  /** Those of the numbers that are known, ascending. */
  CompletionStage<List<KnownOfficer>> among(List<String> officers);
}
