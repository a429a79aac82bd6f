package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.ClosingRejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.inspection.phone.PhoneStep.OfSubject;
import cn.doublerandom.inspection.signing.SignatureSheet;
import cn.doublerandom.inspection.signing.Signer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 当事人陈述、签名: the record of a finished visit as it is read, stated upon and signed; what holds names
 * lies sealed beside the evidence (ADR 60).
 */
@ApplicationScoped
public class RecordSignatures {
  private static final VisitDecider RULES = new VisitDecider();
  private static final Duration STORED = Duration.ofSeconds(30);

  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final Visits readable;
  private final SigningKeys keys;
  private final EvidenceStore store;

  @Inject
  RecordSignatures(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      Visits readable,
      SigningKeys keys,
      EvidenceStore store) {
    this.visits = visits;
    this.readable = readable;
    this.keys = keys;
    this.store = store;
  }

  /**
   * The record as it is signed.
   *
   * @param record canonical JSON
   * @param recordHash SHA-256 of it in UTF-8, 64 lowercase hex digits
   */
  public record RecordText(String visitId, String recordHash, String record) {}

  /**
   * What the subject does.
   *
   * @param strokes of its hand; absent where nothing was drawn
   */
  public record SubjectSigns(
      SubjectSignature.Way way,
      String recordHash,
      String signer,
      String signedAs,
      @Nullable String strokes,
      @Nullable String witness,
      @Nullable String witnessedAs,
      @Nullable String refusal) {}

  /**
   * What an officer does.
   *
   * @param digits of the record's hash as he typed them; absent where he signs with a key
   */
  public record OfficerSigns(
      String recordHash,
      @Nullable String digits,
      @Nullable String keyId,
      @Nullable String signature) {}

  /** The record of a visit that is over, for whoever may read the visit. */
  public Uni<RecordText> record(String visitId, Officer reader) {
    return readable
        .whole(visitId, reader)
        .map(loaded -> over(loaded.state()))
        .map(visit -> new RecordText(visitId, VisitRecord.hash(visit), VisitRecord.text(visit)));
  }

