package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ClosingRejection.CHECK_DIGITS_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURES_MISSING;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_OF_ANOTHER_RECORD;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_STANDS;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_NEEDED;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNKNOWN;
import static cn.doublerandom.inspection.ClosingRejection.WITNESS_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.VisitCommand.SignForSubject;
import cn.doublerandom.inspection.visit.VisitCommand.SignRecord;
import cn.doublerandom.inspection.visit.VisitCommand.TakeStatement;
import cn.doublerandom.inspection.visit.VisitEvent.OfficerSigned;
import cn.doublerandom.inspection.visit.VisitEvent.SignaturesVoided;
import cn.doublerandom.inspection.visit.VisitEvent.StatementTaken;
import cn.doublerandom.inspection.visit.VisitEvent.SubjectSigned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 当事人陈述、签名 (R32, R63): what was found and stated is signed once the visit is over, by the subject
 * or with a witness of its refusal, and by each officer with his own account. What changes
 * afterwards takes the signatures away, visibly (ADR 60).
 */
final class Signatures {
  private Signatures() {}

  static Decision<VisitEvent> take(TakeStatement take, Visit visit) {
    Statement said = take.statement();
    return by(said.by(), said.on(), visit, finished -> take(said, finished));
  }

  private static Decision<VisitEvent> take(Statement said, Finished finished) {
    Statement before = finished.signing().statement();
    if (!ReasonText.isInWords(said.words())) {
      return reject(REASON_UNFIT, "field", "words");
    } else if (before != null && before.words().equals(said.words())) {
      return accept();
    }
    return voiding(new StatementTaken(said), finished, said.by(), VoidedSignatures.Why.STATEMENT);
  }

  static Decision<VisitEvent> sign(SignForSubject sign, Visit visit) {
    SubjectSignature signature = sign.signature();
    return by(signature.by(), signature.on(), visit, finished -> sign(signature, finished));
  }

  private static Decision<VisitEvent> sign(SubjectSignature signature, Finished finished) {
    SubjectSignature before = finished.signing().subject();
    if (!signature.recordHash().equals(VisitRecord.hash(finished))) {
      return reject(SIGNATURE_OF_ANOTHER_RECORD, "field", "recordHash");
    } else if (before != null) {
      return before.sheet().equals(signature.sheet()) ? accept() : reject(SIGNATURE_STANDS);
    }
    return unfit(signature).orElseGet(() -> accept(new SubjectSigned(signature)));
  }

  private static Optional<Decision<VisitEvent>> unfit(SubjectSignature signature) {
    if (!isInWords(signature.signedAs())) {
      return Optional.of(reject(REASON_UNFIT, "field", "signedAs"));
    }
    return switch (signature.way()) {
      case GLASS -> Optional.empty();
      case TYPED -> unwitnessed(signature);
      case REFUSED ->
          unwitnessed(signature)
              .or(() ->
                  isInWords(signature.refusal())
                      ? Optional.empty()
                      : Optional.of(reject(REASON_UNFIT, "field", "refusal")));
    };
  }

  private static Optional<Decision<VisitEvent>> unwitnessed(SubjectSignature signature) {
    return isInWords(signature.witnessedAs())
        ? Optional.empty()
        : Optional.of(reject(WITNESS_MISSING, "field", "witnessedAs"));
  }

  private static boolean isInWords(@Nullable String text) {
    return text != null && ReasonText.isInWords(text);
  }

  static Decision<VisitEvent> sign(SignRecord sign, Visit visit) {
    OfficerSignature given = sign.signature();
    return by(given.officer(), given.on(), visit, finished -> sign(sign, finished));
  }

  private static Decision<VisitEvent> sign(SignRecord sign, Finished finished) {
    OfficerSignature given = sign.signature();
    if (!given.recordHash().equals(VisitRecord.hash(finished))) {
      return reject(SIGNATURE_OF_ANOTHER_RECORD, "field", "recordHash");
    } else if (finished.signing().of(given.officer()).isPresent()) {
      return accept();
    }
    String member = Checking.member(given.officer(), finished.assignment());
    return unfit(
            sign, VisitRecord.message(finished.assignment().visitId(), given.recordHash(), member))
        .orElseGet(() ->
            accept(
                new OfficerSigned(
                    new OfficerSignature(
                        member,
                        given.recordHash(),
                        given.keyId(),
                        given.signature(),
                        given.on()))));
  }

