package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand;
import cn.doublerandom.inspection.archive.CaseFileDecider;
import cn.doublerandom.inspection.archive.CaseFileDirectory;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.archive.CaseSeal;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.OwnPapers;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 抽查资料归档: papers filed to the visits of a draw, and archived when none is missing. */
@ApplicationScoped
public class CaseFiles {
  private static final int MOST_VISITS = 1_000_000;
  private static final Duration STORED = Duration.ofSeconds(30);
  private static final CaseFileDecider RULES = new CaseFileDecider();

  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> files;
  private final VisitDirectory directory;
  private final CaseFileDirectory lists;
  private final PrintedVisits printed;
  private final FollowUpWork followUps;
  private final CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations;
  private final CaseSealing sealing;

  @Inject
  CaseFiles(
      CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> files,
      VisitDirectory directory,
      CaseFileDirectory lists,
      PrintedVisits printed,
      FollowUpWork followUps,
      CommandHandler<PreparationCommand, PreparationEvent, Preparation> preparations,
      CaseSealing sealing) {
    this.files = files;
    this.directory = directory;
    this.lists = lists;
    this.printed = printed;
    this.followUps = followUps;
    this.preparations = preparations;
    this.sealing = sealing;
  }

  /**
   * What is told of a case file, and the visits it is of.
   *
   * @param told the file as it stands, or what became of a command
   * @param visits all of the draw that did not fall away
   */
  public record OfDraw<T>(T told, List<CaseVisit> visits) {}

  /** Files of the draws of which somebody may read a visit, the last draw first. */
  public Uni<List<CaseFileDirectory.Line>> list(Officer reader, String before, int limit) {
    return Uni.createFrom().completionStage(() -> lists.page(reader, before, limit));
  }

  /** The papers of a draw, for whoever may read one of its visits. */
  public Uni<OfDraw<CommandHandler.Loaded<CaseFile>>> one(String drawId, Officer reader) {
    return visits(drawId)
        .invoke(visits -> requireReader(visits, reader))
        .flatMap(visits -> files.load(stream(drawId)).map(loaded -> new OfDraw<>(loaded, visits)));
  }

  /** Hashes of the papers whose scans are there; others were filed by their hash alone. */
  public Set<String> scanned(String drawId, CaseFile file) {
    return file.all().stream()
        .map(Paper::sha256)
        .filter(sha256 -> sealing.holds(drawId, sha256))
        .collect(Collectors.toSet());
  }

  private static void requireReader(List<CaseVisit> visits, Officer reader) {
    if (!reader.isOfBureau()
        && visits.stream().noneMatch(v -> reader.reads(v.inspectors(), v.units()))) {
      throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
    }
  }

  /**
   * Files a paper.
   *
   * @param asked read once the visits are known
   */
  public Uni<OfDraw<Handled<CaseFileEvent, CaseFile>>> file(
      String drawId, Paper paper, Officer by, Supplier<CommandContext> asked) {
    return visits(drawId)
        .flatMap(visits ->
            files
                .handle(
                    stream(drawId), new CaseFileCommand.FilePaper(paper, visits, by), asked.get())
                .map(handled -> new OfDraw<>(handled, visits)));
  }

  /**
   * Files a paper with its scan, which lies sealed like evidence; blocks. Nothing of it is kept
   * where the rules would not take the paper.
   *
   * @param paper with the hash of the scan
   */
  public OfDraw<Handled<CaseFileEvent, CaseFile>> file(
      String drawId, Paper paper, byte[] scan, Officer by, Supplier<CommandContext> asked) {
    List<CaseVisit> visits = visits(drawId).await().atMost(STORED);
    CommandContext context = asked.get();
    var command = new CaseFileCommand.FilePaper(paper, visits, by);
    CaseFile file = files.load(stream(drawId)).await().atMost(STORED).state();
    if (RULES.decide(command, file)
        instanceof Decision.Rejected<CaseFileEvent>(var rejection, var details)) {
      throw new ProblemException(rejection, List.of(), details);
    }
    sealing.keep(drawId, scan);
    return new OfDraw<>(
        files.handle(stream(drawId), command, context).await().atMost(STORED), visits);
  }

