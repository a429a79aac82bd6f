package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationDirectory;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.inspection.visit.OfficerDirectory;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.CodeText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 扫码入企: by the code on its notice, or that an officer shows, a subject sees without an account who
 * stands before it and why, and asks for a recusal.
 */
@ApplicationScoped
public class Doors {
  private static final int CODE_LENGTH = 6;

  private final PreparationDirectory directory;
  private final KeptStates<Visit> visits;
  private final VisitParticulars particulars;
  private final OfficerDirectory officers;
  private final Preparations preparations;
  private final VisitRecusals recusals;
  private final DoorCertificates certificates;
  private final Asking asking;

  @Inject
  Doors(
      PreparationDirectory directory,
      KeptStates<Visit> visits,
      VisitParticulars particulars,
      OfficerDirectory officers,
      Preparations preparations,
      VisitRecusals recusals,
      DoorCertificates certificates,
      Asking asking) {
    this.directory = directory;
    this.visits = visits;
    this.particulars = particulars;
    this.officers = officers;
    this.preparations = preparations;
    this.recusals = recusals;
    this.certificates = certificates;
    this.asking = asking;
  }

  /**
   * What the subject sees.
   *
   * @param code as it was issued
   * @param subject its name, or its code where that is not known
   * @param programme document and title of the batch; absent where it was not told
   * @param approvedOn when another person approved the visit; absent where nobody had to
   * @param isOpen whether it has not begun: a recusal may be asked for
   */
  public record Door(
      String code,
      VisitState state,
      String subject,
      String subjectId,
      String planId,
      String taskId,
      String drawId,
      @Nullable String programme,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate approvedOn,
      List<WhoComes> officers,
      List<WhoAssists> experts,
      List<WhatIsChecked> items,
      boolean isOpen) {}

  /**
   * One officer, as his certificate says it.
   *
   * @param number in the register
   * @param name empty where it is not known now; who left the register has none
   * @param certificates that he shows; none there
   * @param unit absent where the registry told of none
   * @param certificateValidUntil the last day on which he is certified; absent likewise
   * @param obstacle why he may not serve today; absent where nothing stands against him
   */
  public record WhoComes(
      String number,
      String name,
      List<DoorCertificates.Certificate> certificates,
      @Nullable String unit,
      @Nullable LocalDate certificateValidUntil,
      @Nullable String obstacle) {
    /** As who reads the page calls him: 姓名（编号）, or the number alone. */
    public String called() {
      return name.isEmpty() ? number : name + "（" + number + "）";
    }
  }

  /**
   * One expert or body beside the officers; who is a person shows his name on the entrustment.
   *
   * @param number in the pool
   * @param name of a body; absent of a person
   * @param principal 委托机关
   * @param entrustment number of the 委托书
   */
  public record WhoAssists(
      String number,
      @Nullable String name,
      String principal,
      String entrustment,
      LocalDate validUntil,
      String purpose) {
    private static WhoAssists of(ExpertSummary one) {
      return new WhoAssists(
          one.entrusted().expert(),
          one.entrusted().name(),
          one.entrusted().principal(),
          one.entrusted().document(),
          one.entrusted().validUntil(),
          one.purpose());
    }
  }

  /**
   * One item of the visit; nothing else is checked.
   *
   * @param legalBasis absent where the registry told of none
   */
  public record WhatIsChecked(String name, @Nullable String legalBasis) {}

  /**
   * Who comes by a code, and why.
   *
   * @param typed however it was written
   */
  public Uni<Door> open(String typed, LocalDate today) {
    return visit(typed)
        .flatMap(before ->
            visits
                .of(VisitStreams.VISIT.of(before.visitId()))
                .flatMap(loaded -> door(before, loaded.state(), today)));
  }

  /** The subject asks for the recusal of an officer of the team, or of an expert beside it. */
  public Uni<Handled<PreparationEvent, Preparation>> askRecusal(
      String typed, String inspector, String reason, Supplier<CommandContext> asked) {
    return visit(typed)
        .flatMap(before -> recusals.askForSubject(before.visitId(), inspector, reason, asked));
  }

