package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the record of a finished visit is signed.
 *
 * @param clause of the document that asks for all signatures before the result is recorded, by the
 *     packs of the day on which the visit ended; absent where none asks
 * @param statement absent as long as none was taken down
 * @param subject absent as long as it neither signed nor refused
 * @param officers who have signed, in their order
 * @param voided what was signed before it changed, in its order
 * @param gaps signatures it is to go without; absent where nobody asks for that
 * @param dissent of one who did not agree with the conclusions; absent where nobody did, or has
 *     signed since
 */
public record Signing(
    @Nullable String clause,
    @Nullable Statement statement,
    @Nullable SubjectSignature subject,
    List<OfficerSignature> officers,
    List<VoidedSignatures> voided,
    @Nullable SignatureGaps gaps,
    @Nullable Dissent dissent) {
  public Signing {
    officers = List.copyOf(officers);
    voided = List.copyOf(voided);
  }

  /** Nothing is signed yet. */
  static Signing under(@Nullable String clause) {
    return new Signing(clause, null, null, List.of(), List.of(), null, null);
  }

  /** Whether anybody has signed. */
  boolean isBegun() {
    return subject != null || !officers.isEmpty();
  }

  Optional<OfficerSignature> of(String officer) {
    return officers.stream().filter(one -> SecondPerson.isSame(one.officer(), officer)).findFirst();
  }

  Signing with(Statement said) {
    return new Signing(clause, said, subject, officers, voided, gaps, dissent);
  }

  Signing with(SubjectSignature signed) {
    return new Signing(clause, statement, signed, officers, voided, gaps, dissent);
  }

  Signing with(OfficerSignature signed) {
    List<OfficerSignature> all = new ArrayList<>(officers);
    all.add(signed);
    boolean agrees = dissent != null && SecondPerson.isSame(dissent.by(), signed.officer());
    return new Signing(clause, statement, subject, all, voided, gaps, agrees ? null : dissent);
  }

  Signing without(VoidedSignatures gone) {
    List<VoidedSignatures> all = new ArrayList<>(voided);
    all.add(gone);
    return new Signing(clause, statement, null, List.of(), all, gaps, dissent);
  }

  Signing with(SignatureGaps asked) {
    return new Signing(clause, statement, subject, officers, voided, asked, dissent);
  }

  Signing withoutGaps() {
    return new Signing(clause, statement, subject, officers, voided, null, dissent);
  }

  /** Who does not agree has been asked by nobody to go without his signature. */
  Signing with(Dissent other) {
    return new Signing(clause, statement, subject, officers, voided, null, other);
  }
}
