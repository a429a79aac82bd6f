package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.servicekit.file.FileType;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a file before anything of it is kept: its size, its hash, its first bytes, its
 * end.
 */
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
    type(content).requireWhole(content);
    return sha256;
  }

  /** By its first bytes, which a first piece has. */
  static FileType type(byte[] content) {
    return FileType.of(content).orElseThrow(() -> refused(InspectionRejection.EVIDENCE_KIND_UNFIT));
  }

  static EvidenceKind kind(FileType type) {
    return switch (type) {
      case JPEG, PNG, WEBP, HEIC -> EvidenceKind.PHOTO;
      case MP4, QUICKTIME, WEBM -> EvidenceKind.VIDEO;
      case M4A, WAV, OGG, AMR, MP3 -> EvidenceKind.AUDIO;
      case PDF -> EvidenceKind.DOCUMENT;
    };
  }

  static ProblemException refused(InspectionRejection why) {
    return new ProblemException(
        why, List.of(new Problem.FieldError("file", null, "refused", why.text())), Map.of());
  }
}
