package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the subject signed the record, or would not. Names and strokes lie sealed apart, in the sheet
 * (ADR 60).
 *
 * @param recordHash of what was signed, 64 lowercase hex digits
 * @param sheet SHA-256 of the sealed sheet, 64 lowercase hex digits
 * @param signedAs position of who signed or would not; no name
 * @param witnessedAs position of the witness; absent where it signed with its own hand
 * @param refusal why it would not; absent where it signed
 * @param by account of the officer before whom it was
 */
public record SubjectSignature(
    Way way,
    String recordHash,
    String sheet,
    String signedAs,
    @Nullable String witnessedAs,
    @Nullable String refusal,
    String by,
    LocalDate on) {
  /** How a subject signs. */
  public enum Way {
    /** With its own hand on glass. */
    GLASS,
    /** Its name was typed before a witness, where there is nothing to draw on. */
    TYPED,
    /** 拒绝签名: it would not, before a witness. */
    REFUSED
  }
}
