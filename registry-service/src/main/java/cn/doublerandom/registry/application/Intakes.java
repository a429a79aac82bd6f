package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeCommand;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tables as people hand them in: first it is looked at what a file would do, then it is taken once.
 * Both are done by {@link IntakeJobs}, for a file may be long.
 *
 * <pre>file ─kept─▶ draft ─judged─▶ preview ─taken─▶ report, which stays
 *                └──────┴─ days over, or dropped: gone</pre>
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
   * Keeps a file for whoever hands it in; the same file of the same form is the same draft. It is
   * not judged yet. Blocks.
   *
   * @param form by which a form sent twice is one
   */
  public Draft handIn(Sent sent, String form, Asker asker) throws IOException {
    if (Files.size(sent.file()) > Drafts.MOST_BYTES) {
      throw new ProblemException(RegistryRejection.IMPORT_TOO_LARGE);
    }
    CommandContext context = asker.of(Imports.JUDGED);
    String digest = digest(sent.file());
    String name = sent.fileName();
    var draft =
        new Draft(
            id(context.actor(), form, digest),
            sent.kind(),
            context.actor(),
            name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name,
            sent.codeReason(),
            digest,
            context.at(),
            null);
    if (drafts.keep(draft).await().atMost(PATIENCE)) {
      keep(draft, sent.file());
    }
    return drafts.find(draft.id(), draft.account()).await().atMost(PATIENCE).orElse(draft);
  }

  private void keep(Draft draft, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (byte[] piece = in.readNBytes(Drafts.PIECE);
          piece.length > 0;
          piece = in.readNBytes(Drafts.PIECE)) {
        drafts.keep(draft, number++, piece).await().atMost(PATIENCE);
      }
    } catch (IOException | RuntimeException e) {
      // Half a file is none.
      drafts.drop(draft.id(), draft.account()).await().atMost(PATIENCE);
      throw e;
    }
  }

  private static String id(String account, String form, String digest) {
    String all = account + "\n" + form + "\n" + digest;
    return Sha256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  /** What it would do is told as it will be done, by the name of its batch too. */
  private static Asker causing(String id, Asker asker) {
    return content -> asker.of(content).causedBy(ImportCause.of(id));
  }

  private Preview preview(Draft draft, Path file, Asker sender, TableWatch watch)
      throws IOException {
    Asker asker = causing(draft.id(), sender);
    return switch (draft.kind()) {
      case SUBJECTS -> subjects.preview(file, draft.codeReason(), asker, watch);
      case RISK_CLASSES -> subjects.previewOfRiskClasses(file, asker, watch);
      case INSPECTORS -> inspectors.preview(file, asker);
      case ITEMS -> items.preview(file, asker);
    };
  }

  /** What an account handed in and neither took nor dropped, the oldest first. */
  public Uni<List<Drafts.Left>> left(String account) {
    return drafts
        .of(account)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .select()
        .when(left -> isTaken(left.id()).map(isTaken -> !isTaken))
        .collect()
        .asList();
  }

  /** A draft of an account. */
  public Uni<Optional<Draft>> draft(String id, String account) {
    return drafts.find(id, account);
  }

  /**
   * Judges a draft, or judges it anew where others may have changed the register meanwhile. Blocks.
   *
   * @throws ProblemException where it is no such table at all
   */
  Draft judge(String id, Asker asker, TableWatch watch) throws IOException {
    CommandContext context = asker.of(Imports.JUDGED);
    Draft draft = required(id, context.actor());
    Preview anew = withFile(draft, file -> preview(draft, file, asker, watch));
    Draft judged = draft.judged(anew, context.at());
    drafts.judged(judged).await().atMost(PATIENCE);
    return judged;
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

  /** Whether it was taken. */
  Uni<Boolean> isTaken(String id) {
    return intakes
        .load(RegistryStreams.IMPORT.of(id))
        .map(loaded -> !(loaded.state() instanceof Intake.Open));
  }

  /**
   * Takes a draft, all rows or the good ones; blocks.
   *
   * @throws ProblemException {@code import-taken} where it was taken before
   */
  Handled.Done<IntakeEvent, Intake> take(String id, boolean onlyGood, Asker asker, TableWatch watch)
      throws IOException {
    CommandContext context = asker.of(id);
    if (isTaken(id).await().atMost(PATIENCE)) {
      throw new ProblemException(RegistryRejection.IMPORT_TAKEN);
    }
    Draft draft = required(id, context.actor());
    Asker caused = causing(id, asker);
    return withFile(
        draft,
        file -> {
          var wish = new ImportWish(false, onlyGood);
          Imported imported =
              switch (draft.kind()) {
                case SUBJECTS -> subjects.take(file, draft.codeReason(), wish, caused, watch);
                case RISK_CLASSES -> subjects.reclassify(file, wish, caused, watch);
                case INSPECTORS -> inspectors.take(file, wish, caused);
                case ITEMS -> items.take(file, wish, caused);
              };
          var report = report(draft, digest(file), onlyGood, imported, watch);
          return Refusals.require(
              intakes
                  .handle(
                      RegistryStreams.IMPORT.of(id),
                      new IntakeCommand.NoteTaken(report),
                      context.unconditional())
                  .await()
                  .atMost(PATIENCE));
        });
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = new byte[Drafts.PIECE];
      for (int n = in.read(piece); n > 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static IntakeEvent.TableTaken report(
      Draft draft, String digest, boolean onlyGood, Imported imported, TableWatch watch) {
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
        imported.waiting().flatMap(Imported.Waiting::batch).orElse(null),
        watch.stoppedAfter().isPresent() ? watch.stoppedAfter().getAsInt() : null);
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
    Path file = Files.createTempFile("draft", ".bin");
    try {
      int number = 0;
      try (OutputStream out = Files.newOutputStream(file)) {
        for (Optional<byte[]> piece = piece(draft, number);
            piece.isPresent();
            piece = piece(draft, ++number)) {
          out.write(piece.get());
        }
      }
      // Before its last piece is kept it is no file, and behind its days it is none any more.
      if (number == 0 || !(draft.digest().isEmpty() || draft.digest().equals(digest(file)))) {
        throw new ProblemException(RegistryRejection.IMPORT_GONE);
      }
      return doing.with(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Optional<byte[]> piece(Draft draft, int number) {
    return drafts.piece(draft, number).await().atMost(PATIENCE);
  }
}
