package cn.doublerandom.registry.application;

import cn.doublerandom.registry.intake.IntakeKind;
import java.time.Instant;

/**
 * A table that was handed in and waits to be taken or not.
 *
 * @param id 32 lowercase hex digits
 * @param account whose it is; nobody else sees it
 * @param fileName as it was called where it came from
 * @param codeReason why codes are taken whose check characters are not the standard's; empty where
 *     they are not
 * @param judged when the preview was made, in the time of the bureau
 */
public record Draft(
    String id,
    IntakeKind kind,
    String account,
    String fileName,
    String codeReason,
    Instant judged,
    Preview preview) {
  Draft judged(Preview anew, Instant at) {
    return new Draft(id, kind, account, fileName, codeReason, at, anew);
  }
}
