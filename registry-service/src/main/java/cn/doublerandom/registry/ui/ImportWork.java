package cn.doublerandom.registry.ui;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Asker;
import cn.doublerandom.registry.application.Draft;
import cn.doublerandom.registry.application.IntakeJobs;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What is done with whole files. What takes long goes on where its page is left (ADR 52). */
@ApplicationScoped
public class ImportWork {
  static final String FILE = "file";

  private final Intakes intakes;
  private final IntakeJobs jobs;

  @Inject
  ImportWork(Intakes intakes, IntakeJobs jobs) {
    this.intakes = intakes;
    this.jobs = jobs;
  }

  /**
   * Keeps a file, which blocks, and judges it; what is no table at all is refused beside the field
   * of the file.
   */
  public Uni<PageAddress> handIn(Intakes.Sent sent, Form form, ImportWords words, boolean english) {
    Draft draft;
    try {
      draft = intakes.handIn(sent, form.key(), form::context);
    } catch (ProblemException e) {
      throw besideFile(e, words, english);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PageAddress page = PageAddress.of(RegistryPlaces.handedIn(draft.id()));
    if (draft.preview() != null) {
      return Uni.createFrom().item(page);
    }
    return jobs.judge(draft, form.context(Draft.class.getSimpleName()))
        .replaceWith(page)
        .onFailure(ImportWork::isNoTable)
        .call(refused -> intakes.drop(draft.id(), draft.account()))
        .onFailure(ProblemException.class)
        .transform(refused -> besideFile(refused, words, english));
  }

  /** What nobody can read is not kept; what could not be read just now is. */
  private static boolean isNoTable(Throwable failure) {
    return failure instanceof ProblemException refused
        && refused.rejection() == EdgeRejection.FILE_REFUSED;
  }

  private static ProblemException besideFile(
      ProblemException refused, ImportWords words, boolean english) {
    if (refused.rejection() == RegistryRejection.IMPORT_TOO_LARGE) {
      return beside(refused, List.of(new Problem.FieldError(FILE, null, "refused", "")));
    }
    return refused.rejection() == EdgeRejection.FILE_REFUSED
        ? beside(refused, refused.errors().stream().map(e -> beside(e, words, english)).toList())
        : refused;
  }

  private static ProblemException beside(
      ProblemException refused, List<Problem.FieldError> errors) {
    return new ProblemException(refused.rejection(), errors, Map.of());
  }

  private static Problem.FieldError beside(
      Problem.FieldError error, ImportWords words, boolean english) {
    String text = english ? FaultRows.ofEnglish(error) : error.text();
    Integer row = error.row();
    return new Problem.FieldError(
        FILE, null, "invalid", row == null || row == 0 ? text : words.atRow(row, text));
  }

  /** Takes a file once; who comes again is shown what came of it. */
  public Uni<PageAddress> take(String id, boolean onlyGood, CommandContext begun) {
    return jobs.take(id, onlyGood, begun)
        .map(outcome ->
            switch (outcome) {
              case Jobs.Outcome.Done<Handled.Done<IntakeEvent, Intake>>(var done) ->
                  taken(id, done.version());
              case Jobs.Outcome.UnderWay<Handled.Done<IntakeEvent, Intake>> underWay ->
                  PageAddress.of(RegistryPlaces.handedIn(id));
            })
        .onFailure(ImportWork::wasTaken)
        .recoverWithItem(() -> taken(id, 1).with("again", "1"));
  }

  private static boolean wasTaken(Throwable failure) {
    return failure instanceof ProblemException refused
        && refused.rejection() == RegistryRejection.IMPORT_TAKEN;
  }

  private static PageAddress taken(String id, long version) {
    return Desk.seen(RegistryPlaces.handedIn(id), RegistryStreams.IMPORT.of(id), version);
  }

  /** Judges a file anew. */
  public Uni<PageAddress> check(Draft draft, CommandContext begun) {
    return jobs.judge(draft, begun)
        .replaceWith(PageAddress.of(RegistryPlaces.handedIn(draft.id())));
  }

  /** The file as a workbook with its faults marked. */
  @InTurn
  public byte[] marked(String id, Asker asker) {
    try {
      return intakes.marked(id, asker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
