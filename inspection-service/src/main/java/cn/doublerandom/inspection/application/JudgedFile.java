package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.SniffedType;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of a file before anything of it is kept: its size, its hash, its first bytes. */
final class JudgedFile {
  private JudgedFile() {}

  /**
   * The hash of a file that may be evidence.
   *
   * @param claimed by the phone; absent where it said none
   */
  static String hash(@Nullable String claimed, byte[] content) {
    if (content.length > Evidence.MOST_BYTES) {
      throw refused(InspectionRejection.EVIDENCE_TOO_LARGE);
    }
    String sha256 = Sha256.hex(content);
    if (claimed != null && !claimed.equals(sha256)) {
      throw refused(InspectionRejection.EVIDENCE_HASH_UNFIT);
    }
    type(content);
    return sha256;
  }

  static SniffedType type(byte[] content) {
    return SniffedType.of(content)
        .orElseThrow(() -> refused(InspectionRejection.EVIDENCE_KIND_UNFIT));
  }

  static ProblemException refused(InspectionRejection why) {
    return new ProblemException(
        why, List.of(new Problem.FieldError("file", null, "refused", why.text())), Map.of());
  }
}
