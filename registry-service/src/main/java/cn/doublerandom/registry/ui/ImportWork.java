package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Asker;
import cn.doublerandom.registry.application.Draft;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What is done with whole files, each in its turn as programs wait for theirs; blocks. */
@ApplicationScoped
public class ImportWork {
  static final String FILE = "file";

  private final Intakes intakes;

  @Inject
  ImportWork(Intakes intakes) {
    this.intakes = intakes;
  }

  /**
   * Judges a file and keeps it; what is no table at all is refused beside the field of the file.
   */
  @InTurn
  public PageAddress handIn(Intakes.Sent sent, Form form, ImportWords words) {
    try {
      Draft draft = intakes.handIn(sent, form.key(), form::context);
      return PageAddress.of(RegistryPlaces.handedIn(draft.id()));
    } catch (ProblemException e) {
      throw besideFile(e, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException besideFile(ProblemException refused, ImportWords words) {
    if (refused.rejection() == RegistryRejection.IMPORT_TOO_LARGE) {
      return beside(refused, List.of(new Problem.FieldError(FILE, null, "refused", "")));
    }
    return refused.rejection() == EdgeRejection.FILE_REFUSED
        ? beside(refused, refused.errors().stream().map(e -> beside(e, words)).toList())
        : refused;
  }

  private static ProblemException beside(
      ProblemException refused, List<Problem.FieldError> errors) {
    return new ProblemException(refused.rejection(), errors, Map.of());
  }

  private static Problem.FieldError beside(Problem.FieldError error, ImportWords words) {
    Integer row = error.row();
    return new Problem.FieldError(
        FILE,
        null,
        "invalid",
        row == null || row == 0 ? error.text() : words.atRow(row, error.text()));
  }

  /** Takes a file once; who comes again is shown what came of it. */
  @InTurn
  public PageAddress take(String id, boolean onlyGood, Asker asker) {
    try {
      var done = intakes.take(id, onlyGood, asker);
      return Desk.seen(RegistryPlaces.handedIn(id), RegistryStreams.IMPORT.of(id), done.version());
    } catch (ProblemException e) {
      if (e.rejection() == RegistryRejection.IMPORT_TAKEN) {
        return Desk.seen(RegistryPlaces.handedIn(id), RegistryStreams.IMPORT.of(id), 1)
            .with("again", "1");
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Judges a file anew. */
  @InTurn
  public PageAddress check(String id, Asker asker) {
    try {
      intakes.judge(id, asker);
      return PageAddress.of(RegistryPlaces.handedIn(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
