package cn.doublerandom.registry.application;

import cn.doublerandom.registry.intake.IntakeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table that was handed in and waits to be taken or not.
 *
 * @param id 32 lowercase hex digits
 * @param account whose it is; nobody else sees it
 * @param fileName as it was called where it came from
 * @param codeReason why codes are taken whose check characters are not the standard's; empty where
 *     they are not
 * @param digest SHA-256 of the file, lower-case hex; empty of files from before it was kept
 * @param judged when the preview was made, in the time of the bureau; as long as there is none,
 *     when it was handed in
 * @param preview absent as long as it is read for the first time
 */
public record Draft(
    String id,
    IntakeKind kind,
    String account,
    String fileName,
    String codeReason,
    String digest,
    Instant judged,
    @Nullable Preview preview) {
  public Draft {
    digest = digest == null ? "" : digest;
  }

  Draft judged(Preview anew, Instant at) {
    return new Draft(id, kind, account, fileName, codeReason, digest, at, anew);
  }
}
