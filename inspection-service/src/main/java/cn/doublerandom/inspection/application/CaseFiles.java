package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.archive.CaseVisit;
import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;

/** 抽查资料归档: papers filed to the visits of a draw, and archived when none is missing. */
@ApplicationScoped
public class CaseFiles {
  private static final int MOST_VISITS = 1_000_000;

  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> files;
  private final VisitDirectory directory;

  @Inject
  CaseFiles(
      CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> files, VisitDirectory directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * What is told of a case file, and the visits it is of.
   *
   * @param told the file as it stands, or what became of a command
   * @param visits all of the draw that did not fall away
   */
  public record OfDraw<T>(T told, List<CaseVisit> visits) {}

  /** The papers of a draw, for whoever may read one of its visits. */
  public Uni<OfDraw<CommandHandler.Loaded<CaseFile>>> one(String drawId, Officer reader) {
    return visits(drawId)
        .invoke(visits -> {
          if (!reader.isOfBureau()
              && visits.stream().noneMatch(v -> reader.reads(v.inspectors(), v.units()))) {
            throw new ProblemException(InspectionRejection.NOT_YOUR_VISIT);
          }
        })
        .flatMap(visits -> files.load(stream(drawId)).map(loaded -> new OfDraw<>(loaded, visits)));
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
   * Archives what is complete.
   *
   * @param asked read once the visits are known
   */
  public Uni<OfDraw<Handled<CaseFileEvent, CaseFile>>> archive(
      String drawId, Officer by, Supplier<CommandContext> asked) {
    return visits(drawId)
        .flatMap(visits -> {
          CommandContext context = asked.get();
          return files
              .handle(
                  stream(drawId),
                  new CaseFileCommand.ArchiveCaseFile(visits, by, BusinessClock.day(context.at())),
                  context)
              .map(handled -> new OfDraw<>(handled, visits));
        });
  }

  private static String stream(String drawId) {
    return VisitStreams.CASE_FILE.of(drawId);
  }

  private Uni<List<CaseVisit>> visits(String drawId) {
    return Uni.createFrom()
        .completionStage(() -> directory.ofDraw(drawId, MOST_VISITS))
        .map(found -> {
          if (found.isEmpty()) {
            throw new ProblemException(InspectionRejection.CASE_FILE_UNKNOWN);
          }
          return found.stream()
              .filter(v -> !v.state().equals("CANCELLED"))
              .map(CaseFiles::visit)
              .toList();
        });
  }

  private static CaseVisit visit(VisitSummary v) {
    return new CaseVisit(
        v.subjectId(), v.inspectors(), v.ofUnits(), v.state().equals("RECORDED"), v.overruled());
  }
}
