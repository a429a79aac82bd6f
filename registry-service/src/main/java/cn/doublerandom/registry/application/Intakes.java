package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeCommand;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Tables as people hand them in: first it is looked at what a file would do, then it is taken once.
 *
 * <pre>file ─judged─▶ draft ─taken─▶ report, which stays
 *                  └─ days over, or dropped: gone</pre>
 */
@ApplicationScoped
public class Intakes {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ID_DIGITS = 32;
  private static final int LONGEST_NAME = 120;

  private final SubjectImports subjects;
  private final InspectorImports inspectors;
  private final Items items;
  private final Drafts drafts;
  private final CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes;

  @Inject
  Intakes(
      SubjectImports subjects,
      InspectorImports inspectors,
      Items items,
      Drafts drafts,
      CommandHandler<IntakeCommand, IntakeEvent, Intake> intakes) {
    this.subjects = subjects;
    this.inspectors = inspectors;
    this.items = items;
    this.drafts = drafts;
    this.intakes = intakes;
  }

  /**
   * A file that is handed in.
   *
   * @param codeReason why codes are taken whose check characters are not the standard's; empty
   *     where they are not
   */
  public record Sent(IntakeKind kind, Path file, String fileName, String codeReason) {}

  /**
   * Judges a file and keeps it for whoever handed it in; the same file of the same form is the same
   * draft. Blocks.
   *
   * @param form by which a form sent twice is one
   */
  public Draft handIn(Sent sent, String form, Asker asker) throws IOException {
    if (Files.size(sent.file()) > Drafts.MOST_BYTES) {
      throw new ProblemException(RegistryRejection.IMPORT_TOO_LARGE);
    }
    byte[] content = Files.readAllBytes(sent.file());
    CommandContext context = asker.of(Imports.JUDGED);
    String name = sent.fileName();
    var draft =
        new Draft(
            id(context.actor(), form, Sha256.hex(content)),
            sent.kind(),
            context.actor(),
            name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
            sent.codeReason(),
            context.at(),
            preview(sent.kind(), sent.file(), sent.codeReason(), asker));
    drafts.keep(draft, content).await().atMost(PATIENCE);
    return draft;
  }

  private static String id(String account, String form, String digest) {
    String all = account + "\n" + form + "\n" + digest;
    return Sha256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  private Preview preview(IntakeKind kind, Path file, String codeReason, Asker asker)
      throws IOException {
    return switch (kind) {
      case SUBJECTS -> subjects.preview(file, codeReason, asker);
      case RISK_CLASSES -> subjects.previewOfRiskClasses(file, asker);
      case INSPECTORS -> inspectors.preview(file, asker);
      case ITEMS -> items.preview(file, asker);
    };
  }

  /** A draft of an account. */
  public Uni<Optional<Draft>> draft(String id, String account) {
    return drafts.find(id, account);
  }

  /** Judges a draft anew: others may have changed the register meanwhile. Blocks. */
  public void judge(String id, Asker asker) throws IOException {
    CommandContext context = asker.of(Imports.JUDGED);
    Draft draft = required(id, context.actor());
    Preview anew = withFile(draft, file -> preview(draft.kind(), file, draft.codeReason(), asker));
    drafts.judged(draft.judged(anew, context.at())).await().atMost(PATIENCE);
  }

  /** The file of a draft as xlsx with its faults marked. Blocks. */
  public byte[] marked(String id, Asker asker) throws IOException {
    Draft draft = required(id, asker.of(Imports.JUDGED).actor());
    return withFile(
        draft,
        file ->
            switch (draft.kind()) {
              case SUBJECTS -> subjects.marked(file, draft.codeReason(), asker);
              case RISK_CLASSES -> subjects.markedRiskClasses(file, asker);
              case INSPECTORS -> inspectors.marked(file, asker);
              case ITEMS -> items.marked(file, asker);
            });
  }

  /**
   * Takes a draft, all rows or the good ones; blocks.
   *
   * @throws ProblemException {@code import-taken} where it was taken before
   */
  public Handled.Done<IntakeEvent, Intake> take(String id, boolean onlyGood, Asker asker)
      throws IOException {
    CommandContext context = asker.of(id);
    String stream = RegistryStreams.IMPORT.of(id);
    if (intakes.load(stream).await().atMost(PATIENCE).state() instanceof Intake.Taken) {
      throw new ProblemException(RegistryRejection.IMPORT_TAKEN);
    }
    Draft draft = required(id, context.actor());
    return withFile(
        draft,
        file -> {
          var wish = new ImportWish(false, onlyGood);
          Imported imported =
              switch (draft.kind()) {
                case SUBJECTS -> subjects.take(file, draft.codeReason(), wish, asker);
                case RISK_CLASSES -> subjects.reclassify(file, wish, asker);
                case INSPECTORS -> inspectors.take(file, wish, asker);
                case ITEMS -> items.take(file, wish, asker);
              };
          var report = report(draft, digest(file), onlyGood, imported);
          return Refusals.require(
              intakes
                  .handle(stream, new IntakeCommand.NoteTaken(report), context.unconditional())
                  .await()
                  .atMost(PATIENCE));
        });
  }

  private static String digest(Path file) throws IOException {
    return Sha256.hex(Files.readAllBytes(file));
  }

  private static IntakeEvent.TableTaken report(
      Draft draft, String digest, boolean onlyGood, Imported imported) {
    return new IntakeEvent.TableTaken(
        draft.kind(),
        draft.fileName(),
        digest,
        onlyGood,
        imported.rows(),
        imported.changed(),
        imported.unchanged(),
        imported.refused(),
        imported.waiting().map(Imported.Waiting::rows).orElse(0),
        imported.leftOut(),
        imported.waiting().flatMap(Imported.Waiting::batch).orElse(null));
  }

  /** Gives a draft up. */
  public Uni<Void> drop(String id, String account) {
    return drafts.drop(id, account);
  }

  private Draft required(String id, String account) {
    return drafts
        .find(id, account)
        .await()
        .atMost(PATIENCE)
        .orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE));
  }

  /** What is done with a file. */
  private interface Doing<R> {
    R with(Path file) throws IOException;
  }

  private <R> R withFile(Draft draft, Doing<R> doing) throws IOException {
    byte[] content =
        drafts
            .content(draft.id(), draft.account())
            .await()
            .atMost(PATIENCE)
            .orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE));
    Path file = Files.createTempFile("draft", ".bin");
    try {
      Files.write(file, content);
      return doing.with(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
