package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceStore;
import cn.doublerandom.inspection.evidence.EvidenceStore.Upload;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.evidence.PhotoHashing;
import cn.doublerandom.inspection.evidence.PhotoReading;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.file.FileType;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 取证: what was taken on a visit comes, is judged by its bytes, is sealed away and told of; it is
 * read by the team, by who reviews and by who supervises (ADR 58).
 */
@ApplicationScoped
public class Evidences {
  private static final VisitDecider RULES = new VisitDecider();
  private static final Duration STORED = Duration.ofSeconds(30);

  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final EvidenceStore store;
  private final PhotoReading photos;
  private final PhotoHashing looks;

  @Inject
  Evidences(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      EvidenceStore store,
      PhotoReading photos,
      PhotoHashing looks) {
    this.visits = visits;
    this.store = store;
    this.photos = photos;
    this.looks = looks;
  }

  /**
   * What a file is of.
   *
   * @param item absent where it is of the whole visit
   * @param question of the item's checklist; absent where it answers none
   * @param sha256 as the phone says; absent where it says none
   */
  public record About(
      String visitId, @Nullable String item, @Nullable String question, @Nullable String sha256) {}

  /**
   * How far an upload is.
   *
   * @param received bytes from the beginning
   * @param visit what became of the visit; absent as long as bytes are missing
   */
  public record Progress(long received, @Nullable Handled<VisitEvent, Visit> visit) {}

  /** All of a visit, also what was withdrawn, in the order in which it came. */
  public Uni<List<KeptEvidence>> of(String visitId, EvidenceReader reader) {
    return readable(visitId, reader).map(Evidences::kept);
  }

