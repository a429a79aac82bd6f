package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the record of a finished visit is signed and its result agreed to.
 *
 * @param recordHash of the record as it is now, 64 lowercase hex digits
 * @param clause of the document that asks for all signatures; absent where none does
 * @param statement absent as long as none was taken down
 * @param subject absent as long as it neither signed nor refused
 * @param officers who have signed
 * @param missing whose signature is: SUBJECT, then officers by number
 * @param voided signatures of records that have changed since
 * @param returned why the result came back last; absent where it did not, or is recorded again
 * @param recordedBy account; absent as long as nothing is recorded
 * @param recordedOn likewise
 * @param review who has to agree, in their order; absent as long as nothing is recorded
 * @param passed who has agreed
 * @param hold why it is held back, whoever agrees; absent where it is not
 * @param nextReview LEADER or LEGAL; absent where nobody is asked any more
 * @param gaps signatures the record goes without, or is asked to; absent where that is not asked of
 *     it as it is now
 * @param dissent of one who did not agree with the conclusions; absent where nobody did
 */
public record ClosingSummary(
    String recordHash,
    @Nullable String clause,
    @Nullable Statement statement,
    @Nullable SubjectSignature subject,
    List<OfficerSignature> officers,
    List<String> missing,
    List<VoidedSignatures> voided,
    @Nullable Returned returned,
    @Nullable String recordedBy,
    @Nullable LocalDate recordedOn,
    @Nullable List<ReviewStep> review,
    List<ReviewPassed> passed,
    @Nullable Hold hold,
    ReviewStep.@Nullable By nextReview,
    @Nullable SignatureGaps gaps,
    @Nullable Dissent dissent) {
  public ClosingSummary {
    officers = List.copyOf(officers);
    missing = List.copyOf(missing);
    voided = List.copyOf(voided);
    passed = List.copyOf(passed);
  }

  /**
   * Whether the result may be recorded: everybody has signed, or another person agreed to go
   * without those who have not.
   */
  public boolean recordable() {
    return missing.isEmpty()
        || (clause == null && gaps != null && gaps.stands() && gaps.cover(missing));
  }

  static ClosingSummary of(Visit.Finished finished) {
    return of(finished, null, null, null, List.of(), null, null);
  }

  static ClosingSummary of(Visit.InReview reviewed) {
    return of(
        reviewed.finished(),
        reviewed.by(),
        reviewed.recordedOn(),
        reviewed.steps(),
        reviewed.passed(),
        reviewed.hold(),
        reviewed.next().map(ReviewStep::by).orElse(null));
  }

  /** Of a result that is final. */
  public static ClosingSummary of(Visit.Recorded recorded) {
    return of(
        recorded.finished(),
        recorded.by(),
        recorded.recordedOn(),
        null,
        recorded.passed(),
        null,
        null);
  }

  private static ClosingSummary of(
      Visit.Finished finished,
      @Nullable String recordedBy,
      @Nullable LocalDate recordedOn,
      @Nullable List<ReviewStep> review,
      List<ReviewPassed> passed,
      @Nullable Hold hold,
      ReviewStep.@Nullable By next) {
    Signing signing = finished.signing();
    return new ClosingSummary(
        VisitRecord.hash(finished),
        signing.clause(),
        signing.statement(),
        signing.subject(),
        signing.officers(),
        Signatures.missing(signing, finished.assignment()),
        signing.voided(),
        recordedBy == null ? finished.returned() : null,
        recordedBy,
        recordedOn,
        review,
        passed,
        hold,
        next,
        Gapped.asked(finished),
        signing.dissent());
  }
}
