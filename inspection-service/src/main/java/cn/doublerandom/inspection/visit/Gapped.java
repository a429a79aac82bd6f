package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURES_MISSING;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_OF_ANOTHER_RECORD;
import static cn.doublerandom.inspection.GapRejection.DISPUTER_SIGNED;
import static cn.doublerandom.inspection.GapRejection.GAPS_ASKED;
import static cn.doublerandom.inspection.GapRejection.GAPS_NEED_SECOND_PERSON;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNAGREED;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNASKED;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNFIT;
import static cn.doublerandom.inspection.GapRejection.GAP_ASKER_UNSIGNED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.SigningCommand.AgreeGaps;
import cn.doublerandom.inspection.visit.SigningCommand.AskGaps;
import cn.doublerandom.inspection.visit.SigningCommand.DeclineGaps;
import cn.doublerandom.inspection.visit.SigningCommand.DisputeConclusions;
import cn.doublerandom.inspection.visit.SigningEvent.ConclusionsDisputed;
import cn.doublerandom.inspection.visit.SigningEvent.GapsAgreed;
import cn.doublerandom.inspection.visit.SigningEvent.GapsAsked;
import cn.doublerandom.inspection.visit.SigningEvent.GapsDeclined;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one officer alone may do with what two found (≥2 officers, R32, R63): he ends the visit and
 * signs; nothing is recorded before everybody has signed that very record. Where a signature cannot
 * be had, and no pack in force asks for all, he says why of each, and another person agrees (ADR
 * 83).
 */
final class Gapped {
  private Gapped() {}

  static Decision<VisitEvent> decide(SigningCommand command, Visit visit) {
    return switch (command) {
      case AskGaps ask ->
          Signatures.by(ask.by().account(), ask.today(), visit, finished -> ask(ask, finished));
      case DisputeConclusions dispute when visit instanceof InProgress started ->
          Finishing.dispute(dispute, started);
      case DisputeConclusions dispute ->
          Signatures.by(
              dispute.by().account(),
              dispute.today(),
              visit,
              finished -> dispute(dispute, finished));
      case AgreeGaps agree -> Signatures.over(visit, finished -> agree(agree, finished));
      case DeclineGaps decline -> Signatures.over(visit, finished -> decline(decline, finished));
    };
  }

  private static Decision<VisitEvent> ask(AskGaps ask, Finished finished) {
    Signing signing = finished.signing();
    List<String> missing = Signatures.missing(signing, finished.assignment());
    String hash = VisitRecord.hash(finished);
    if (signing.clause() != null) {
      return reject(SIGNATURES_MISSING, Map.of("missing", missing, "clause", signing.clause()));
    } else if (!ask.recordHash().equals(hash)) {
      return reject(SIGNATURE_OF_ANOTHER_RECORD, "field", "recordHash");
    } else if (signing.of(ask.by().account()).isEmpty()) {
      return reject(GAP_ASKER_UNSIGNED);
    } else if (signing.gaps() != null && signing.gaps().isOf(hash)) {
      return reject(GAPS_ASKED);
    } else if (!names(ask.gaps(), missing)) {
      return reject(GAPS_UNFIT, Map.of("field", "gaps", "missing", missing));
    }
    return ask.gaps().stream()
        .filter(gap -> !ReasonText.isInWords(gap.reason()))
        .findFirst()
        .<Decision<VisitEvent>>map(
            gap -> reject(REASON_UNFIT, "field", "gaps.%s.reason".formatted(gap.of())))
        .orElseGet(() -> accept(new GapsAsked(hash, ask.gaps(), ask.by().account(), ask.today())));
  }

  /** Whether each signature that is missing is named, and nothing else. */
  private static boolean names(List<SignatureGap> gaps, List<String> missing) {
    return !missing.isEmpty()
        && gaps.stream()
            .map(SignatureGap::of)
            .sorted()
            .toList()
            .equals(missing.stream().sorted().toList());
  }