  private Uni<Visit> readable(String visitId, EvidenceReader reader) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .map(loaded -> {
          Assignment task =
              loaded
                  .state()
                  .task()
                  .orElseThrow(() -> new ProblemException(InspectionRejection.VISIT_UNKNOWN));
          if (!reader.sees(loaded.state(), task)) {
            throw new ProblemException(InspectionRejection.EVIDENCE_NOT_SHOWN);
          }
          return loaded.state();
        });
  }

  /** What a visit keeps, also what was withdrawn. */
  static List<KeptEvidence> kept(Visit visit) {
    return switch (visit) {
      case Visit.InProgress started -> started.given().evidence();
      case Visit.Finished finished -> finished.given().evidence();
      case Visit.InReview reviewed -> reviewed.finished().given().evidence();
      case Visit.Recorded recorded -> recorded.finished().given().evidence();
      case Visit.Cancelled cancelled -> cancelled.given().evidence();
      case Visit.Unassigned unassigned -> List.of();
      case Visit.Assigned assigned -> List.of();
    };
  }

  /** One piece, also where it was withdrawn; blocks. */
  public Evidence one(String visitId, String sha256, EvidenceReader reader) {
    return of(visitId, reader).await().atMost(STORED).stream()
        .map(KeptEvidence::evidence)
        .filter(one -> one.sha256().equals(sha256))
        .findFirst()
        .orElseThrow(() -> new ProblemException(InspectionRejection.EVIDENCE_UNKNOWN));
  }

  /** Its bytes; who may see it was asked before. Blocks. */
  public byte[] bytes(String visitId, Evidence evidence) {
    return store
        .get(visitId, evidence.sha256())
        .orElseThrow(() -> new ProblemException(InspectionRejection.EVIDENCE_UNKNOWN));
  }

  /** What lies in a file that was handed in, of at most as many bytes as its address lets in. */
  public static byte[] content(Path received) {
    try {
      return Files.readAllBytes(received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A whole file; blocks. Nothing of it stays where it is refused.
   *
   * @param asked read once the file is judged
   */
  public Handled<VisitEvent, Visit> add(
      About about, byte[] content, Supplier<CommandContext> asked) {
    requirePlace();
    String sha256 = JudgedFile.hash(about.sha256(), content);
    CommandContext context = asked.get();
    Evidence taken = evidence(about, sha256, content, context);
    // What the rules refuse is not unpacked.
    requireAllowed(about.visitId(), taken, context);
    Evidence evidence =
        taken.with(
            photos.of(content, taken.mediaType()).orElse(null),
            looks.of(content, taken.mediaType()).orElse(null));
    boolean isNew = store.put(about.visitId(), sha256, content);
    Handled<VisitEvent, Visit> handled =
        visits
            .handle(
                VisitStreams.VISIT.of(about.visitId()),
                new VisitCommand.AddEvidence(evidence, BusinessClock.day(context.at())),
                context)
            .await()
            .atMost(STORED);
    if (handled instanceof Handled.Done<VisitEvent, Visit>) {
      // Another request with the same bytes may have been refused meanwhile and have dropped them.
      store.put(about.visitId(), sha256, content);
    } else if (isNew && !isHeld(about.visitId(), sha256)) {
      store.drop(about.visitId(), sha256);
    }
    return handled;
  }

  private boolean isHeld(String visitId, String sha256) {
    return kept(state(visitId)).stream().anyMatch(one -> one.evidence().sha256().equals(sha256));
  }

  private Visit state(String visitId) {
    return visits.load(VisitStreams.VISIT.of(visitId)).await().atMost(STORED).state();
  }

  private void requirePlace() {
    if (!store.isThere()) {
      throw new ProblemException(InspectionRejection.EVIDENCE_UNAVAILABLE);
    }
  }

  private static Evidence evidence(
      About about, String sha256, byte[] content, CommandContext context) {
    FileType type = JudgedFile.type(content);
    return new Evidence(
        sha256,
        JudgedFile.kind(type),
        type.mediaType(),
        content.length,
        about.item(),
        about.question(),
        about.sha256() != null,
        context.actor(),
        context.at());
  }

  /** Before anything is stored: whether the rules would take it as the visit stands. */
  private void requireAllowed(String visitId, Evidence evidence, CommandContext context) {
    Visit visit = state(visitId);
    var add = new VisitCommand.AddEvidence(evidence, BusinessClock.day(context.at()));
    if (RULES.decide(add, visit)
        instanceof Decision.Rejected<VisitEvent>(var rejection, var details)) {
      throw new ProblemException(rejection, List.of(), details);
    }
  }

  /** How many bytes of a file in pieces are there. */
  public long received(Upload upload) {
    requirePlace();
    return store.received(upload);
  }

  /**
   * The next piece of a file; with the last one the file is judged and told of, and where it is
   * refused all its pieces are gone. Where that breaks off they stay, and the last one is sent
   * again. Blocks.
   *
   * @param offset where the piece begins; what was received so far
   * @param size of the whole file
   */
  public Progress append(
      About about, long offset, long size, byte[] piece, Supplier<CommandContext> asked) {
    requirePlace();
    CommandContext context = asked.get();
    var upload = new Upload(about.visitId(), context.actor(), String.valueOf(about.sha256()));
    if (size > Evidence.MOST_BYTES) {
      store.forget(upload);
      throw JudgedFile.refused(InspectionRejection.EVIDENCE_TOO_LARGE);
    }
    if (offset + piece.length > size) {
      store.forget(upload);
      throw JudgedFile.refused(InspectionRejection.EVIDENCE_PIECE_UNFIT);
    }
    if (offset == 0) {
      requireAllowed(about.visitId(), evidence(about, upload.sha256(), piece, context), context);
    }
    long received = store.received(upload);
    if (received != offset) {
      throw new ProblemException(
          InspectionRejection.EVIDENCE_OFFSET, List.of(), Map.of("received", received));
    }
    if (offset + piece.length < size) {
      store.append(upload, offset, piece);
      return new Progress(offset + piece.length, null);
    }
    return new Progress(size, last(about, upload, piece, context));
  }

  /** The last piece is judged with the others and not stored by itself. */
  private Handled<VisitEvent, Visit> last(
      About about, Upload upload, byte[] piece, CommandContext context) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(store.assembled(upload));
    whole.writeBytes(piece);
    Handled<VisitEvent, Visit> handled;
    try {
      handled = add(about, whole.toByteArray(), () -> context);
    } catch (ProblemException refused) {
      if (!(refused.rejection() instanceof EdgeRejection)) {
        store.forget(upload);
      }
      throw refused;
    }
    store.forget(upload);
    return handled;
  }

  /** Evidence does not count any more; it stays, with the reason. */
  public Uni<Handled<VisitEvent, Visit>> withdraw(
      String visitId, String sha256, String reason, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new VisitCommand.WithdrawEvidence(
            sha256, context.actor(), reason, BusinessClock.day(context.at()), context.at()),
        context);
  }
}