  /**
   * Keeps the scan of a paper that was filed by its hash; blocks.
   *
   * @return the hash
   */
  public String scan(String drawId, byte[] scan, Officer by) {
    List<CaseVisit> visits = visits(drawId).await().atMost(STORED);
    if (visits.stream().noneMatch(v -> by.files(v.inspectors(), v.units()))) {
      throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
    }
    CaseFile file = files.load(stream(drawId)).await().atMost(STORED).state();
    if (file.all().stream().noneMatch(paper -> paper.sha256().equals(Sha256.hex(scan)))) {
      throw new ProblemException(InspectionRejection.SCAN_OF_NO_PAPER);
    } else if (file.archivedOn().isPresent()) {
      throw new ProblemException(InspectionRejection.CASE_FILE_ARCHIVED);
    }
    return sealing.keep(drawId, scan);
  }

  /** A scan or the bundle of a file, for whoever may file its papers or supervises; blocks. */
  public byte[] bytes(String drawId, String sha256, Officer reader) {
    List<CaseVisit> visits = visits(drawId).await().atMost(STORED);
    if (visits.stream().noneMatch(v -> reader.files(v.inspectors(), v.units()))) {
      throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
    }
    CaseFile file = files.load(stream(drawId)).await().atMost(STORED).state();
    boolean known =
        file.seal().filter(seal -> seal.sha256().equals(sha256)).isPresent()
            || file.all().stream().anyMatch(paper -> paper.sha256().equals(sha256));
    return Optional.of(sha256)
        .filter(hash -> known)
        .flatMap(hash -> sealing.bytes(drawId, hash))
        .orElseThrow(() -> new ProblemException(InspectionRejection.EVIDENCE_UNKNOWN));
  }

  /**
   * Archives what is complete, with its bundle.
   *
   * @param asked read once the visits are known
   */
  public Uni<OfDraw<Handled<CaseFileEvent, CaseFile>>> archive(
      String drawId, Officer by, Supplier<CommandContext> asked) {
    return visits(drawId)
        .flatMap(visits -> {
          CommandContext context = asked.get();
          LocalDate today = BusinessClock.day(context.at());
          var may = new CaseFileCommand.ArchiveCaseFile(visits, by, today, null);
          return files
              .load(stream(drawId))
              .flatMap(loaded -> seal(drawId, may, loaded.state()))
              .flatMap(seal ->
                  files.handle(
                      stream(drawId),
                      new CaseFileCommand.ArchiveCaseFile(visits, by, today, seal.orElse(null)),
                      context))
              .map(handled -> new OfDraw<>(handled, visits));
        });
  }

  /** Nothing is printed of a file that may not be archived, or is already. */
  private Uni<Optional<CaseSeal>> seal(
      String drawId, CaseFileCommand.ArchiveCaseFile may, CaseFile file) {
    boolean goes =
        RULES.decide(may, file) instanceof Decision.Accepted<CaseFileEvent>(var events)
            && !events.isEmpty();
    if (!goes) {
      return Uni.createFrom().item(Optional.empty());
    }
    return Multi.createFrom()
        .iterable(may.visits())
        .onItem()
        .transformToUniAndConcatenate(visit -> printed.of(visitId(drawId, visit)))
        .collect()
        .asList()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(visits -> Optional.of(sealing.sealed(drawId, file, visits, may.today())));
  }

  private static String visitId(String drawId, CaseVisit visit) {
    return drawId + "-" + visit.subject();
  }

  private static String stream(String drawId) {
    return VisitStreams.CASE_FILE.of(drawId);
  }

  private Uni<List<CaseVisit>> visits(String drawId) {
    // The log answers on the thread on which a list may be asked, whoever waits for it.
    return files
        .load(stream(drawId))
        .flatMap(
            loaded -> Uni.createFrom().completionStage(() -> directory.ofDraw(drawId, MOST_VISITS)))
        .map(found -> {
          if (found.isEmpty()) {
            throw new ProblemException(InspectionRejection.CASE_FILE_UNKNOWN);
          }
          return found.stream().filter(v -> !v.state().equals("CANCELLED")).toList();
        })
        .flatMap(found ->
            Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(this::visit)
                .collect()
                .asList());
  }

  /** What the visit itself holds is read from its events: no list may be late here. */
  private Uni<CaseVisit> visit(VisitSummary v) {
    return preparations
        .load(VisitStreams.PREPARATION.of(v.visitId()))
        .flatMap(prepared ->
            followUps
                .found(v.visitId())
                .map(found ->
                    new CaseVisit(
                        v.subjectId(),
                        v.inspectors(),
                        v.ofUnits(),
                        v.state().equals("RECORDED"),
                        v.overruled(),
                        OwnPapers.of(v, prepared.state()),
                        found.unfollowed(),
                        found.followUps().stream()
                            .filter(FollowUp::open)
                            .map(FollowUp::document)
                            .toList())));
  }
}