  /** Who has a key signs with it and no other way; who has none types what he has read. */
  private static Optional<Decision<VisitEvent>> unfit(SignRecord sign, byte[] message) {
    OfficerSignature given = sign.signature();
    SigningKey key = sign.key();
    String signature = given.signature();
    if (key == null) {
      return signature != null || given.keyId() != null
          ? Optional.of(reject(SIGNING_KEY_UNKNOWN))
          : unread(sign.digits(), given.recordHash());
    } else if (signature == null) {
      return Optional.of(reject(SIGNING_KEY_NEEDED));
    } else if (!key.id().equals(given.keyId())) {
      return Optional.of(reject(SIGNING_KEY_UNKNOWN));
    }
    return key.verifies(message, signature)
        ? Optional.empty()
        : Optional.of(reject(SIGNATURE_UNFIT, "field", "signature"));
  }

  private static Optional<Decision<VisitEvent>> unread(@Nullable String digits, String hash) {
    // As the page shows them, in groups, or as a telephone begins a line.
    String plain = digits == null ? "" : digits.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    return hash.substring(0, VisitRecord.CHECK_DIGITS).equals(plain)
        ? Optional.empty()
        : Optional.of(reject(CHECK_DIGITS_UNFIT, "field", "digits"));
  }

  /** Once the visit is over and before its result is recorded, whoever asks. */
  static Decision<VisitEvent> over(Visit visit, Function<Finished, Decision<VisitEvent>> decide) {
    return switch (visit) {
      case Visit.Unassigned() -> reject(VISIT_UNKNOWN);
      case Visit.Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Visit.Assigned assigned -> reject(VISIT_NOT_STARTED);
      case Visit.InProgress started -> reject(VISIT_NOT_FINISHED);
      case Visit.InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Visit.Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Finished finished -> decide.apply(finished);
    };
  }

  /** One of the team who may serve, once the visit is over and before its result is recorded. */
  static Decision<VisitEvent> by(
      String account,
      LocalDate today,
      Visit visit,
      Function<Finished, Decision<VisitEvent>> decide) {
    return over(
        visit,
        finished -> {
          if (SecondPerson.isDeputy(account)) {
            return reject(SIGNER_UNFIT);
          } else if (VisitDecider.isStranger(account, finished.assignment())) {
            return reject(NOT_ON_TEAM);
          }
          return Recusing.isRecused(account, today, finished.recused())
              ? reject(MEMBER_RECUSED, "inspector", account)
              : decide.apply(finished);
        });
  }

  /** A change of what was signed, and what it does to the signatures. */
  static Decision<VisitEvent> voiding(
      VisitEvent change, Finished finished, String by, VoidedSignatures.Why why) {
    Signing signing = finished.signing();
    return signing.isBegun()
        ? accept(
            change,
            new SignaturesVoided(
                new VoidedSignatures(
                    VisitRecord.hash(finished),
                    signing.officers().stream().map(OfficerSignature::officer).sorted().toList(),
                    signing.subject() != null,
                    by,
                    why)))
        : accept(change);
  }

  /** Why a result may not be recorded yet where all signatures are asked for. */
  static Optional<Decision<VisitEvent>> missing(Finished finished) {
    Signing signing = finished.signing();
    String clause = signing.clause();
    List<String> missing = missing(signing, finished.assignment());
    return clause == null || missing.isEmpty()
        ? Optional.empty()
        : Optional.of(reject(SIGNATURES_MISSING, Map.of("missing", missing, "clause", clause)));
  }

  /** Whose signature is missing: SUBJECT, then the officers by number. */
  static List<String> missing(Signing signing, Assignment assignment) {
    List<String> missing = new ArrayList<>();
    if (signing.subject() == null) {
      missing.add("SUBJECT");
    }
    assignment.inspectors().stream().filter(one -> signing.of(one).isEmpty()).forEach(missing::add);
    return missing;
  }
}