  private static Decision<VisitEvent> agree(AgreeGaps agree, Finished finished) {
    SignatureGaps asked = finished.signing().gaps();
    if (asked == null || asked.stands() || !asked.isOf(VisitRecord.hash(finished))) {
      return reject(GAPS_UNASKED);
    } else if (SecondPerson.isSame(asked.by(), agree.by().account())) {
      return reject(GAPS_NEED_SECOND_PERSON);
    }
    return unfit(agree.by(), agree.today(), finished)
        .orElseGet(() -> accept(new GapsAgreed(agree.by().account(), agree.today())));
  }

  private static Decision<VisitEvent> decline(DeclineGaps decline, Finished finished) {
    SignatureGaps asked = finished.signing().gaps();
    if (asked == null || !asked.isOf(VisitRecord.hash(finished))) {
      return reject(GAPS_UNASKED);
    } else if (!ReasonText.isInWords(decline.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return may(decline.by(), finished)
        ? accept(new GapsDeclined(decline.by().account(), decline.reason(), decline.today()))
        : reject(NOT_YOUR_VISIT);
  }

  /** Why somebody may not agree; who is missing himself signs instead. */
  private static Optional<Decision<VisitEvent>> unfit(
      Officer by, LocalDate today, Finished finished) {
    if (SecondPerson.isDeputy(by.account())) {
      return Optional.of(reject(SIGNER_UNFIT));
    } else if (!may(by, finished)) {
      return Optional.of(reject(NOT_YOUR_VISIT));
    } else if (Recusing.isRecused(by.account(), today, finished.recused())) {
      return Optional.of(reject(MEMBER_RECUSED, "inspector", by.account()));
    }
    return by.isOnTeam(finished.assignment().inspectors())
            && finished.signing().of(by.account()).isEmpty()
        ? Optional.of(reject(GAP_ASKER_UNSIGNED))
        : Optional.empty();
  }

  /** One of the team, the lead of its unit, or the coordinator. */
  private static boolean may(Officer officer, Finished finished) {
    return officer.files(finished.assignment().inspectors(), finished.assignment().ofUnits());
  }

  private static Decision<VisitEvent> dispute(DisputeConclusions dispute, Finished finished) {
    String member = Checking.member(dispute.by().account(), finished.assignment());
    Dissent before = finished.signing().dissent();
    if (!ReasonText.isInWords(dispute.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    } else if (finished.signing().of(member).isPresent()) {
      return reject(DISPUTER_SIGNED);
    }
    Dissent dissent = new Dissent(member, dispute.reason(), dispute.today());
    return dissent.equals(before) ? accept() : accept(new ConclusionsDisputed(dissent));
  }

  /** Why a result may not be recorded yet, where no pack asks for all signatures. */
  static Optional<Decision<VisitEvent>> unagreed(Finished finished) {
    SignatureGaps agreed = finished.signing().gaps();
    List<String> missing = Signatures.missing(finished.signing(), finished.assignment());
    return missing.isEmpty()
            || (agreed != null
                && agreed.stands()
                && agreed.isOf(VisitRecord.hash(finished))
                && agreed.cover(missing))
        ? Optional.empty()
        : Optional.of(reject(GAPS_UNAGREED, "missing", missing));
  }

  /** What is asked of the record as it is now; absent where nothing is. */
  static @Nullable SignatureGaps asked(Finished finished) {
    SignatureGaps asked = finished.signing().gaps();
    return asked != null && asked.isOf(VisitRecord.hash(finished)) ? asked : null;
  }

  static Signing after(Signing signing, SigningEvent event) {
    return switch (event) {
      case GapsAsked asked -> signing.with(SignatureGaps.of(asked));
      case GapsAgreed agreed ->
          signing.gaps() == null ? signing : signing.with(signing.gaps().agreed(agreed));
      case GapsDeclined declined -> signing.withoutGaps();
      case ConclusionsDisputed(var dissent) -> signing.with(dissent);
    };
  }
}