  /** Whether the subject has asked for a recusal, as it stands now. */
  public Uni<Boolean> hasAsked(String typed) {
    return visit(typed).flatMap(before -> preparations.isRecusalAsked(before.visitId()));
  }

  /** The visit a code was issued for; refused where there is none. */
  Uni<PreparationSummary> visit(String typed) {
    String code = normal(typed);
    return (code.length() == CODE_LENGTH
            ? Uni.createFrom().completionStage(() -> directory.ofCode(code))
            : Uni.createFrom().item(Optional.<PreparationSummary>empty()))
        .map(found ->
            found.orElseThrow(() -> new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN)));
  }

  private static String normal(String typed) {
    return CodeText.sought(typed).replaceAll("[^0-9A-Z]", "");
  }

  private Uni<Door> door(PreparationSummary before, Visit visit, LocalDate today) {
    Assignment assignment = assignment(visit);
    VisitSummary summary = Visits.summary(visit);
    return Uni.combine()
        .all()
        .unis(
            particulars.known(visit),
            asking.orSeed().flatMap(bureau -> standing(bureau, assignment.inspectors(), today)))
        .usingConcurrencyOf(1)
        .with((known, team) ->
            new Door(
                String.valueOf(before.code()),
                VisitState.valueOf(summary.state()),
                known.subject() == null ? assignment.subjectId() : known.subject().name(),
                assignment.subjectId(),
                assignment.planId(),
                assignment.taskId(),
                assignment.drawId(),
                programme(assignment.programme()),
                assignment.firstDay(),
                assignment.lastDay(),
                before.approval().equals("GIVEN") ? before.decidedOn() : null,
                team,
                summary.standing().stream().map(WhoAssists::of).toList(),
                known.items().stream()
                    .map(item -> new WhatIsChecked(item.name(), item.legalBasis()))
                    .toList(),
                visit instanceof Visit.Assigned));
  }

  private static @Nullable String programme(Assignment.@Nullable Programme told) {
    return told == null ? null : "%s《%s》".formatted(told.documentNumber(), told.title());
  }

  /** A code is of use until the result is recorded; of what fell away it says nothing. */
  private static Assignment assignment(Visit visit) {
    return switch (visit) {
      case Visit.Assigned assigned -> assigned.assignment();
      case Visit.InProgress started -> started.assignment();
      case Visit.Finished finished -> finished.assignment();
      case Visit.Unassigned unassigned ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
      case Visit.Cancelled cancelled ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
      case Visit.InReview reviewed ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
      case Visit.Recorded recorded ->
          throw new ProblemException(InspectionRejection.CHECK_CODE_UNKNOWN);
    };
  }

  private Uni<List<WhoComes>> standing(BureauKey bureau, List<String> team, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() ->
            officers
                .among(team)
                .thenCombine(
                    officers.obstacles(team, today),
                    (known, against) -> {
                      Map<String, KnownOfficer> byNumber =
                          known.stream()
                              .collect(Collectors.toMap(KnownOfficer::id, Function.identity()));
                      return team.stream()
                          .map(who -> who(bureau, who, byNumber.get(who), against.get(who)))
                          .toList();
                    }));
  }

  /** Who left may have been erased: he is a number as soon as the register has told it. */
  private WhoComes who(
      BureauKey bureau, String number, @Nullable KnownOfficer known, @Nullable String obstacle) {
    DoorCertificates.Shown shown =
        OfficerDirectory.UNKNOWN.equals(obstacle) || OfficerDirectory.NOT_ACTIVE.equals(obstacle)
            ? DoorCertificates.Shown.NOTHING
            : certificates.of(bureau, number).orElse(DoorCertificates.Shown.NOTHING);
    return new WhoComes(
        number,
        shown.name(),
        shown.certificates(),
        known == null ? null : known.unit(),
        known == null ? null : known.duty().certificateValidUntil(),
        obstacle);
  }
}