  private static Visit.Finished over(Visit visit) {
    return visit
        .over()
        .orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_NOT_FINISHED));
  }

  /** Takes down what the subject says. */
  public Uni<Handled<VisitEvent, Visit>> take(
      String visitId, String words, CommandContext context) {
    return handle(
        visitId,
        new VisitCommand.TakeStatement(
            new Statement(words, context.actor(), BusinessClock.day(context.at()))),
        context);
  }

  /** An officer signs with his own account, by its key where it has one. */
  public Uni<Handled<VisitEvent, Visit>> sign(
      String visitId, OfficerSigns signs, CommandContext context) {
    var given =
        new OfficerSignature(
            context.actor(),
            signs.recordHash(),
            signs.keyId(),
            signs.signature(),
            BusinessClock.day(context.at()));
    return keys.of(context.actor())
        .map(CommandHandler.Loaded::state)
        .invoke(signer -> requireStanding(signer, signs.keyId()))
        .map(Signer::key)
        .flatMap(key ->
            handle(
                visitId,
                new VisitCommand.SignRecord(given, signs.digits(), key.orElse(null)),
                context));
  }

  /** What a lost phone still signs is refused by its name. */
  private static void requireStanding(Signer signer, @Nullable String keyId) {
    if (keyId != null && signer.revoked().contains(keyId)) {
      throw new ProblemException(ClosingRejection.SIGNING_KEY_REVOKED);
    }
  }

  private Uni<Handled<VisitEvent, Visit>> handle(
      String visitId, VisitCommand command, CommandContext context) {
    return visits.handle(VisitStreams.VISIT.of(visitId), command, context);
  }

  /**
   * The subject signs before an officer, or will not; blocks. Its sheet is sealed before the event
   * and gone where that is refused.
   *
   * @param asked read once the sheet is judged
   */
  public Handled<VisitEvent, Visit> sign(
      String visitId, SubjectSigns signs, Supplier<CommandContext> asked) {
    if (!store.isThere()) {
      throw new ProblemException(InspectionRejection.EVIDENCE_UNAVAILABLE);
    }
    byte[] sheet = sheet(visitId, signs).bytes();
    CommandContext context = asked.get();
    var command = new VisitCommand.SignForSubject(signature(signs, Sha256.hex(sheet), context));
    requireAllowed(visitId, command);
    String sha256 = command.signature().sheet();
    boolean isNew = store.put(visitId, sha256, sheet);
    Handled<VisitEvent, Visit> handled = handle(visitId, command, context).await().atMost(STORED);
    if (handled instanceof Handled.Done<VisitEvent, Visit>) {
      // Another request with the same sheet may have been refused meanwhile and have dropped it.
      store.put(visitId, sha256, sheet);
    } else if (isNew
        && subject(state(visitId)).filter(one -> one.sheet().equals(sha256)).isEmpty()) {
      store.drop(visitId, sha256);
    }
    return handled;
  }

  /** The subject signed before a phone without network; its sheet lies sealed already. */
  Uni<Handled<VisitEvent, Visit>> signSealed(
      String visitId, OfSubject signed, CommandContext context) {
    return handle(
        visitId,
        new VisitCommand.SignForSubject(
            new SubjectSignature(
                signed.way(),
                signed.recordHash(),
                signed.sheet(),
                signed.signedAs(),
                signed.witnessedAs(),
                signed.refusal(),
                context.actor(),
                BusinessClock.day(context.at()))),
        context);
  }

  /**
   * What is sealed of a signature.
   *
   * @throws ProblemException {@code strokes-unfit} or {@code witness-missing}
   */
  static SignatureSheet sheet(String visitId, SubjectSigns signs) {
    boolean drawn = signs.way() == SubjectSignature.Way.GLASS;
    String strokes = signs.strokes();
    if (drawn && (strokes == null || !SignatureSheet.areStrokes(strokes))) {
      throw refused(ClosingRejection.STROKES_UNFIT, "strokes");
    } else if (!drawn && (signs.witness() == null || signs.witness().isBlank())) {
      throw refused(ClosingRejection.WITNESS_MISSING, "witness");
    }
    return new SignatureSheet(
        visitId,
        signs.recordHash(),
        signs.way().name(),
        signs.signer(),
        signs.signedAs(),
        drawn ? strokes : null,
        drawn ? null : signs.witness(),
        drawn ? null : signs.witnessedAs(),
        signs.way() == SubjectSignature.Way.REFUSED ? signs.refusal() : null);
  }

  private static ProblemException refused(ClosingRejection why, String field) {
    return new ProblemException(
        why, List.of(new Problem.FieldError(field, null, "refused", why.text())), Map.of());
  }

  private static SubjectSignature signature(
      SubjectSigns signs, String sheet, CommandContext context) {
    boolean drawn = signs.way() == SubjectSignature.Way.GLASS;
    return new SubjectSignature(
        signs.way(),
        signs.recordHash(),
        sheet,
        signs.signedAs(),
        drawn ? null : signs.witnessedAs(),
        signs.way() == SubjectSignature.Way.REFUSED ? signs.refusal() : null,
        context.actor(),
        BusinessClock.day(context.at()));
  }

  /** Before anything is stored: whether the rules would take it as the visit stands. */
  private void requireAllowed(String visitId, VisitCommand command) {
    if (RULES.decide(command, state(visitId))
        instanceof Decision.Rejected<VisitEvent>(var rejection, var details)) {
      throw new ProblemException(rejection, List.of(), details);
    }
  }

  private Visit state(String visitId) {
    return visits.load(VisitStreams.VISIT.of(visitId)).await().atMost(STORED).state();
  }

  private static Optional<SubjectSignature> subject(Visit visit) {
    return visit.over().flatMap(one -> Optional.ofNullable(one.signing().subject()));
  }

  /**
   * The sheet on which the subject signed or refused, for whoever sees evidence of the visit;
   * blocks.
   *
   * @return nothing where it did neither, or its bytes are gone
   */
  public Optional<SignatureSheet> sheet(String visitId, Officer reader) {
    Visit visit = state(visitId);
    Assignment task =
        visit.task().orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
    if (!reader.seesEvidence(task.inspectors(), task.ofUnits())) {
      throw new ProblemException(InspectionRejection.EVIDENCE_NOT_SHOWN);
    }
    return subject(visit)
        .flatMap(signed -> store.get(visitId, signed.sheet()))
        .map(RecordSignatures::read);
  }

  private static SignatureSheet read(byte[] sheet) {
    try {
      return EventCodec.mapper().readValue(sheet, SignatureSheet.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a sealed signature sheet", e);
    }
  }
}
